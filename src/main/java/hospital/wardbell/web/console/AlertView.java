package hospital.wardbell.web.console;

import hospital.wardbell.alert.Alert;
import hospital.wardbell.alert.Fact;
import hospital.wardbell.base.Id;
import hospital.wardbell.identity.Accounts;
import java.util.List;
import java.util.Map;

/// Alerts in words, with the names of staff and teams that they themselves do not hold.
public record AlertView(List<Alert> open, List<Alert> settled, Accounts accounts, Shell shell) {
  public AlertView {
    open = List.copyOf(open);
    settled = List.copyOf(settled);
  }

  /// What has happened, in one line.
  public String what(Alert alert) {
    return shell.say("alerts.kind." + alert.kind());
  }

  /// The same with who, where and how long.
  public String whole(Alert alert) {
    Map<Id, String> teams = accounts.teams();
    return shell.say(
        "alerts.said." + alert.kind(),
        alert.facts().stream().map(fact -> said(fact, teams)).toArray());
  }

  private Object said(Fact fact, Map<Id, String> teams) {
    return switch (fact) {
      case Fact.Person(Id staff) -> who(staff);
      case Fact.Team(Id team) -> teams.getOrDefault(team, "–");
      case Fact.Thing(Id id) -> id.toString();
      case Fact.Count(long number) -> number;
      case Fact.Time(var at) -> shell.times().at(at);
    };
  }

  public String who(Id staff) {
    return accounts.name(staff).orElse(shell.say("by.left"));
  }

  /// How it ended, and by whom.
  public String end(Alert alert) {
    return alert
        .settled()
        .flatMap(Alert.Settled::by)
        .map(staff -> shell.say("alerts.acknowledged.by", who(staff)))
        .orElseGet(() -> shell.say("alerts.over"));
  }
}
