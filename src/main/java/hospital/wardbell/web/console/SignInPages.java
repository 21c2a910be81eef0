package hospital.wardbell.web.console;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.Secret;
import hospital.wardbell.identity.Identity;
import hospital.wardbell.identity.Permission;
import hospital.wardbell.identity.SignIn.Result;
import hospital.wardbell.web.Reply;
import hospital.wardbell.web.Request;
import hospital.wardbell.web.Routes;
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
    routes.post("/sign-out", Permission.OWN_SESSION, this::signOut);
  }

  private Reply password(Request request) {
    try (Secret typed = Secret.copyOf(request.field("password").toCharArray())) {
      return answer(
          request,
          identity.signIn().password(request.field("login").strip(), typed, request.origin()));
    }
  }

  private Reply code(Request request) {
    return pending(request.field("pending"))
        .map(p -> answer(request, identity.signIn().code(p, digits(request), request.origin())))
        .orElseGet(() -> passwordPage(request, 422, "sign-in.refused"));
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

  private Reply answer(Request request, Result result) {
    return switch (result) {
      case Result.CodeDue(Id pending) ->
          views.page(
              200, "code", Map.of("shell", shells.of(request, ""), "pending", pending.toString()));
      case Result.Welcome(var session, String cookie) ->
          new Reply.SetSession(cookie, shells.home(session));
      case Result.Refused() -> passwordPage(request, 422, "sign-in.refused");
      case Result.Wait(var left) -> {
        Shell shell = shells.of(request, "");
        yield passwordPage(
            shell, 429, shell.say("sign-in.wait", Math.max(1, left.toSeconds() / 60)));
      }
    };
  }

  private Reply passwordPage(Request request, int status, String problem) {
    Shell shell = shells.of(request, "");
    return passwordPage(shell, status, problem.isEmpty() ? "" : shell.say(problem));
  }

  private Reply passwordPage(Shell shell, int status, String problem) {
    return views.page(status, "sign-in", Map.of("shell", shell, "problem", problem));
  }

  private Reply signOut(Request request) {
    identity.sessions().end(request.signedIn(), request.origin());
    return new Reply.SetSession("", SIGN_IN);
  }
}
