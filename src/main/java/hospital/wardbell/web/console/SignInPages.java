package hospital.wardbell.web.console;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.Secret;
import hospital.wardbell.identity.Identity;
import hospital.wardbell.identity.Permission;
import hospital.wardbell.identity.Session;
import hospital.wardbell.identity.SignIn.Result;
import hospital.wardbell.identity.Ways;
import hospital.wardbell.web.Reply;
import hospital.wardbell.web.Request;
import hospital.wardbell.web.Routes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Signing in with a password and a second factor, and signing out.
///
/// @spec https://www.w3.org/TR/WCAG22/#accessible-authentication-minimum WCAG 2.2 §3.3.8 (paste and
///   password managers work)
record SignInPages(Identity identity, Shells shells, Views views) implements Console.Mounted {
  private static final String SIGN_IN = "/sign-in";

  /// What is asked of those of whom nothing is known any more.
  private static final Ways BY_CODE =
      new Ways(true, false, Optional.empty(), Optional.empty(), false);

  @Override
  public void mount(Routes routes) {
    routes.get(
        "/",
        Permission.OWN_SESSION,
        request -> new Reply.SeeOther(shells.home(request.signedIn())));
    routes.openGet(SIGN_IN, request -> passwordPage(request, 200, ""));
    routes.openPost(SIGN_IN, this::password);
    routes.openPost(SIGN_IN + "/code", this::code);
    routes.openPost(SIGN_IN + "/passkey", this::passkey);
    routes.openPost(SIGN_IN + "/enrol", this::enrol);
    routes.post("/sign-out", Permission.UNLOCK, this::signOut);
  }

  private Reply password(Request request) {
    try (Secret typed = Secret.copyOf(request.field("password").toCharArray())) {
      String login = request.field("login").strip();
      return answer(
          request,
          identity.signIn().password(login, typed, request.origin()),
          (status, problem) -> passwordPage(request, status, problem));
    }
  }

  private Reply code(Request request) {
    return second(
        request,
        due -> identity.signIn().code(due, unspaced(request.field("code")), request.origin()));
  }

  private Reply passkey(Request request) {
    return second(
        request, due -> identity.signIn().passkey(due, request.field("passkey"), request.origin()));
  }

  private Reply enrol(Request request) {
    return second(
        request, due -> identity.signIn().enrol(due, request.field("leave"), request.origin()));
  }

  /// What comes after the password.
  private Reply second(Request request, Function<Id, Result> step) {
    return pending(request.field("pending"))
        .map(due ->
            answer(
                request,
                step.apply(due),
                (status, problem) -> codePage(request, status, due, problem)))
        .orElseGet(() -> passwordPage(request, 422, words(request, "sign-in.refused")));
  }

  /// The step that was tried, shown again with what is wrong.
  private interface Again {
    Reply page(int status, String problem);
  }

  static String unspaced(String typed) {
    return typed.replaceAll("\\s", "");
  }

  private static Optional<Id> pending(String text) {
    try {
      return Optional.of(Id.parse(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private Reply answer(Request request, Result result, Again again) {
    return switch (result) {
      case Result.CodeDue(Id pending) -> codePage(request, 200, pending, "");
      case Result.Welcome(var session, String cookie) ->
          new Reply.SetSession(cookie, first(session));
      case Result.Refused() -> again.page(422, words(request, "sign-in.refused"));
      case Result.Wait(Duration left) -> again.page(429, wait(shells.of(request, ""), left));
    };
  }

  /// Where the person goes from here. Who must add a passkey first has just shown both factors.
  private String first(Session session) {
    if (identity.mustAddPasskey(session.staff())) {
      identity.stepUp().signedIn(session);
    }
    return shells.home(session);
  }

  /// How long to wait, in words.
  static String wait(Shell shell, Duration left) {
    return left.toMinutes() > 0
        ? shell.say("sign-in.wait", left.toMinutes() + 1)
        : shell.say("sign-in.wait-seconds", left.toSeconds() + 1);
  }

  private String words(Request request, String key) {
    return shells.of(request, "").say(key);
  }

  private Reply codePage(Request request, int status, Id pending, String problem) {
    Ways ways = identity.signIn().ways(pending).orElse(BY_CODE);
    Shell shell = shells.of(request, "");
    String newApp = ways.newApp().map(SignInPages::revealed).orElse("");
    return views.page(
        status,
        "code",
        Map.of(
            "shell",
            shell,
            "pending",
            pending.toString(),
            "ways",
            ways,
            "newApp",
            newApp,
            "qr",
            newApp.isEmpty() ? "" : QrDrawing.svg(newApp, shell.say("app.qr")),
            "host",
            identity.passkeys().host().orElse(""),
            "problem",
            problem));
  }

  /// For the page that shows it, this once.
  static String revealed(Secret secret) {
    return secret.lend(octets -> new String(octets, StandardCharsets.UTF_8));
  }

  private Reply passwordPage(Request request, int status, String problem) {
    return views.page(
        status,
        "sign-in",
        Map.of(
            "shell",
            shells.of(request, ""),
            "problem",
            problem,
            "stranded",
            identity.passwordDesk().stranded() > 0,
            "silent",
            identity.elsewhere().isSilent()));
  }

  private Reply signOut(Request request) {
    identity.sessions().end(request.signedIn(), request.origin());
    return new Reply.SetSession("", SIGN_IN);
  }
}
