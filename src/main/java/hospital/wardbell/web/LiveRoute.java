package hospital.wardbell.web;

import hospital.wardbell.identity.Permission;
import hospital.wardbell.identity.Session;
import hospital.wardbell.identity.Sight;
import io.vertx.ext.web.Router;
import java.util.Optional;

/// `GET /live`: the event stream of one browser.
///
/// @spec https://html.spec.whatwg.org/multipage/server-sent-events.html HTML Standard, server-sent
///   events
record LiveRoute(Edge edge, Doorkeeper door, LiveEvents live) {
  private static final String PATH = "/live";

  void mount(Router router) {
    router.get(PATH).handler(ctx -> edge.serve(ctx, PATH, Tone.plain(), this::answer));
  }

  private Answer answer(Incoming in) {
    Optional<Session> found =
        in.cookie().isEmpty() ? Optional.empty() : door.session(in.cookie(), false);
    if (found.isEmpty()) {
      return Tone.plain().words(401, "", in.language());
    }
    Session session = found.get();
    if (session.locked()) {
      return Tone.plain().words(423, "", in.language());
    }
    if (!live.admits(session)) {
      return Tone.plain().words(429, "", in.language());
    }
    String lastSeen = in.header("last-event-id");
    Sight sight = door.sight(session, Permission.READ_CONVERSATIONS);
    return new Answer.Stream(sink -> live.open(in.cookie(), session, sight, lastSeen, sink));
  }
}
