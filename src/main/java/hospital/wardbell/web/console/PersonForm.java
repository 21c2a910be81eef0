package hospital.wardbell.web.console;

import hospital.wardbell.base.Id;
import hospital.wardbell.identity.Accounts.NewStaff;
import hospital.wardbell.identity.Role;
import hospital.wardbell.identity.Staff;
import hospital.wardbell.web.Request;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// A person as a form has them: what is typed and ticked.
///
/// @param all every team there is, by id
public record PersonForm(
    String login,
    String name,
    String language,
    Set<Role> roles,
    Set<Id> teams,
    Map<Id, String> all) {
  public PersonForm {
    roles = Set.copyOf(roles);
    teams = Set.copyOf(teams);
    all = Map.copyOf(all);
  }

  /// A team to tick.
  public record Team(Id id, String name, boolean ticked) {}

  /// Nobody yet: of the front desk, and without a role.
  static PersonForm empty(Id frontDesk, Map<Id, String> all) {
    return new PersonForm("", "", "en", Set.of(), Set.of(frontDesk), all);
  }

  static PersonForm of(Staff staff, Map<Id, String> all) {
    return new PersonForm(
        staff.login(),
        staff.name(),
        staff.language(),
        staff.roles(),
        Set.copyOf(staff.teams()),
        all);
  }

  static PersonForm posted(Request request, Map<Id, String> all) {
    return new PersonForm(
        request.field("login"),
        request.field("name"),
        request.field("language"),
        Arrays.stream(Role.values())
            .filter(role -> !request.field("role." + role).isEmpty())
            .collect(Collectors.toSet()),
        all.keySet().stream()
            .filter(team -> !request.field("team." + team).isEmpty())
            .collect(Collectors.toSet()),
        all);
  }

  NewStaff person() {
    return new NewStaff(login, name, roles, List.copyOf(teams), language);
  }

  /// By name.
  public List<Team> choices() {
    return all.entrySet().stream()
        .map(team -> new Team(team.getKey(), team.getValue(), teams.contains(team.getKey())))
        .sorted((a, b) -> a.name().compareToIgnoreCase(b.name()))
        .toList();
  }
}
