package hospital.wardbell.control;

import hospital.wardbell.base.Actor;
import hospital.wardbell.fleet.Course;
import hospital.wardbell.fleet.Course.Connection;
import hospital.wardbell.fleet.Course.Mishap;
import hospital.wardbell.fleet.Course.Spell;
import hospital.wardbell.fleet.Fleet;
import hospital.wardbell.json.JsonObject;
import hospital.wardbell.modem.ModemHealth;
import hospital.wardbell.modem.Radio;
import hospital.wardbell.modem.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/// The modems, from the command line.
///
/// @param modems their health at the moment of asking
public record ModemCommands(Supplier<List<ModemHealth>> modems, Fleet fleet, InstantSource clock) {
  private static final int MOST_DAYS = 30;
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  public Map<String, Command> commands() {
    return Map.of(
        "modem.list",
        (_, _) -> list(),
        "modem.signal",
        (request, _) -> signal(request),
        "modem.storage",
        (request, _) -> storage(request),
        "modem.drain",
        this::drain,
        "modem.resume",
        this::resume);
  }

  /// A modem's health as the command line shows it.
  public static JsonObject shown(ModemHealth modem) {
    return new JsonObject()
        .put("name", modem.name())
        .put("state", modem.state().name().toLowerCase(Locale.ROOT))
        .put("may_send", modem.maySend())
        .put("registration", modem.registration().map(how -> how.name().toLowerCase(Locale.ROOT)))
        .put("operator", modem.operator())
        .put("radio", modem.radio().map(Radio::shown))
        .put("sim_ending", modem.simEnding())
        .put("signal_dbm", modem.signalDbm())
        .put("stored_percent", modem.storedPercent())
        .put("trouble", modem.trouble().map(Trouble::words));
  }

  private JsonObject list() {
    return new JsonObject()
        .put(
            "modems",
            modems.get().stream()
                .map(modem ->
                    shown(modem)
                        .put("imei", modem.imei())
                        .put("since", modem.since().toString())
                        .put("drained", fleet.isDrained(modem.name())))
                .toList());
  }

  private JsonObject signal(JsonObject request) {
    String name = named(request);
    long days = request.number("days");
    if (days < 1 || days > MOST_DAYS) {
      throw new Refusal(2, "The days are a number from 1 to 30.");
    }
    Instant now = clock.instant();
    Instant from = now.minus(Duration.ofDays(days));
    Course course = new Course(from, now, fleet.since(name, from));
    return new JsonObject()
        .put(
            "spells",
            course.spells(days == 1 ? HOUR : DAY).stream()
                .filter(spell -> spell.ablePercent().isPresent())
                .map(ModemCommands::shown)
                .toList())
        .put("networks", course.connections().stream().map(ModemCommands::shown).toList())
        .put("troubles", course.mishaps().stream().map(ModemCommands::shown).toList());
  }

  private static JsonObject shown(Spell spell) {
    return new JsonObject()
        .put("from", spell.from().toString())
        .put("weakest_dbm", spell.weakest())
        .put("typical_dbm", spell.typical())
        .put("strongest_dbm", spell.strongest())
        .put("able_percent", spell.ablePercent());
  }

  private static JsonObject shown(Connection connection) {
    return new JsonObject()
        .put("at", connection.at().toString())
        .put("operator", connection.network())
        .put("radio", connection.radio().map(Radio::shown))
        .put(
            "registration",
            connection.registration().map(how -> how.name().toLowerCase(Locale.ROOT)));
  }

  private static JsonObject shown(Mishap mishap) {
    return new JsonObject()
        .put("at", mishap.at().toString())
        .put("trouble", mishap.trouble().words());
  }

  private JsonObject storage(JsonObject request) {
    String name = named(request);
    return modems.get().stream()
        .filter(modem -> modem.name().equals(name))
        .findFirst()
        .map(modem ->
            new JsonObject()
                .put("stored_percent", modem.storedPercent())
                .put("spells", fillings(name)))
        .orElseThrow();
  }

  /// How full its store was on each of the last days.
  private List<JsonObject> fillings(String name) {
    Instant now = clock.instant();
    Instant from = now.minus(Duration.ofDays(MOST_DAYS));
    return new Course(from, now, fleet.since(name, from))
        .spells(DAY).stream()
            .filter(spell -> spell.fullestPercent().isPresent())
            .map(spell ->
                new JsonObject()
                    .put("from", spell.from().toString())
                    .put("fullest_percent", spell.fullestPercent()))
            .toList();
  }

  private JsonObject drain(JsonObject request, Actor.Operator by) {
    if (!fleet.drain(named(request), by, "cli")) {
      throw new Refusal(3, "It was out of sending before.");
    }
    return new JsonObject();
  }

  private JsonObject resume(JsonObject request, Actor.Operator by) {
    if (!fleet.resume(named(request), by, "cli")) {
      throw new Refusal(3, "It was not out of sending.");
    }
    return new JsonObject();
  }

  private String named(JsonObject request) {
    String name = request.text("name");
    if (modems.get().stream().noneMatch(modem -> modem.name().equals(name))) {
      throw new Refusal(2, "No modem of the boot file is called that. Try: wardbell modem list");
    }
    return name;
  }
}
