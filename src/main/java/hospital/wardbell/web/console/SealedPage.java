package hospital.wardbell.web.console;

import hospital.wardbell.base.Secret;
import hospital.wardbell.web.Assets;
import hospital.wardbell.web.Reply;
import hospital.wardbell.web.Request;
import hospital.wardbell.web.Routes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Says that the keyring is not open yet, and opens it for whoever has the passphrase, or enough
/// shares of the recovery kit.
///
/// What is typed goes no further than the door, and is not shown again.
///
/// @spec https://pages.nist.gov/800-63-4/sp800-63b.html#throttle NIST SP 800-63B-4 §3.2.2
final class SealedPage {
  private static final String TOP = "/";
  private static final String KIT = "/unlock/kit";

  private final OpenShell shells;
  private final SealedDoor door;
  private final Views views = new Views();

  SealedPage(Assets assets, SealedDoor door) {
    this.shells = new OpenShell(assets);
    this.door = door;
  }

  void mount(Routes routes) {
    routes.openGet(TOP, request -> door.isOpening() ? opening(request) : form(request, 503, ""));
    routes.openGet(KIT, request -> kit(request, 503, ""));
    routes.openPost("/unlock", this::passphrase);
    routes.openPost(KIT, this::shares);
  }

  private Reply passphrase(Request request) {
    try (Secret typed = Secret.copyOf(request.field("passphrase").toCharArray())) {
      return answer(request, door.passphrase(typed, request.origin()), this::form);
    }
  }

  private Reply shares(Request request) {
    List<String> typed =
        IntStream.rangeClosed(1, door.sharesNeeded())
            .mapToObj(number -> request.field("share" + number))
            .filter(words -> !words.isBlank())
            .toList();
    return answer(request, door.shares(typed, request.origin()), this::kit);
  }

  /// The form that was used, shown again with what is wrong.
  private interface Again {
    Reply page(Request request, int status, String problem);
  }

  private Reply answer(Request request, SealedDoor.Answer answer, Again again) {
    return switch (answer) {
      case SealedDoor.Answer.Opening() -> new Reply.SeeOther(TOP);
      case SealedDoor.Answer.Wrong() -> again.page(request, 422, say(request, "sealed.wrong"));
      case SealedDoor.Answer.Mistyped(String what, List<Integer> numbers) ->
          again.page(request, 422, say(request, "sealed.share." + what, numbers.toArray()));
      case SealedDoor.Answer.Wait(Duration left) ->
          again.page(request, 429, say(request, "sign-in.wait-seconds", left.toSeconds() + 1));
    };
  }

  private String say(Request request, String key, Object... arguments) {
    return shells.of(request.language()).say(key, arguments);
  }

  private Reply form(Request request, int status, String problem) {
    String shown = problem.isEmpty() ? door.trouble().orElse("") : problem;
    return views.page(
        status,
        "sealed",
        Map.of(
            "shell",
            shells.of(request.language()),
            "problem",
            shown,
            "kit",
            door.sharesNeeded() > 0,
            "elsewhere",
            door.isPassphraseOfOtherBuild()));
  }

  private Reply opening(Request request) {
    return views.page(503, "opening", Map.of("shell", shells.of(request.language())));
  }

  private Reply kit(Request request, int status, String problem) {
    if (door.sharesNeeded() == 0) {
      return new Reply.SeeOther(TOP);
    }
    return views.page(
        status,
        "sealed-kit",
        Map.of(
            "shell",
            shells.of(request.language()),
            "problem",
            problem,
            "needed",
            door.sharesNeeded()));
  }
}
