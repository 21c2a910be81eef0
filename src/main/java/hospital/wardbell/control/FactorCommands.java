package hospital.wardbell.control;

import hospital.wardbell.base.Actor;
import hospital.wardbell.identity.FactorDesk;
import hospital.wardbell.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Second factors of staff who have lost theirs, from the command line.
public record FactorCommands(FactorDesk desk) {
  public Map<String, Command> commands() {
    return Map.of("user.reset-mfa", this::reset);
  }

  private JsonObject reset(JsonObject request, Actor.Operator by) {
    String code =
        desk.reset(request.text("login"), by, "cli")
            .lend(octets -> new String(octets, StandardCharsets.UTF_8));
    return new JsonObject().put("code", code);
  }
}
