package hospital.wardbell.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.Secret;
import hospital.wardbell.base.SettableClock;
import hospital.wardbell.modem.ModemHealth;
import hospital.wardbell.modem.ModemHealth.State;
import hospital.wardbell.modem.Radio;
import hospital.wardbell.modem.Trouble;
import hospital.wardbell.settings.Settings;
import hospital.wardbell.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FleetTest {
  private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
  private static final ModemHealth.Registration HOME = ModemHealth.Registration.HOME;
  private static final Actor SAM = new Actor.Person(new Id(1, 2));

  private final SettableClock clock = new SettableClock(START);
  private Store store;
  private Audit audit;
  private Fleet fleet;
  private ModemHealth modem;
  private Recorder recorder;

  @BeforeAll
  void open(@TempDir Path directory) {
    store = Store.open(directory, Secret.copyOf(new byte[32]));
    audit = new Audit(store, clock);
  }

  @BeforeEach
  void begin() {
    store.change(tx -> {
      tx.update("delete from fleet_sample");
      tx.update("delete from fleet_drained");
    });
    clock.set(START);
    modem = health(State.REGISTERED, -71, Optional.empty());
    restart();
  }

  private void restart() {
    fleet = new Fleet(store, new Settings(store, audit, clock), audit, clock);
    recorder = fleet.recorder(() -> List.of(modem));
  }

  @AfterAll
  void close() {
    store.close();
  }

  @Test
  void a_modem_that_stays_as_it_is_has_a_sample_every_five_minutes() {
    after(Duration.ZERO);
    after(Duration.ofMinutes(4));
    after(Duration.ofMinutes(1));
    after(Duration.ofMinutes(5));

    assertThat(samples()).extracting(Sample::at).containsExactly(START, minute(5), minute(10));
  }

  @Test
  void what_changes_is_recorded_when_it_does_but_for_the_signal() {
    after(Duration.ZERO);
    modem = health(State.REGISTERED, -99, Optional.empty());
    after(Duration.ofMinutes(1));
    Trouble trouble = Trouble.of(Trouble.Kind.NOT_THERE, "/dev/modem one");
    modem = health(State.ABSENT, -99, Optional.of(trouble));
    after(Duration.ofMinutes(1));

    assertThat(samples())
        .containsExactly(
            new Sample(
                START,
                State.REGISTERED,
                Optional.of(HOME),
                Optional.of("Test net"),
                Optional.of(Radio.LTE),
                Optional.of(-71),
                Optional.of(10),
                Optional.empty()),
            new Sample(
                minute(2),
                State.ABSENT,
                Optional.of(HOME),
                Optional.of("Test net"),
                Optional.of(Radio.LTE),
                Optional.of(-99),
                Optional.of(10),
                Optional.of(trouble)));
  }

  @Test
  void a_fall_back_to_another_radio_is_recorded_when_it_happens() {
    after(Duration.ZERO);
    modem = health(State.REGISTERED, Radio.GSM, -71, Optional.empty());
    after(Duration.ofMinutes(1));

    assertThat(samples())
        .extracting(Sample::radio)
        .containsExactly(Optional.of(Radio.LTE), Optional.of(Radio.GSM));
  }

  @Test
  void a_modem_that_flickers_writes_a_row_every_ten_seconds_at_most() {
    for (int second = 0; second < 60; second++) {
      modem = health(second % 2 == 0 ? State.SEARCHING : State.REGISTERED, -71, Optional.empty());
      clock.set(START.plusSeconds(second));
      var _ = recorder.take();
    }

    assertThat(samples()).hasSizeLessThanOrEqualTo(6);
  }

  @Test
  void a_month_is_kept_and_what_is_older_goes() {
    after(Duration.ZERO);
    after(Duration.ofDays(29));
    after(Duration.ofDays(2));

    assertThat(samples()).extracting(Sample::at).doesNotContain(START).hasSize(2);
  }

  @Test
  void a_clock_that_was_set_back_stops_no_recording() {
    after(Duration.ZERO);
    after(Duration.ofHours(-6));

    assertThat(samples()).hasSize(2);
  }

  @Test
  void a_drained_modem_stays_so_over_a_restart_until_it_is_resumed() {
    assertThat(fleet.drain("one", SAM, "console")).isTrue();
    assertThat(fleet.drain("one", SAM, "console")).isFalse();
    restart();

    assertThat(fleet.isDrained("one")).isTrue();
    assertThat(fleet.isDrained("two")).isFalse();

    assertThat(fleet.resume("one", SAM, "console")).isTrue();
    assertThat(fleet.resume("one", SAM, "console")).isFalse();
    restart();

    assertThat(fleet.isDrained("one")).isFalse();
  }

  @Test
  void who_took_a_modem_out_and_back_is_on_record_once_each() {
    long before = acts();
    fleet.drain("one", SAM, "console");
    fleet.drain("one", SAM, "console");
    fleet.resume("one", SAM, "console");

    assertThat(acts() - before).isEqualTo(2);
  }

  private long acts() {
    return store.read(sql -> sql.number("select count(*) from audit_entry"));
  }

  private void after(Duration pause) {
    clock.set(clock.instant().plus(pause));
    var _ = recorder.take();
  }

  private List<Sample> samples() {
    return fleet.since("one", Instant.EPOCH);
  }

  private static Instant minute(int minute) {
    return START.plus(Duration.ofMinutes(minute));
  }

  private static ModemHealth health(State state, int dbm, Optional<Trouble> trouble) {
    return health(state, Radio.LTE, dbm, trouble);
  }

  private static ModemHealth health(State state, Radio radio, int dbm, Optional<Trouble> trouble) {
    return new ModemHealth(
        "one",
        state,
        Optional.of(HOME),
        Optional.empty(),
        Optional.empty(),
        Optional.of("Test net"),
        Optional.of(radio),
        Optional.of(dbm),
        Optional.of(10),
        trouble,
        START);
  }
}
