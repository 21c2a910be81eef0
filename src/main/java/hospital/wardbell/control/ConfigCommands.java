package hospital.wardbell.control;

import hospital.wardbell.base.Actor;
import hospital.wardbell.json.JsonObject;
import hospital.wardbell.settings.Settings;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// What people set, from the command line.
///
/// @param lines the names of the modem lines
public record ConfigCommands(Settings settings, Supplier<List<String>> lines) {
  public Map<String, Command> commands() {
    return Map.of(
        "config.list", (_, _) -> list(),
        "config.set", this::set,
        "config.history", (request, _) -> history(request));
  }

  private JsonObject list() {
    return new JsonObject()
        .put("settings", Arrays.stream(Settings.Key.values()).map(this::shown).toList())
        .put("lines", lines.get().stream().flatMap(line -> ofLine(line).stream()).toList());
  }

  private JsonObject shown(Settings.Key key) {
    return new JsonObject()
        .put("setting", key.dotted())
        .put("value", settings.text(key))
        .put("initial", key.initial());
  }

  /// What a line has otherwise than all.
  private List<JsonObject> ofLine(String line) {
    return Arrays.stream(Settings.Key.values())
        .filter(key -> key.isOfLine() && !settings.text(key, line).equals(settings.text(key)))
        .map(key ->
            new JsonObject()
                .put("setting", key.dotted())
                .put("line", line)
                .put("value", settings.text(key, line)))
        .toList();
  }

  private JsonObject set(JsonObject request, Actor.Operator by) {
    Settings.Key key = key(request);
    String value = request.text("value");
    Optional<String> line = line(request);
    if (line.isPresent()) {
      settings.set(key, line.get(), value, by);
    } else {
      settings.set(key, value, by);
    }
    return new JsonObject();
  }

  private JsonObject history(JsonObject request) {
    return new JsonObject()
        .put(
            "versions",
            settings.history(key(request), line(request)).stream()
                .map(version ->
                    new JsonObject()
                        .put("version", version.number())
                        .put("value", version.value())
                        .put("at", version.at().toString())
                        .put("by", version.by()))
                .toList());
  }

  private static Settings.Key key(JsonObject request) {
    String name = request.text("setting");
    return Arrays.stream(Settings.Key.values())
        .filter(key -> key.dotted().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new Refusal(
                2,
                "\"%s\" is no setting. There are: %s"
                    .formatted(
                        name,
                        Arrays.stream(Settings.Key.values())
                            .map(Settings.Key::dotted)
                            .collect(Collectors.joining(", ")))));
  }

  private Optional<String> line(JsonObject request) {
    Optional<String> line = request.maybeText("line");
    if (line.filter(name -> !lines.get().contains(name)).isPresent()) {
      throw new Refusal(2, "No modem of the boot file is called that. Try: wardbell modem list");
    }
    return line;
  }
}
