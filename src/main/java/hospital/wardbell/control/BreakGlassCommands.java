package hospital.wardbell.control;

import hospital.wardbell.base.Id;
import hospital.wardbell.identity.Accounts;
import hospital.wardbell.identity.GlassReviews;
import hospital.wardbell.identity.GlassUse;
import hospital.wardbell.identity.Staff;
import hospital.wardbell.json.JsonObject;
import java.util.Locale;
import java.util.Map;

/// Who used break-glass and what became of the reviews, from the command line: nothing that anybody
/// wrote, and no way to begin it.
public record BreakGlassCommands(GlassReviews reviews, Accounts accounts) {
  public Map<String, Command> commands() {
    return Map.of("break-glass.list", (_, _) -> list());
  }

  private JsonObject list() {
    Map<Id, String> teams = accounts.teams();
    return new JsonObject()
        .put("uses", reviews.uses().stream().map(use -> shown(use, teams)).toList());
  }

  private JsonObject shown(GlassUse use, Map<Id, String> teams) {
    return new JsonObject()
        .put("id", use.glass().use().toString())
        .put("login", login(use.glass().staff()))
        .put("team", teams.getOrDefault(use.glass().team(), ""))
        .put("why", lower(use.why()))
        .put("begun_at", use.glass().begun().toString())
        .put("until", use.glass().until().toString())
        .put("ended_at", use.ended().map(ended -> ended.at().toString()))
        .put("ended_how", use.ended().map(ended -> lower(ended.how())))
        .put("review", state(use))
        .put("reviewed_by", use.review().map(review -> login(review.by())))
        .put("finding", use.review().map(review -> lower(review.finding())));
  }

  private static String state(GlassUse use) {
    if (use.review().isPresent()) {
      return "signed";
    }
    return use.overdue() ? "overdue" : "due";
  }

  private String login(Id staff) {
    return accounts.find(staff).map(Staff::login).orElse(staff.toString());
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
