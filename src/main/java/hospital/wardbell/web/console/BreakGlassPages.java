package hospital.wardbell.web.console;

import hospital.wardbell.base.Id;
import hospital.wardbell.identity.Accounts;
import hospital.wardbell.identity.BreakGlass;
import hospital.wardbell.identity.GlassUse.Why;
import hospital.wardbell.identity.Permission;
import hospital.wardbell.identity.StepUp;
import hospital.wardbell.settings.Settings;
import hospital.wardbell.web.NoSuchPage;
import hospital.wardbell.web.Reply;
import hospital.wardbell.web.Request;
import hospital.wardbell.web.Routes;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reading another team's conversations in an emergency: the form, and the button that ends it.
record BreakGlassPages(
    BreakGlass breakGlass, StepUp stepUp, Accounts accounts, Shells shells, Views views)
    implements Console.Mounted {
  private static final String PATH = "/break-glass";
  private static final String HERE = "break-glass";

  @Override
  public void mount(Routes routes) {
    routes.get(
        PATH,
        Permission.BREAK_GLASS,
        StepUpPages.proven(stepUp, PATH, request -> page(request, 200, "")));
    routes.post(PATH, Permission.BREAK_GLASS, StepUpPages.proven(stepUp, PATH, this::begin));
    routes.post(PATH + "/end", Permission.BREAK_GLASS, this::end);
  }

  private Reply page(Request request, int status, String problem) {
    Map<Id, String> teams = new HashMap<>(accounts.teams());
    request.signedIn().staff().teams().forEach(teams::remove);
    List<Map.Entry<Id, String>> others =
        teams.entrySet().stream().sorted(Map.Entry.comparingByValue()).toList();
    return views.page(
        status,
        "break-glass",
        Map.of(
            "shell",
            shells.of(request, HERE),
            "teams",
            others,
            "minutes",
            shells.settings().number(Settings.Key.BREAK_GLASS_MINUTES),
            "reason",
            request.field("reason"),
            "problem",
            problem));
  }

  private Reply begin(Request request) {
    Why why =
        Arrays.stream(Why.values())
            .filter(each -> each.name().equals(request.field("why")))
            .findFirst()
            .orElseThrow(NoSuchPage::new);
    BreakGlass.Outcome outcome =
        breakGlass.begin(
            request.signedIn(),
            team(request),
            why,
            request.field("reason").replace("\r\n", "\n"),
            request.origin());
    return switch (outcome) {
      case DONE -> new Reply.SeeOther("/inbox?v=all");
      case ROLE, NOT_PROVEN, TEAM, NO_WORDS ->
          page(request, 422, shells.of(request, HERE).say("break-glass.refused." + outcome));
    };
  }

  private static Id team(Request request) {
    try {
      return Id.parse(request.field("team"));
    } catch (IllegalArgumentException _) {
      throw new NoSuchPage();
    }
  }

  private Reply end(Request request) {
    breakGlass.end(request.signedIn());
    return new Reply.SeeOther("/inbox");
  }
}
