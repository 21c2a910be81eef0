package hospital.wardbell.control;

import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.json.JsonObject;
import hospital.wardbell.siem.Payload;
import hospital.wardbell.siem.Siem;
import hospital.wardbell.siem.Target;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;

/// Where the audit log is sent, from the command line.
public record SiemCommands(Siem siem) {
  private static final int USUAL_PORT = 6514;

  public Map<String, Command> commands() {
    return Map.of(
        "siem.list", (_, _) -> list(),
        "siem.add", this::add,
        "siem.remove", this::remove,
        "siem.test", this::test);
  }

  private JsonObject list() {
    return new JsonObject().put("targets", siem.standings().stream().map(this::shown).toList());
  }

  private JsonObject shown(Siem.Standing standing) {
    Target target = standing.target();
    return new JsonObject()
        .put("name", target.name())
        .put("host", target.host())
        .put("port", target.port())
        .put("format", target.payload().name().toLowerCase(Locale.ROOT))
        .put("connected", standing.connected())
        .put("waiting", standing.waiting())
        .put("sent", standing.sent())
        .put("dropped", standing.dropped())
        .put("trouble", standing.trouble());
  }

  private JsonObject add(JsonObject request, Actor.Operator by) {
    URI address = address(request.text("address"));
    try {
      siem.add(
          new Target(
              Id.random(),
              request.text("name"),
              address.getHost(),
              address.getPort() < 0 ? USUAL_PORT : address.getPort(),
              Payload.valueOf(request.text("format").toUpperCase(Locale.ROOT)),
              request.text("authority")),
          by);
      return new JsonObject();
    } catch (IllegalArgumentException e) {
      throw new Refusal(2, String.valueOf(e.getMessage()));
    }
  }

  private static URI address(String text) {
    try {
      URI address = URI.create(text);
      if ("tls".equals(address.getScheme()) && address.getHost() != null) {
        return address;
      }
    } catch (IllegalArgumentException _) {
      // refused below
    }
    throw new Refusal(2, "An address looks like tls://collector.hospital.example:6514");
  }

  private JsonObject remove(JsonObject request, Actor.Operator by) {
    if (!siem.remove(request.text("name"), by)) {
      throw unknown();
    }
    return new JsonObject();
  }

  private JsonObject test(JsonObject request, Actor.Operator by) {
    Target target = siem.named(request.text("name")).orElseThrow(SiemCommands::unknown);
    try {
      siem.test(target, by, "cli");
      return new JsonObject();
    } catch (IOException e) {
      throw new Refusal(1, "Nothing was sent to " + target.name() + ": " + e.getMessage());
    }
  }

  private static Refusal unknown() {
    return new Refusal(2, "There is no target of that name. Try: wardbell siem list");
  }
}
