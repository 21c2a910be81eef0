package hospital.wardbell.modem;

import hospital.wardbell.modem.ModemHealth.State;
import hospital.wardbell.modem.ModemHealth.Trouble;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// What is known of a modem's health. Written by its owner, read by any thread; tells of every
/// change. Of several troubles the one that must be mended first is shown.
final class Vitals {
  /// What may be wrong, most urgent first.
  enum Topic {
    LINE,
    NETWORK,
    SERVICE_CENTRE,
    ARRIVALS,
    UNDELETED,
    FULL
  }

  private final Consumer<ModemHealth> told;
  private final InstantSource clock;
  private final Map<Topic, Trouble> troubles = new EnumMap<>(Topic.class);
  private volatile ModemHealth health;

  Vitals(String name, Consumer<ModemHealth> told, InstantSource clock) {
    this.told = told;
    this.clock = clock;
    this.health =
        new ModemHealth(
            name,
            State.PROBING,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            clock.instant());
  }

  ModemHealth health() {
    return health;
  }

  /// A line was opened; who is behind it is not known yet.
  void probing() {
    change(State.PROBING, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /// The session is over. Troubles of that session are forgotten, `fault` is the one that counts.
  void lost(ModemFault fault) {
    troubles.clear();
    troubles.put(Topic.LINE, fault.trouble());
    change(fault.state(), health.imei(), Optional.empty(), Optional.empty());
  }

  void identified(Optional<String> imei) {
    change(health.state(), imei, health.operator(), health.signalDbm());
  }

  void registered() {
    troubles.remove(Topic.LINE);
    troubles.remove(Topic.NETWORK);
    change(State.REGISTERED, health.imei(), health.operator(), health.signalDbm());
  }

  /// @param why it may not be registered
  void searching(Trouble why) {
    troubles.remove(Topic.LINE);
    troubles.put(Topic.NETWORK, why);
    change(State.SEARCHING, health.imei(), health.operator(), health.signalDbm());
  }

  void operator(Optional<String> operator) {
    change(health.state(), health.imei(), operator, health.signalDbm());
  }

  void signal(Optional<Integer> dbm) {
    change(health.state(), health.imei(), health.operator(), dbm);
  }

  void trouble(Topic topic, Trouble trouble) {
    troubles.put(topic, trouble);
    change(health.state(), health.imei(), health.operator(), health.signalDbm());
  }

  void fine(Topic topic) {
    troubles.remove(topic);
    change(health.state(), health.imei(), health.operator(), health.signalDbm());
  }

  private void change(
      State state, Optional<String> imei, Optional<String> operator, Optional<Integer> dbm) {
    ModemHealth old = health;
    Instant since = old.state() == state ? old.since() : clock.instant();
    Optional<Trouble> trouble = troubles.values().stream().findFirst();
    ModemHealth now = new ModemHealth(old.name(), state, imei, operator, dbm, trouble, since);
    if (!now.equals(old)) {
      health = now;
      told.accept(now);
    }
  }
}
