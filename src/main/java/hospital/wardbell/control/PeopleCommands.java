package hospital.wardbell.control;

import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.identity.Accounts;
import hospital.wardbell.identity.Accounts.NewStaff;
import hospital.wardbell.identity.Identity;
import hospital.wardbell.identity.LinkDesk.Issued;
import hospital.wardbell.identity.OffBoarding;
import hospital.wardbell.identity.PeopleDesk.Person;
import hospital.wardbell.identity.Staff;
import hospital.wardbell.json.JsonObject;
import java.util.List;
import java.util.Map;

/// Who may come in, from the command line: invitations, new passwords by link, and who may not any
/// more.
///
/// @param address the console's, with a `/` at its end
public record PeopleCommands(Identity identity, String address) {
  private static final String ORIGIN = "cli";

  public Map<String, Command> commands() {
    return Map.of(
        "user.list", (_, _) -> list(),
        "user.invite", this::invite,
        "user.reset", this::reset,
        "user.disable", this::disable,
        "user.offboard", this::offBoard,
        "user.enable", this::enable);
  }

  private JsonObject list() {
    return new JsonObject()
        .put("accounts", identity.people().people().stream().map(PeopleCommands::shown).toList())
        .put("lacks_administrators", identity.people().lacksAdministrators());
  }

  private static JsonObject shown(Person person) {
    return new JsonObject()
        .put("login", person.staff().login())
        .put("roles", person.staff().roles().stream().map(AccountCommands::lower).sorted().toList())
        .put("standing", AccountCommands.lower(person.standing()))
        .put("needs_password", person.stranded());
  }

  private JsonObject invite(JsonObject request, Actor.Operator by) {
    List<String> teams = request.texts("teams");
    return shown(
        identity
            .links()
            .invite(
                new NewStaff(
                    request.text("login"),
                    request.text("name"),
                    AccountCommands.roles(request),
                    teams.isEmpty()
                        ? List.of(identity.accounts().frontDesk())
                        : teams.stream().map(name -> team(identity.accounts(), name)).toList(),
                    request.maybeText("language").orElse("en")),
                by,
                ORIGIN));
  }

  /// The team of that name.
  static Id team(Accounts accounts, String name) {
    Map<Id, String> teams = accounts.teams();
    return teams.entrySet().stream()
        .filter(team -> team.getValue().equalsIgnoreCase(name.strip()))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(() ->
            new Refusal(
                2,
                "\"%s\" is none of the teams: %s"
                    .formatted(
                        name, String.join(", ", teams.values().stream().sorted().toList()))));
  }

  private JsonObject shown(Issued issued) {
    return new JsonObject()
        .put("login", issued.staff().login())
        .put("link", address + "welcome#" + AccountCommands.reveal(issued.code()))
        .put("invitation", issued.invitation())
        .put("ends", issued.ends().toString());
  }

  private JsonObject reset(JsonObject request, Actor.Operator by) {
    return shown(identity.links().renew(named(request), by, ORIGIN));
  }

  private JsonObject disable(JsonObject request, Actor.Operator by) {
    identity.people().disable(named(request), by, ORIGIN);
    return new JsonObject();
  }

  private JsonObject offBoard(JsonObject request, Actor.Operator by) {
    OffBoarding done = identity.offBoarding().offBoard(named(request), by, ORIGIN);
    JsonObject steps = new JsonObject();
    for (OffBoarding.Step step : OffBoarding.Step.values()) {
      JsonObject _ = steps.put(AccountCommands.lower(step), done.many(step));
    }
    return new JsonObject()
        .put("record", done.id().toString())
        .put("at", done.at().toString())
        .put("by", done.by())
        .put("steps", steps);
  }

  private JsonObject enable(JsonObject request, Actor.Operator by) {
    identity.people().enable(named(request), by, ORIGIN);
    return new JsonObject();
  }

  private Id named(JsonObject request) {
    return named(identity.accounts(), request);
  }

  /// Whose login the request has.
  static Id named(Accounts accounts, JsonObject request) {
    return accounts
        .find(request.text("login"))
        .map(Staff::id)
        .orElseThrow(() -> new Refusal(2, "There is no such account: wardbell user list"));
  }
}
