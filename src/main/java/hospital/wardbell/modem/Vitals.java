package hospital.wardbell.modem;

import hospital.wardbell.modem.ModemHealth.Registration;
import hospital.wardbell.modem.ModemHealth.State;
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
    LINE(true),
    NETWORK(true),
    SERVICE_CENTRE(true),
    SERVICE(true),
    POWER(true),
    ARRIVALS(true),
    UNDELETED(false),
    FULL(false),
    DATA(false),
    SIM(false),
    RADIO(false);

    private final boolean hampers;

    /// @param hampers whether texts do not go out or are not kept because of it
    Topic(boolean hampers) {
      this.hampers = hampers;
    }
  }

  private final Consumer<ModemHealth> told;
  private final InstantSource clock;
  private final Map<Topic, Trouble> troubles = new EnumMap<>(Topic.class);
  private volatile ModemHealth health;
  private volatile boolean sending;
  private volatile Rate rate = Rate.NONE;
  private Optional<Integer> storedPercent = Optional.empty();
  private Optional<Radio> radio = Optional.empty();
  private Optional<String> iccid = Optional.empty();

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
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            clock.instant());
  }

  /// Whether a text is under way shows here only: it is no news to tell, twice for each text.
  ModemHealth health() {
    ModemHealth now = health;
    return sending && now.state() == State.REGISTERED ? now.as(State.SENDING, now.trouble()) : now;
  }

  /// The SIM that is in the modem, or was in it last. Any thread.
  Optional<String> iccid() {
    return health.iccid();
  }

  void sending(boolean underWay) {
    sending = underWay;
  }

  /// How many texts the carrier of the SIM that was last in it may be given.
  Rate rate() {
    return rate;
  }

  void rate(Rate carriers) {
    rate = carriers;
  }

  /// A line was opened; who is behind it is not known yet.
  void probing() {
    radio = Optional.empty();
    iccid = Optional.empty();
    change(State.PROBING, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /// The session is over. Troubles of that session are forgotten, `why` is the one that counts.
  void lost(State state, Trouble why) {
    troubles.clear();
    troubles.put(Topic.LINE, why);
    radio = Optional.empty();
    change(state, Optional.empty(), health.imei(), Optional.empty(), Optional.empty());
  }

  void identified(Optional<String> imei) {
    change(health.state(), health.registration(), imei, health.operator(), health.signalDbm());
  }

  void registered(Registration how) {
    troubles.remove(Topic.LINE);
    troubles.remove(Topic.NETWORK);
    change(
        State.REGISTERED, Optional.of(how), health.imei(), health.operator(), health.signalDbm());
  }

  /// @param why it may not be registered
  void searching(Trouble why) {
    troubles.remove(Topic.LINE);
    troubles.put(Topic.NETWORK, why);
    change(State.SEARCHING, Optional.empty(), health.imei(), health.operator(), health.signalDbm());
  }

  /// @param by how the modem is served there
  void operator(Optional<String> operator, Optional<Radio> by) {
    radio = by;
    change(health.state(), health.registration(), health.imei(), operator, health.signalDbm());
  }

  void signal(Optional<Integer> dbm) {
    change(health.state(), health.registration(), health.imei(), health.operator(), dbm);
  }

  void sim(Optional<String> number) {
    iccid = number;
    signal(health.signalDbm());
  }

  void stored(Optional<Integer> percent) {
    storedPercent = percent;
    signal(health.signalDbm());
  }

  void trouble(Topic topic, Trouble trouble) {
    troubles.put(topic, trouble);
    signal(health.signalDbm());
  }

  void fine(Topic topic) {
    troubles.remove(topic);
    signal(health.signalDbm());
  }

  /// What texts were refused for is mended, which is news although nothing is shown otherwise.
  void mended() {
    told.accept(health);
  }

  private void change(
      State state,
      Optional<Registration> registration,
      Optional<String> imei,
      Optional<String> operator,
      Optional<Integer> dbm) {
    ModemHealth old = health;
    State shown = shown(state);
    Instant since = old.state() == shown ? old.since() : clock.instant();
    Optional<Trouble> trouble = troubles.values().stream().findFirst();
    ModemHealth now =
        new ModemHealth(
            old.name(),
            shown,
            registration,
            imei,
            iccid,
            operator,
            radio,
            dbm,
            storedPercent,
            trouble,
            since);
    if (!now.equals(old)) {
      health = now;
      told.accept(now);
    }
  }

  private State shown(State state) {
    return switch (state) {
      case REGISTERED, DEGRADED ->
          troubles.keySet().stream().anyMatch(topic -> topic.hampers)
              ? State.DEGRADED
              : State.REGISTERED;
      case ABSENT, PROBING, SIM_LOCKED, SEARCHING, SENDING, RESTING, FAILED -> state;
    };
  }
}
