package hospital.wardbell.control;

import hospital.wardbell.alert.Alert;
import hospital.wardbell.alert.Alerts;
import hospital.wardbell.alert.Kind;
import hospital.wardbell.alert.MailAddress;
import hospital.wardbell.alert.MailServer;
import hospital.wardbell.alert.Notice;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.Secret;
import hospital.wardbell.identity.Identity;
import hospital.wardbell.identity.Permission;
import hospital.wardbell.identity.Staff;
import hospital.wardbell.identity.StaffCircle;
import hospital.wardbell.json.JsonObject;
import hospital.wardbell.store.Store;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Alerts from the command line: what is open, who was told, how people are reached. To acknowledge
/// one takes a person whom it concerns, who signs in for it.
public final class AlertCommands {
  private static final String ORIGIN = "cli";

  private final Store store;
  private final Alerts alerts;
  private final Identity identity;
  private final PersonAtServer people;

  public AlertCommands(Store store, Alerts alerts, Identity identity) {
    this.store = store;
    this.alerts = alerts;
    this.identity = identity;
    this.people = new PersonAtServer(identity);
  }

  public Map<String, Command> commands() {
    return Map.of(
        "alert.list", (_, _) -> list(),
        "alert.ack", (request, _) -> acknowledge(request),
        "alert.test", this::test,
        "alert.reach", this::reach,
        "alert.mail", (_, _) -> mail(),
        "alert.mail-set", this::setMail,
        "alert.mail-off", (_, by) -> removeMail(by));
  }

  private JsonObject list() {
    return new JsonObject()
        .put(
            "alerts",
            Stream.concat(alerts.open().stream(), alerts.settled().stream())
                .map(this::shown)
                .toList());
  }

  private JsonObject shown(Alert alert) {
    return new JsonObject()
        .put("reference", alert.reference().text())
        .put("kind", lower(alert.kind()))
        .put(
            "state",
            alert.isOpen() && alert.unheard().isPresent() ? "unheard" : lower(alert.state()))
        .put("raised_at", alert.raised().toString())
        .put("times", alert.times())
        .put("settled_at", alert.settled().map(settled -> settled.at().toString()))
        .put("settled_by", alert.settled().flatMap(Alert.Settled::by).map(this::login))
        .put("told", alert.told().stream().map(this::shown).toList());
  }

  private JsonObject shown(Alert.Told told) {
    return new JsonObject()
        .put("login", login(told.staff()))
        .put("channel", told.channel())
        .put("state", lower(told.state()))
        .put("tries", told.tries())
        .put("trouble", told.trouble());
  }

  private String login(Id staff) {
    return identity.accounts().find(staff).map(Staff::login).orElse(staff.toString());
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private JsonObject acknowledge(JsonObject request) {
    Staff staff = people.staff(request, Permission.OWN_SESSION);
    String reference = request.text("reference").toUpperCase(Locale.ROOT);
    List<Alert> found =
        alerts.concerning(StaffCircle.reader(staff)).stream()
            .filter(alert -> alert.reference().text().equals(reference))
            .toList();
    if (found.size() != 1) {
      throw new Refusal(3, "No open alert of that reference is for this person.");
    }
    return switch (alerts.acknowledge(
        found.getFirst().id(), StaffCircle.reader(staff), staff.actor(), ORIGIN)) {
      case DONE -> new JsonObject();
      case SETTLED_ALREADY, NOT_THERE -> throw new Refusal(3, "Somebody else was first.");
    };
  }

  private JsonObject test(JsonObject request, Actor.Operator by) {
    Staff staff = staff(request);
    Notice notice = Notice.to(staff.id(), Kind.TEST, staff.id().toString(), by);
    Id alert = store.write(tx -> alerts.raise(tx, notice));
    return shown(
        alerts.open().stream()
            .filter(open -> open.id().equals(alert))
            .findFirst()
            .orElseThrow(() -> new Refusal(1, "It was acknowledged at once.")));
  }

  private Staff staff(JsonObject request) {
    String login = request.text("login");
    return identity
        .accounts()
        .find(login)
        .orElseThrow(() -> new Refusal(2, "There is no account " + login + "."));
  }

  private JsonObject reach(JsonObject request, Actor.Operator by) {
    Optional<MailAddress> mail =
        request.maybeText("mail").filter(text -> !text.isEmpty()).map(AlertCommands::address);
    alerts.reaches().set(staff(request).id(), mail, by);
    return new JsonObject();
  }

  private static MailAddress address(String text) {
    try {
      return new MailAddress(text);
    } catch (IllegalArgumentException e) {
      throw new Refusal(2, String.valueOf(e.getMessage()));
    }
  }

  private JsonObject mail() {
    return alerts
        .mailServers()
        .present()
        .map(server ->
            new JsonObject()
                .put("host", server.host())
                .put("port", server.port())
                .put("security", server.security().word())
                .put("from", server.sender().text())
                .put("login", server.login())
                .put("own_authority", !server.authority().isEmpty()))
        .orElseThrow(() -> new Refusal(3, "No mail server is set; no e-mail is sent."));
  }

  private JsonObject setMail(JsonObject request, Actor.Operator by) {
    try (Secret password = Secret.copyOf(request.text("password").toCharArray())) {
      MailServer.Security security =
          MailServer.Security.valueOf(request.text("security").toUpperCase(Locale.ROOT));
      alerts
          .mailServers()
          .set(
              new MailServer(
                  request.text("host"),
                  request.maybeNumber("port").map(Math::toIntExact).orElse(security.usualPort()),
                  security,
                  new MailAddress(request.text("from")),
                  request.text("user"),
                  request.text("authority")),
              password,
              by);
    } catch (IllegalArgumentException e) {
      throw new Refusal(2, String.valueOf(e.getMessage()));
    }
    return new JsonObject();
  }

  private JsonObject removeMail(Actor.Operator by) {
    if (!alerts.mailServers().remove(by)) {
      throw new Refusal(3, "No mail server was set.");
    }
    return new JsonObject();
  }
}
