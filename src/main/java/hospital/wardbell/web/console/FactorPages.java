package hospital.wardbell.web.console;

import hospital.wardbell.identity.Identity;
import hospital.wardbell.identity.Passkeys.Outcome;
import hospital.wardbell.identity.Permission;
import hospital.wardbell.identity.Session;
import hospital.wardbell.web.Page;
import hospital.wardbell.web.Reply;
import hospital.wardbell.web.Request;
import hospital.wardbell.web.Routes;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Everybody's own settings: how they sign in. What changes that is done only by who has just shown
/// again who they are.
///
/// @spec https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x16-V7-Session-Management.md#v7-5-1
///   OWASP ASVS 5.0.0 7.5.1
record FactorPages(Identity identity, Shells shells, Views views) implements Console.Mounted {
  private static final String PATH = "/me";
  private static final String APP = PATH + "/app";
  static final String NEW_PASSKEY = PATH + "/passkeys/new";

  @Override
  public void mount(Routes routes) {
    routes.get(PATH, Permission.OWN_SESSION, request -> me(request, 200, ""));
    routes.get(APP, Permission.OWN_SESSION, proven(APP, request -> app(request, 200, "")));
    routes.post(APP, Permission.OWN_SESSION, proven(APP, this::confirmApp));
    routes.post(APP + "/remove", Permission.OWN_SESSION, proven(PATH, this::removeApp));
    routes.get(
        NEW_PASSKEY,
        Permission.ENROL,
        proven(NEW_PASSKEY, request -> newPasskey(request, 200, "")));
    routes.post(PATH + "/passkeys", Permission.ENROL, proven(NEW_PASSKEY, this::addPasskey));
    routes.post(
        PATH + "/passkeys/:id/remove", Permission.OWN_SESSION, proven(PATH, this::removePasskey));
    routes.post(PATH + "/codes", Permission.OWN_SESSION, proven(PATH, this::newCodes));
    routes.post(PATH + "/notices/:id/dismiss", Permission.OWN_SESSION, this::dismiss);
  }

  private Page proven(String next, Page page) {
    return StepUpPages.proven(identity.stepUp(), next, page);
  }

  private Reply me(Request request, int status, String problem) {
    Session session = request.signedIn();
    return views.page(
        status,
        "me",
        Map.of(
            "shell",
            shells.of(request, "me"),
            "login",
            session.staff().login(),
            "standing",
            identity.factors().of(session.staff().id()),
            "host",
            identity.passkeys().host(),
            "sessions",
            identity.sessionDesk().of(session.staff().id()),
            "here",
            session.id().toString(),
            "problem",
            problem));
  }

  private Reply app(Request request, int status, String problem) {
    Shell shell = shells.of(request, "me");
    String address = SignInPages.revealed(identity.factors().newApp(request.signedIn()));
    return views.page(
        status,
        "me-app",
        Map.of(
            "shell",
            shell,
            "address",
            address,
            "qr",
            QrDrawing.svg(address, shell.say("app.qr")),
            "problem",
            problem));
  }

  private Reply confirmApp(Request request) {
    String code = SignInPages.unspaced(request.field("code"));
    return identity.factors().confirmApp(request.signedIn(), code, request.origin())
        ? new Reply.SeeOther(PATH)
        : app(request, 422, say(request, "app.refused"));
  }

  private Reply removeApp(Request request) {
    return removed(request, identity.factors().removeApp(request.signedIn(), request.origin()));
  }

  private Reply removePasskey(Request request) {
    return removed(
        request,
        identity.factors().removePasskey(request.signedIn(), request.id("id"), request.origin()));
  }

  private Reply removed(Request request, boolean done) {
    return done ? new Reply.SeeOther(PATH) : me(request, 422, say(request, "me.last"));
  }

  private Reply newPasskey(Request request, int status, String problem) {
    Optional<String> options = identity.passkeys().toMake(request.signedIn());
    boolean here = identity.passkeys().host().isPresent();
    return options.isEmpty()
        ? me(request, 422, say(request, here ? "passkey.too-many" : "passkey.nowhere"))
        : views.page(
            status,
            identity.mustAddPasskey(request.signedIn().staff()) ? "enrol-passkey" : "me-passkey",
            Map.of(
                "shell",
                shells.of(request, "me"),
                "options",
                options.get(),
                "host",
                identity.passkeys().host().orElse(""),
                "name",
                request.field("name"),
                "problem",
                problem));
  }

  private Reply addPasskey(Request request) {
    Outcome outcome =
        identity
            .passkeys()
            .add(
                request.signedIn(),
                request.field("name"),
                request.field("passkey"),
                request.origin());
    return outcome == Outcome.ADDED
        ? new Reply.SeeOther(PATH)
        : newPasskey(request, 422, say(request, "passkey." + code(outcome)));
  }

  private static String code(Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private Reply newCodes(Request request) {
    return views.page(
        200,
        "me-codes",
        Map.of(
            "shell",
            shells.of(request, "me"),
            "codes",
            identity.factors().newRecoveryCodes(request.signedIn(), request.origin())));
  }

  private Reply dismiss(Request request) {
    identity.notices().dismiss(request.signedIn().staff().id(), request.id("id"));
    return new Reply.SeeOther("/");
  }

  private String say(Request request, String key) {
    return shells.of(request, "me").say(key);
  }
}
