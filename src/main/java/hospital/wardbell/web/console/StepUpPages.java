package hospital.wardbell.web.console;

import hospital.wardbell.base.Secret;
import hospital.wardbell.identity.Permission;
import hospital.wardbell.identity.SignIn.Result;
import hospital.wardbell.identity.StepUp;
import hospital.wardbell.web.NoSuchPage;
import hospital.wardbell.web.Page;
import hospital.wardbell.web.Reply;
import hospital.wardbell.web.Request;
import hospital.wardbell.web.Routes;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Asks who has signed in for a passkey, or password and code, once more, and goes on to where they
/// wanted.
///
/// @spec https://pages.nist.gov/800-63-4/sp800-63b.html#reauth NIST SP 800-63B-4, Reauthentication
record StepUpPages(StepUp stepUp, Shells shells, Views views) implements Console.Mounted {
  private static final String PATH = "/step-up";
  static final Pattern NEXT = Pattern.compile("/(?!/)[A-Za-z0-9/?=&,:._-]{0,700}");

  @Override
  public void mount(Routes routes) {
    routes.get(PATH, Permission.ENROL, request -> page(request, 200, next(request.query()), ""));
    routes.post(PATH, Permission.ENROL, this::prove);
    routes.post(PATH + "/passkey", Permission.ENROL, this::proveByPasskey);
  }

  /// `page` for those who have just shown who they are; the others are asked first, and then led to
  /// `next`, a page with a button for what they want.
  static Page proven(StepUp stepUp, String next, Page page) {
    return request ->
        stepUp.isFresh(request.signedIn())
            ? page.answer(request)
            : new Reply.SeeOther(
                PATH + "?next=" + URLEncoder.encode(next, StandardCharsets.US_ASCII));
  }

  private static String next(Map<String, String> given) {
    return Optional.ofNullable(given.get("next"))
        .filter(next -> NEXT.matcher(next).matches())
        .orElseThrow(NoSuchPage::new);
  }

  private Reply prove(Request request) {
    String next = next(request.form());
    String code = SignInPages.unspaced(request.field("code"));
    try (Secret typed = Secret.copyOf(request.field("password").toCharArray())) {
      return answer(request, next, stepUp.prove(request.signedIn(), typed, code, request.origin()));
    }
  }

  private Reply proveByPasskey(Request request) {
    return answer(
        request,
        next(request.form()),
        stepUp.prove(request.signedIn(), request.field("passkey"), request.origin()));
  }

  private Reply answer(Request request, String next, Optional<Result> doubt) {
    if (doubt.isEmpty()) {
      return new Reply.SeeOther(next);
    }
    Shell shell = shells.of(request, "");
    return doubt.get() instanceof Result.Wait(var left)
        ? page(request, 429, next, SignInPages.wait(shell, left))
        : page(request, 422, next, shell.say("step-up.refused"));
  }

  private Reply page(Request request, int status, String next, String problem) {
    return views.page(
        status,
        "step-up",
        Map.of(
            "shell",
            shells.of(request, ""),
            "next",
            next,
            "passkey",
            stepUp.passkey(request.signedIn()),
            "problem",
            problem));
  }
}
