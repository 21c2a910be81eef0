package hospital.wardbell.web.console;

import hospital.wardbell.base.Secret;
import hospital.wardbell.identity.Identity;
import hospital.wardbell.identity.Permission;
import hospital.wardbell.identity.ScreenLock.Outcome;
import hospital.wardbell.web.Reply;
import hospital.wardbell.web.Request;
import hospital.wardbell.web.Routes;
import java.util.Map;
import java.util.Optional;

/// Locking a session and unlocking it again. With JavaScript a cover is laid over the page, so that
/// what was typed stays where it is; without, this is a page that leads back.
record LockPages(Identity identity, Shells shells, Views views) implements Console.Mounted {
  private static final String LOCK = "/lock";
  private static final String PIN = LOCK + "/pin";

  @Override
  public void mount(Routes routes) {
    routes.get(LOCK, Permission.UNLOCK, request -> page(request, 200, ""));
    routes.post(LOCK, Permission.UNLOCK, this::lock);
    routes.post(LOCK + "/open", Permission.UNLOCK, this::open);
    routes.get(LOCK + "/passkey", Permission.UNLOCK, this::passkey);
    routes.post(LOCK + "/passkey", Permission.UNLOCK, this::openByPasskey);
    routes.post(LOCK + "/stay", Permission.ENROL, _ -> new Reply.Html(200, _ -> {}));
    routes.get(
        PIN,
        Permission.OWN_SESSION,
        StepUpPages.proven(identity.stepUp(), PIN, request -> pinPage(request, 200, "")));
    routes.post(PIN, Permission.OWN_SESSION, StepUpPages.proven(identity.stepUp(), PIN, this::pin));
  }

  private Reply lock(Request request) {
    identity.sessions().lock(request.signedIn(), request.origin());
    return request.fragment() ? new Reply.Html(200, _ -> {}) : new Reply.SeeOther(LOCK);
  }

  private Reply open(Request request) {
    if (!request.signedIn().locked()) {
      return opened(request);
    }
    try (Secret typed = Secret.copyOf(request.field("typed").toCharArray())) {
      return answer(
          request, identity.screenLock().open(request.signedIn(), typed, request.origin()));
    }
  }

  /// For the cover, which was drawn long before somebody needs it: a challenge does not last.
  private Reply passkey(Request request) {
    return new Reply.Json(200, identity.screenLock().passkey(request.signedIn()).orElse("{}"));
  }

  private Reply openByPasskey(Request request) {
    return request.signedIn().locked()
        ? answer(
            request,
            identity
                .screenLock()
                .open(request.signedIn(), request.field("passkey"), request.origin()))
        : opened(request);
  }

  private Reply answer(Request request, Outcome outcome) {
    return switch (outcome) {
      case OPEN -> opened(request);
      case ENDED ->
          request.fragment() ? new Reply.Html(401, _ -> {}) : new Reply.SetSession("", "/sign-in");
      case WRONG -> again(request, 422, "lock.wrong");
      case BUSY -> again(request, 429, "lock.busy");
    };
  }

  private static Reply opened(Request request) {
    return request.fragment()
        ? new Reply.Html(200, _ -> {})
        : new Reply.SeeOther(next(request.form()));
  }

  private Reply again(Request request, int status, String problem) {
    if (!request.fragment()) {
      return page(request, status, problem);
    }
    String words = shells.of(request, "").say(problem);
    return new Reply.Html(status, out -> out.append(Html.escaped(words)));
  }

  private static String next(Map<String, String> given) {
    return Optional.ofNullable(given.get("next"))
        .filter(next -> StepUpPages.NEXT.matcher(next).matches())
        .orElse("/");
  }

  private Reply page(Request request, int status, String problem) {
    return views.page(
        status,
        "lock",
        Map.of(
            "shell",
            shells.bare(request),
            "name",
            request.signedIn().staff().name(),
            "csrf",
            request.signedIn().csrf(),
            "next",
            next(request.form().isEmpty() ? request.query() : request.form()),
            "passkey",
            identity.screenLock().passkey(request.signedIn()),
            "problem",
            problem));
  }

  private Reply pinPage(Request request, int status, String problem) {
    return views.page(
        status,
        "pin",
        Map.of(
            "shell",
            shells.of(request, ""),
            "has",
            identity.screenLock().hasPin(request.signedIn().staff()),
            "problem",
            problem));
  }

  private Reply pin(Request request) {
    if (!request.field("pin").equals(request.field("again"))) {
      return pinPage(request, 422, "pin.differ");
    }
    try (Secret pin = Secret.copyOf(request.field("pin").toCharArray())) {
      return identity.screenLock().pin(request.signedIn(), pin, request.origin())
          ? new Reply.SeeOther("/help")
          : pinPage(request, 422, "pin.refused");
    }
  }
}
