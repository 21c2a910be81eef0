package hospital.wardbell.web.console;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.Secret;
import hospital.wardbell.identity.Admission;
import hospital.wardbell.identity.Admission.Result;
import hospital.wardbell.identity.Admission.Shown;
import hospital.wardbell.identity.PasswordPolicy;
import hospital.wardbell.web.Reply;
import hospital.wardbell.web.Request;
import hospital.wardbell.web.Routes;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where one-time links lead. The code is in the address behind `#`, which browsers send to nobody;
/// a script puts it into the field, or a person types it. It is posted, and asking for the page
/// uses nothing up.
record WelcomePages(Admission admission, Shells shells, Views views) implements Console.Mounted {
  static final String PATH = "/welcome";

  private static final Pattern SECRET = Pattern.compile("[?&]secret=([A-Z2-7]+)");
  private static final String NONE = "";

  @Override
  public void mount(Routes routes) {
    routes.openGet(PATH, request -> codePage(request, 200, NONE));
    routes.openPost(PATH, this::begin);
    routes.openPost(PATH + "/choose", this::choose);
  }

  private Reply begin(Request request) {
    return answer(request, admission.begin(request.field("code"), request.origin()));
  }

  private Reply choose(Request request) {
    String code = request.field("code").replaceAll("\\s", "");
    try (Secret password = Secret.copyOf(request.field("password").toCharArray());
        Secret again = Secret.copyOf(request.field("again").toCharArray())) {
      return pending(request.field("pending"))
          .map(p -> answer(request, admission.finish(p, password, again, code, request.origin())))
          .orElseGet(() -> answer(request, new Result.Refused()));
    }
  }

  private static Optional<Id> pending(String text) {
    try {
      return Optional.of(Id.parse(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private Reply answer(Request request, Result result) {
    Shell shell = shells.of(request, "");
    return switch (result) {
      case Result.Due(Shown shown) -> choosePage(shell, 200, shown, NONE);
      case Result.Unfit(Shown shown, var why) ->
          choosePage(shell, 422, shown, shell.say("welcome.unfit." + why, PasswordPolicy.least()));
      case Result.Unlike(Shown shown) -> choosePage(shell, 422, shown, shell.say("welcome.unlike"));
      case Result.WrongCode(Shown shown) ->
          choosePage(shell, 422, shown, shell.say("welcome.wrong-code"));
      case Result.Later(Shown shown, var left) ->
          choosePage(shell, 429, shown, SignInPages.wait(shell, left));
      case Result.Welcome(var in) -> new Reply.SetSession(in.cookie(), shells.home(in.session()));
      case Result.Changed() -> views.page(200, "welcome-changed", Map.of("shell", shell));
      case Result.Refused() -> codePage(request, 422, shell.say("welcome.refused"));
      case Result.Wait(var left) -> codePage(request, 429, SignInPages.wait(shell, left));
    };
  }

  private Reply codePage(Request request, int status, String problem) {
    return views.page(
        status, "welcome", Map.of("shell", shells.of(request, ""), "problem", problem));
  }

  private Reply choosePage(Shell shell, int status, Shown shown, String problem) {
    String otpauth = shown.otpauth().map(WelcomePages::text).orElse(NONE);
    return views.page(
        status,
        "welcome-choose",
        Map.of(
            "shell",
            shell,
            "pending",
            shown.pending().toString(),
            "login",
            shown.login(),
            "least",
            PasswordPolicy.least(),
            "qr",
            otpauth.isEmpty() ? NONE : QrDrawing.svg(otpauth, shell.say("app.qr")),
            "secret",
            secret(otpauth),
            "problem",
            problem));
  }

  private static String text(Secret secret) {
    return secret.lend(octets -> new String(octets, StandardCharsets.UTF_8));
  }

  /// As it is typed into an app, in groups of four.
  private static String secret(String otpauth) {
    Matcher secret = SECRET.matcher(otpauth);
    return secret.find() ? secret.group(1).replaceAll("(.{4})(?=.)", "$1 ") : NONE;
  }
}
