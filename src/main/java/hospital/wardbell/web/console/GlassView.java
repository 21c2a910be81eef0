package hospital.wardbell.web.console;

import hospital.wardbell.audit.Recorded;
import hospital.wardbell.base.Id;
import hospital.wardbell.identity.Accounts;
import hospital.wardbell.identity.GlassUse;
import hospital.wardbell.identity.GlassUse.Finding;
import java.util.Map;

/// Uses of break-glass in words.
public record GlassView(Accounts accounts, Map<Id, String> teams, Shell shell) {
  public GlassView {
    teams = Map.copyOf(teams);
  }

  public String who(Id staff) {
    return accounts.name(staff).orElse(shell.say("by.left"));
  }

  public String team(GlassUse use) {
    return teams.getOrDefault(use.glass().team(), "–");
  }

  /// How it ended, or until when it goes on.
  public String end(GlassUse use) {
    return use.ended()
        .map(ended -> shell.say("glass-uses.ended." + ended.how(), shell.times().at(ended.at())))
        .orElseGet(() -> shell.say("glass-uses.until", shell.times().at(use.glass().until())));
  }

  /// What was done; the code itself if this version has no words for it.
  public String what(Recorded entry) {
    String key = "act." + entry.act();
    return shell.words().has(key) ? shell.say(key) : entry.act();
  }

  public Finding[] findings() {
    return Finding.values();
  }
}
