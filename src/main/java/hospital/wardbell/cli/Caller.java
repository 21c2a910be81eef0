package hospital.wardbell.cli;

import hospital.wardbell.BootReader;
import hospital.wardbell.Home;
import hospital.wardbell.control.ControlClient;
import hospital.wardbell.json.JsonObject;
import java.nio.file.Path;

/// Asks the running service on behalf of a subcommand.
final class Caller {
  private final ControlClient client;

  Caller(Path config) {
    this.client = new ControlClient(new Home(BootReader.read(config).home()).socket());
  }

  JsonObject ask(String command) {
    return ask(command, new JsonObject());
  }

  JsonObject ask(String command, JsonObject request) {
    return client.ask(request.put("command", command));
  }
}
