package hospital.wardbell.web;

import hospital.wardbell.identity.Permission;
import hospital.wardbell.identity.Session;
import hospital.wardbell.identity.Sight;
import io.vertx.ext.web.Router;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;

/// Mounts pages on a router, behind the doorkeeper.
final class PageRoutes implements Routes {
  private static final String SIGN_IN = "/sign-in";
  private static final String LOCK = "/lock";
  private static final String ENROL = "/me/passkeys/new";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String JSON = "application/json";

  private final Router router;
  private final Edge edge;
  private final Tone tone;
  private final Doorkeeper door;

  PageRoutes(Router router, Edge edge, Tone tone, Doorkeeper door) {
    this.router = router;
    this.edge = edge;
    this.tone = tone;
    this.door = door;
  }

  @Override
  public void get(String path, Permission needs, Page page) {
    mountGet(path, in -> shown(in, needs, page));
  }

  @Override
  public void post(String path, Permission needs, Page page) {
    mountPost(path, in -> done(in, needs, page));
  }

  @Override
  public void openGet(String path, Page page) {
    mountGet(path, in -> opened(in, page));
  }

  @Override
  public void openPost(String path, Page page) {
    mountPost(path, in -> opened(in, page));
  }

  private Answer opened(Incoming in, Page page) {
    Reply reply = page.answer(request(in, Optional.empty(), Sight.NOTHING));
    if (reply instanceof Reply.SetSession(String cookie, _) && !cookie.isEmpty()) {
      door.begun(cookie, in.header("user-agent"));
    }
    return Replies.answer(reply);
  }

  private void mountGet(String path, Edge.Work work) {
    router.get(path).handler(ctx -> edge.serve(ctx, path, tone, work));
  }

  private void mountPost(String path, Edge.Work work) {
    router
        .post(path)
        .handler(
            ctx -> edge.serve(ctx, path, tone, in -> refusal(in).orElseGet(() -> work.answer(in))));
  }

  /// Why a posted form is not even looked at.
  private Optional<Answer> refusal(Incoming in) {
    if (!in.fromOurPages()) {
      return Optional.of(tone.words(403, "", in.language()));
    }
    if (!in.is(FORM) && !in.is(JSON) && !in.body().isEmpty()) {
      return Optional.of(tone.words(415, "", in.language()));
    }
    return Optional.empty();
  }

  private Answer shown(Incoming in, Permission needs, Page page) {
    // A fragment is fetched because something changed, not because somebody acted.
    Optional<Session> found = session(in, !in.fragment());
    if (found.isEmpty()) {
      return signInFirst(in);
    }
    Session session = found.get();
    if (session.locked() && needs != Permission.UNLOCK) {
      return in.fragment() ? locked(in, session) : Answer.seeOther(LOCK + next(in));
    }
    if (!door.permits(session, needs)) {
      return !in.fragment() && door.enrolsFirst(session)
          ? Answer.seeOther(ENROL)
          : refused(in, session, needs.wildcard());
    }
    return answered(in, session, page, request(in, found, door.sight(session, needs)));
  }

  private Answer done(Incoming in, Permission needs, Page page) {
    Optional<Session> found = session(in, true);
    if (found.isEmpty()) {
      return signInFirst(in);
    }
    Session session = found.get();
    if (session.locked() && needs != Permission.UNLOCK) {
      return locked(in, session);
    }
    if (!door.permits(session, needs)) {
      return refused(in, session, needs.wildcard());
    }
    Request request = request(in, found, door.sight(session, needs));
    String csrf = in.is(JSON) ? in.header("x-csrf") : request.field("csrf");
    if (!same(csrf, session.csrf())) {
      return refused(in, session, "csrf");
    }
    return answered(in, session, page, request);
  }

  /// What is not there, and what another team's wall hides, look the same to who asks; that they
  /// asked for it by name is on record.
  private Answer answered(Incoming in, Session session, Page page, Request request) {
    try {
      return Replies.answer(page.answer(request));
    } catch (NoSuchPage e) {
      door.refused(session, "no-such", in.address());
      throw e;
    }
  }

  private Optional<Session> session(Incoming in, boolean acts) {
    return in.cookie().isEmpty() ? Optional.empty() : door.session(in.cookie(), acts);
  }

  private Answer signInFirst(Incoming in) {
    return in.fragment() ? tone.words(401, "", in.language()) : Answer.seeOther(SIGN_IN);
  }

  private Answer locked(Incoming in, Session session) {
    return in.fragment()
        ? Tone.plain().words(423, "", in.language())
        : tone.words(423, "", session.staff().language());
  }

  /// Where the person wanted to go, for after the unlocking.
  private static String next(Incoming in) {
    return "?next=" + URLEncoder.encode(in.uri(), StandardCharsets.UTF_8);
  }

  private Answer refused(Incoming in, Session session, String reason) {
    door.refused(session, reason, in.address());
    return tone.words(403, "", session.staff().language());
  }

  private static Request request(Incoming in, Optional<Session> session, Sight sight) {
    return new Request(
        in.path(),
        in.query(),
        in.is(FORM) ? FormFields.read(in.body()) : Map.of(),
        in.is(JSON) ? in.body() : "",
        session,
        sight,
        in.address(),
        session.map(s -> s.staff().language()).orElseGet(in::language),
        in.fragment(),
        in.cookie());
  }

  private static boolean same(String a, String b) {
    return MessageDigest.isEqual(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }
}
