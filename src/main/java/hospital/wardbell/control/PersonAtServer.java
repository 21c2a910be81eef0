package hospital.wardbell.control;

import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Secret;
import hospital.wardbell.identity.Identity;
import hospital.wardbell.identity.Permission;
import hospital.wardbell.identity.Session;
import hospital.wardbell.identity.SignIn;
import hospital.wardbell.identity.Staff;
import hospital.wardbell.json.JsonObject;

/// A member of staff at the server's command line, who signs in for one act: what an operating
/// system's user may not do, however much that user may do.
record PersonAtServer(Identity identity) {
  private static final String ORIGIN = "cli";

  /// The person of `login`, `password` and `code`.
  ///
  /// @throws Refusal if they are wrong, or the person's roles do not include `needs`
  Actor of(JsonObject request, Permission needs) {
    return staff(request, needs).actor();
  }

  /// As [#of], the whole person.
  Staff staff(JsonObject request, Permission needs) {
    Session session = session(request);
    identity.sessions().end(session, ORIGIN);
    if (!identity.permits(session.staff(), needs)) {
      throw new Refusal(1, "The roles of that account do not include it.");
    }
    return session.staff();
  }

  private Session session(JsonObject request) {
    SignIn.Result result;
    try (Secret password = Secret.copyOf(request.text("password").toCharArray())) {
      result = identity.signIn().password(request.text("login"), password, ORIGIN);
    }
    if (result instanceof SignIn.Result.CodeDue(var pending)) {
      result = identity.signIn().code(pending, request.text("code"), ORIGIN);
    }
    return switch (result) {
      case SignIn.Result.Welcome(Session session, _) -> session;
      case SignIn.Result.Wait(var left) ->
          throw new Refusal(
              75, "Too many tries. Again in %d seconds.".formatted(left.toSeconds() + 1));
      case SignIn.Result.Refused(), SignIn.Result.CodeDue(_) ->
          throw new Refusal(1, "Login, password or code is wrong. Nothing was done.");
    };
  }
}
