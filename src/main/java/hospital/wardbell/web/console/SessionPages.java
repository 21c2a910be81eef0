package hospital.wardbell.web.console;

import hospital.wardbell.base.Id;
import hospital.wardbell.identity.Identity;
import hospital.wardbell.identity.Permission;
import hospital.wardbell.web.NoSuchPage;
import hospital.wardbell.web.Reply;
import hospital.wardbell.web.Request;
import hospital.wardbell.web.Routes;

/// Ending sessions: one's own, as My settings lists them, and, for administrators, another's.
/// Whoever does it has just shown again who they are, so that nobody at a screen left open can sign
/// its person out elsewhere.
record SessionPages(Identity identity) implements Console.Mounted {
  /// Instead of one session's id.
  private static final String ALL = "all";

  private static final String ME = "/me";
  private static final String PEOPLE = "/people/";

  @Override
  public void mount(Routes routes) {
    routes.post(
        ME + "/sessions",
        Permission.OWN_SESSION,
        StepUpPages.proven(identity.stepUp(), ME, this::endOwn));
    routes.post(
        PEOPLE + ":id/sessions",
        Permission.MANAGE_PEOPLE,
        request ->
            StepUpPages.proven(identity.stepUp(), PEOPLE + request.id("id"), this::endPersons)
                .answer(request));
  }

  private Reply endOwn(Request request) {
    Id person = request.signedIn().staff().id();
    if (request.field("session").equals(ALL)) {
      identity.sessionDesk().endOthers(request.signedIn(), request.origin());
      return new Reply.SeeOther(ME);
    }
    Id session = end(request, person);
    return session.equals(request.signedIn().id())
        ? new Reply.SetSession("", "/sign-in")
        : new Reply.SeeOther(ME);
  }

  private Reply endPersons(Request request) {
    Id person = request.id("id");
    if (request.field("session").equals(ALL)) {
      int _ = identity.sessionDesk().endAll(person, request.actor(), request.origin());
    } else {
      var _ = end(request, person);
    }
    return new Reply.SeeOther(PEOPLE + person);
  }

  /// Another person's looks like none.
  private Id end(Request request, Id person) {
    Id session = named(request.field("session"));
    if (!identity.sessionDesk().end(person, session, request.actor(), request.origin())) {
      throw new NoSuchPage();
    }
    return session;
  }

  private static Id named(String session) {
    try {
      return Id.parse(session);
    } catch (IllegalArgumentException e) {
      throw new NoSuchPage();
    }
  }
}
