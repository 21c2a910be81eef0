package hospital.wardbell.control;

import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.Secret;
import hospital.wardbell.directory.Directory;
import hospital.wardbell.directory.DirectoryFault;
import hospital.wardbell.directory.DirectoryServer;
import hospital.wardbell.directory.DirectoryServer.Security;
import hospital.wardbell.directory.Examination;
import hospital.wardbell.directory.Grant;
import hospital.wardbell.directory.Kind;
import hospital.wardbell.directory.PassedOver;
import hospital.wardbell.directory.Report;
import hospital.wardbell.identity.Accounts;
import hospital.wardbell.identity.Role;
import hospital.wardbell.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The hospital's directory from the command line: where it is, what its groups mean, whether it is
/// of use, and a look at it now.
public record DirectoryCommands(Directory directory, Accounts accounts) {
  private static final String ORIGIN = "cli";

  public Map<String, Command> commands() {
    return Map.of(
        "directory.show", (_, _) -> show(),
        "directory.set", this::set,
        "directory.off", (_, by) -> remove(by),
        "directory.map", this::map,
        "directory.unmap", this::unmap,
        "directory.test", this::test,
        "directory.sync", this::sync);
  }

  private JsonObject show() {
    Map<Id, String> teams = accounts.teams();
    JsonObject shown =
        new JsonObject()
            .put("server", directory.server().map(DirectoryCommands::shown))
            .put(
                "groups",
                directory.grants().all().stream().map(grant -> shown(grant, teams)).toList());
    return shown.put("last", directory.last().map(DirectoryCommands::shown));
  }

  private static JsonObject shown(DirectoryServer server) {
    return new JsonObject()
        .put("address", server.address())
        .put("kind", server.kind().word())
        .put("account", server.account())
        .put("people", server.people())
        .put("groups", server.groups())
        .put("login", server.login())
        .put("name", server.name())
        .put("own_authority", !server.authority().isEmpty());
  }

  private static JsonObject shown(Grant grant, Map<Id, String> teams) {
    return new JsonObject()
        .put("group", grant.group())
        .put("role", grant.role().map(AccountCommands::lower))
        .put("team", grant.team().map(team -> teams.getOrDefault(team, team.toString())));
  }

  private static JsonObject shown(Report report) {
    return new JsonObject()
        .put("at", report.at().toString())
        .put("outcome", AccountCommands.lower(report.outcome()))
        .put("listed", report.listed())
        .put("come", report.come())
        .put("changed", report.changed())
        .put("out", report.out())
        .put("back", report.back())
        .put("trouble", report.trouble())
        .put("passed_over", report.passedOver().stream().map(DirectoryCommands::shown).toList());
  }

  private static JsonObject shown(PassedOver passed) {
    return new JsonObject().put("login", passed.login()).put("why", passed.why().words());
  }

  private JsonObject set(JsonObject request, Actor.Operator by) {
    try (Secret password = Secret.copyOf(request.text("password").toCharArray())) {
      Security security = Security.valueOf(request.text("security").toUpperCase(Locale.ROOT));
      Kind kind = Kind.valueOf(request.text("kind").toUpperCase(Locale.ROOT));
      directory.set(
          new DirectoryServer(
              request.text("host"),
              request.maybeNumber("port").map(Math::toIntExact).orElse(security.usualPort()),
              security,
              kind,
              request.text("account"),
              request.text("people"),
              filled(request, "groups").orElse(request.text("people")),
              filled(request, "login").orElse(kind.usualLogin()),
              filled(request, "name").orElse(kind.usualName()),
              request.text("authority")),
          password,
          by);
    } catch (IllegalArgumentException e) {
      throw new Refusal(2, String.valueOf(e.getMessage()));
    }
    return new JsonObject();
  }

  private static Optional<String> filled(JsonObject request, String name) {
    return request.maybeText(name).filter(text -> !text.isEmpty());
  }

  private JsonObject remove(Actor.Operator by) {
    if (!directory.remove(by)) {
      throw none();
    }
    return new JsonObject();
  }

  private static Refusal none() {
    return new Refusal(3, "No directory is set. Set one with: wardbell directory set");
  }

  private JsonObject map(JsonObject request, Actor.Operator by) {
    Set<Role> roles = request.texts("roles").isEmpty() ? Set.of() : AccountCommands.roles(request);
    Set<Id> teams =
        request.texts("teams").stream()
            .map(name -> PeopleCommands.team(accounts, name))
            .collect(Collectors.toSet());
    try {
      directory.grants().set(request.text("group"), roles, teams, by);
    } catch (IllegalArgumentException e) {
      throw new Refusal(2, String.valueOf(e.getMessage()));
    }
    return new JsonObject();
  }

  private JsonObject unmap(JsonObject request, Actor.Operator by) {
    if (!directory.grants().remove(request.text("group"), by)) {
      throw new Refusal(3, "That group means nothing here. See: wardbell directory show");
    }
    return new JsonObject();
  }

  private JsonObject test(JsonObject request, Actor.Operator by) {
    List<Examination.Step> steps =
        directory.test(filled(request, "login"), by, ORIGIN).orElseThrow(DirectoryCommands::none);
    return new JsonObject()
        .put("good", steps.stream().allMatch(Examination.Step::good))
        .put(
            "steps",
            steps.stream()
                .map(step -> new JsonObject().put("good", step.good()).put("words", step.words()))
                .toList());
  }

  private JsonObject sync(JsonObject request, Actor.Operator by) {
    if (directory.server().isEmpty()) {
      throw none();
    }
    try {
      return shown(
          request.flag("preview")
              ? directory.preview()
              : directory.follow(by, request.flag("however")));
    } catch (DirectoryFault e) {
      throw new Refusal(75, String.valueOf(e.getMessage()));
    }
  }
}
