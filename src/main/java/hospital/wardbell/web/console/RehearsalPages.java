package hospital.wardbell.web.console;

import hospital.wardbell.identity.Identity;
import hospital.wardbell.identity.Permission;
import hospital.wardbell.identity.lesson.Rehearsal;
import hospital.wardbell.web.Reply;
import hospital.wardbell.web.Request;
import hospital.wardbell.web.Routes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A conversation with nobody, to try one's hand at. No patient, no outbox and no row takes part:
/// what was said travels in the page's own form and is gone with the page.
record RehearsalPages(Identity identity, Shells shells, Views views) implements Console.Mounted {
  private static final String PATH = TrainingPages.PATH + "/practice";
  private static final int LONGEST = 1_000;

  @Override
  public void mount(Routes routes) {
    routes.get(PATH, Permission.OWN_SESSION, request -> page(request, 200, List.of(), "", ""));
    routes.post(PATH, Permission.OWN_SESSION, this::answer);
  }

  private Rehearsal rehearsal(Request request) {
    return identity.training().rehearsal(request.language());
  }

  private Reply page(Request request, int status, List<String> said, String typed, String problem) {
    return views.page(
        status,
        "rehearsal",
        Map.of(
            "shell",
            shells.of(request, TrainingPages.PLACE),
            "view",
            new RehearsalView(rehearsal(request), said, typed, problem)));
  }

  private Reply answer(Request request) {
    Rehearsal rehearsal = rehearsal(request);
    List<String> said = said(request, rehearsal);
    String text = bounded(request.field("text"));
    if (said.size() >= rehearsal.answers()) {
      return page(request, 200, said, "", "");
    }
    Shell shell = shells.of(request, TrainingPages.PLACE);
    if (text.isEmpty()) {
      return page(request, 422, said, "", shell.say("rehearsal.empty"));
    }
    Optional<String> telling = rehearsal.telling(text);
    if (telling.isPresent()) {
      return page(request, 422, said, text, shell.say("rehearsal.tells", telling.get()));
    }
    said.add(text);
    return page(request, 200, said, "", "");
  }

  private static List<String> said(Request request, Rehearsal rehearsal) {
    List<String> said = new ArrayList<>();
    for (int i = 0; i < rehearsal.answers(); i++) {
      String before = bounded(request.field("said" + i));
      if (before.isEmpty()) {
        return said;
      }
      said.add(before);
    }
    return said;
  }

  private static String bounded(String typed) {
    String text = typed.strip().replace("\r\n", "\n");
    return text.substring(0, Math.min(text.length(), LONGEST));
  }
}
