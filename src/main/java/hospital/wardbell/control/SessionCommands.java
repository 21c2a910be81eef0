package hospital.wardbell.control;

import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.identity.Identity;
import hospital.wardbell.identity.SessionDesk;
import hospital.wardbell.json.JsonObject;
import java.util.Map;

/// Where somebody is signed in, from the command line.
public record SessionCommands(Identity identity) {
  private static final String ORIGIN = "cli";
  private static final String ALL = "all";

  public Map<String, Command> commands() {
    return Map.of("user.sessions", this::list, "user.end-sessions", this::end);
  }

  private SessionDesk desk() {
    return identity.sessionDesk();
  }

  private Id named(JsonObject request) {
    return PeopleCommands.named(identity.accounts(), request);
  }

  private JsonObject list(JsonObject request, Actor.Operator by) {
    return new JsonObject()
        .put("sessions", desk().of(named(request)).stream().map(SessionCommands::shown).toList());
  }

  private static JsonObject shown(SessionDesk.Running session) {
    return new JsonObject()
        .put("id", session.id().toString())
        .put("origin", session.origin())
        .put("browser", AccountCommands.lower(session.browser().kind()))
        .put("machine", AccountCommands.lower(session.browser().machine()))
        .put("began", session.began().toString())
        .put("used", session.used().toString())
        .put("locked", session.locked());
  }

  private JsonObject end(JsonObject request, Actor.Operator by) {
    Id person = named(request);
    String which = request.text("session");
    int ended =
        which.equals(ALL)
            ? desk().endAll(person, by, ORIGIN)
            : desk().end(person, id(which), by, ORIGIN) ? 1 : 0;
    if (ended == 0) {
      throw new Refusal(3, "There is no such session: wardbell user sessions LOGIN");
    }
    return new JsonObject().put("ended", ended);
  }

  private static Id id(String text) {
    try {
      return Id.parse(text);
    } catch (IllegalArgumentException e) {
      throw new Refusal(2, "A session's id is as user sessions shows it, or all.");
    }
  }
}
