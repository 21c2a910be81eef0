package hospital.wardbell.web.console;

import hospital.wardbell.base.Secret;
import hospital.wardbell.identity.Identity;
import hospital.wardbell.identity.OwnPassword.Result;
import hospital.wardbell.identity.PasswordPolicy;
import hospital.wardbell.identity.Permission;
import hospital.wardbell.web.Page;
import hospital.wardbell.web.Reply;
import hospital.wardbell.web.Request;
import hospital.wardbell.web.Routes;
import java.util.Map;

/// Choosing a new password for one's own account.
record PasswordPages(Identity identity, Shells shells, Views views) implements Console.Mounted {
  private static final String PATH = "/me/password";

  @Override
  public void mount(Routes routes) {
    routes.get(PATH, Permission.OWN_SESSION, proven(request -> page(request, 200, "")));
    routes.post(PATH, Permission.OWN_SESSION, proven(this::change));
  }

  private Page proven(Page page) {
    return StepUpPages.proven(identity.stepUp(), PATH, page);
  }

  private Reply change(Request request) {
    try (Secret present = typed(request, "present");
        Secret password = typed(request, "password");
        Secret again = typed(request, "again")) {
      return answer(
          request,
          identity
              .ownPassword()
              .change(request.signedIn(), present, password, again, request.origin()));
    }
  }

  private static Secret typed(Request request, String field) {
    return Secret.copyOf(request.field(field).toCharArray());
  }

  private Reply answer(Request request, Result result) {
    Shell shell = shells.of(request, "me");
    return switch (result) {
      case Result.Changed() -> new Reply.SeeOther("/me");
      case Result.Wrong() -> page(request, 422, shell.say("me.password.wrong"));
      case Result.Elsewhere() -> page(request, 422, shell.say("me.password.elsewhere"));
      case Result.Unlike() -> page(request, 422, shell.say("welcome.unlike"));
      case Result.Unfit(var why) ->
          page(request, 422, shell.say("welcome.unfit." + why, PasswordPolicy.least()));
      case Result.Wait(var left) -> page(request, 429, SignInPages.wait(shell, left));
      case Result.Ended() -> new Reply.SetSession("", "/sign-in");
    };
  }

  private Reply page(Request request, int status, String problem) {
    return views.page(
        status,
        "me-password",
        Map.of(
            "shell",
            shells.of(request, "me"),
            "login",
            request.signedIn().staff().login(),
            "least",
            PasswordPolicy.least(),
            "problem",
            problem));
  }
}
