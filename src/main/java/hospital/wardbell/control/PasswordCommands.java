package hospital.wardbell.control;

import hospital.wardbell.base.Actor;
import hospital.wardbell.identity.PasswordDesk;
import hospital.wardbell.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// New passwords, from the command line.
public record PasswordCommands(PasswordDesk desk) {
  public Map<String, Command> commands() {
    return Map.of("user.password", this::give);
  }

  /// That so many accounts are opened by no password in this build, and the cure.
  public static String stranded(long accounts) {
    return "%d cannot sign in, because their passwords were kept by Wardbell's usual build, with Argon2id, which the validated module has not. Give each a new one: wardbell user password LOGIN. Who they are: wardbell user list"
        .formatted(accounts);
  }

  private JsonObject give(JsonObject request, Actor.Operator by) {
    String password =
        desk.give(request.text("login"), by)
            .lend(octets -> new String(octets, StandardCharsets.UTF_8));
    return new JsonObject().put("password", password);
  }
}
