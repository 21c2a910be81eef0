package hospital.wardbell.web.console;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.Secret;
import hospital.wardbell.identity.Identity;
import hospital.wardbell.identity.Permission;
import hospital.wardbell.identity.SignIn.Result;
import hospital.wardbell.web.Reply;
import hospital.wardbell.web.Request;
import hospital.wardbell.web.Routes;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// Signing in with password and one-time code, and signing out.
///
/// @spec https://www.w3.org/TR/WCAG22/#accessible-authentication-minimum WCAG 2.2 §3.3.8 (paste and
///   password managers work)
record SignInPages(Identity identity, Shells shells, Views views) implements Console.Mounted {
  private static final String SIGN_IN = "/sign-in";

  @Override
  public void mount(Routes routes) {
    routes.get(
        "/",
        Permission.OWN_SESSION,
        request -> new Reply.SeeOther(shells.home(request.signedIn())));
    routes.openGet(SIGN_IN, request -> passwordPage(request, 200, ""));
    routes.openPost(SIGN_IN, this::password);
    routes.openPost(SIGN_IN + "/code", this::code);
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
    return pending(request.field("pending"))
        .map(p ->
            answer(
                request,
                identity.signIn().code(p, digits(request), request.origin()),
                (status, problem) -> codePage(request, status, p, problem)))
        .orElseGet(() -> passwordPage(request, 422, words(request, "sign-in.refused")));
  }

  /// The step that was tried, shown again with what is wrong.
  private interface Again {
    Reply page(int status, String problem);
  }

  private static String digits(Request request) {
    return request.field("code").replaceAll("\\s", "");
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
          new Reply.SetSession(cookie, shells.home(session));
      case Result.Refused() -> again.page(422, words(request, "sign-in.refused"));
      case Result.Wait(Duration left) -> again.page(429, wait(shells.of(request, ""), left));
    };
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
    return views.page(
        status,
        "code",
        Map.of("shell", shells.of(request, ""), "pending", pending.toString(), "problem", problem));
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
            identity.passwordDesk().stranded() > 0));
  }

  private Reply signOut(Request request) {
    identity.sessions().end(request.signedIn(), request.origin());
    return new Reply.SetSession("", SIGN_IN);
  }
}
