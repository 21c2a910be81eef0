package hospital.wardbell.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.base.Remote;
import hospital.wardbell.base.ShortCode;
import hospital.wardbell.consent.GateHome;
import hospital.wardbell.modem.Errand;
import hospital.wardbell.modem.ErrandOutcome;
import hospital.wardbell.modem.SendOutcome;
import hospital.wardbell.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// One modem looked after in virtual time, on a real database.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoundsTest {
  private static final Actor IT = new Actor.Operator("it");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /// Five in the morning in New York on the day after the home's clock begins.
  private static final Instant FIVE = Instant.parse("2026-11-23T10:00:00Z");

  private final List<Errand> asked = new ArrayList<>();
  private final AtomicInteger changes = new AtomicInteger();
  private GateHome home;
  private PhoneNumber own;
  private ErrandOutcome number;
  private ErrandOutcome credit;
  private ScriptedSender front;
  private Rounds rounds;
  private Round round;

  @BeforeAll
  void open(@TempDir Path directory) {
    home = new GateHome(directory);
  }

  @AfterAll
  void close() {
    home.close();
  }

  @BeforeEach
  void begin_anew() {
    home.clock.set(GateHome.START);
    home.store.change(tx -> {
      tx.update("delete from self_test");
      tx.update("delete from sim_balance");
    });
    set(Settings.Key.SELF_TEST_HOUR, Settings.OFF);
    set(Settings.Key.BALANCE_CODE, Settings.OFF);
    own = home.number();
    number = new ErrandOutcome.Told(own.e164());
    credit = new ErrandOutcome.Told("Balance 10.00");
    front = new ScriptedSender("front");
    asked.clear();
    changes.set(0);
    begin();
  }

  /// What remembers nothing but the rows, as after a restart.
  private void begin() {
    rounds = new Rounds(home.store, home.vault, home.gate, home.settings, home.clock);
    round =
        rounds.round(
            new Rounds.Line(front, this::ask),
            told -> Optional.of(new PhoneNumber(told)),
            changes::incrementAndGet);
  }

  private CompletableFuture<ErrandOutcome> ask(Errand errand) {
    asked.add(errand);
    return CompletableFuture.completedFuture(
        switch (errand) {
          case Errand.OwnNumber _, Errand.Equipment _ -> number;
          case Errand.Anew _ -> throw new IllegalStateException("nobody asked for that");
          case Errand.Ask _ -> credit;
        });
  }

  private void set(Settings.Key key, String value) {
    home.settings.set(key, value, IT);
  }

  /// Takes a turn each minute, or in a long while each ten minutes, until `end`.
  private void until(Instant end) {
    while (home.clock.instant().isBefore(end)) {
      boolean far = home.clock.instant().plus(Duration.ofHours(3)).isBefore(end);
      Duration rest = round.take();
      home.clock.pass(far ? rest.multipliedBy(10) : rest);
    }
  }

  private void pass(Duration time) {
    until(home.clock.instant().plus(time));
  }

  private boolean comesBack(Remote from, String text) {
    return home.store.write(tx -> rounds.cameBack(tx, from, text, home.clock.instant()));
  }

  @Test
  void nothing_is_sent_and_nothing_asked_unless_it_is_set() {
    pass(Duration.ofDays(2));

    assertThat(front.texts()).isEmpty();
    assertThat(asked).isEmpty();
  }

  @Test
  void each_day_at_the_hour_of_the_hospital_a_modem_texts_its_own_number() {
    set(Settings.Key.SELF_TEST_HOUR, "5");
    front.maySend(false);
    pass(MINUTE);
    front.maySend(true);
    pass(MINUTE); // today's is late and goes at once
    assertThat(front.texts()).hasSize(1);

    until(FIVE);
    assertThat(front.texts()).hasSize(1);
    until(FIVE.plus(MINUTE));

    assertThat(front.texts()).hasSize(2).allMatch(t -> t.matches("Wardbell self-test W-\\w{6}"));
    assertThat(front.handedOver(1).destination().remote()).isEqualTo(own);
    assertThat(front.handedOver(1).statusReport()).isFalse();
    assertThat(home.audited().getLast()).contains("gate.pass", "OWN_SIM");
  }

  @Test
  void a_test_that_comes_back_is_taken_and_how_long_it_took_is_known() {
    rounds.testSoon("front");
    pass(MINUTE);
    Instant sent = home.clock.instant().minus(MINUTE);

    assertThat(comesBack(own, front.texts().getFirst())).isTrue();
    pass(MINUTE);

    assertThat(rounds.selfTest("front"))
        .contains(new SelfTest("front", sent, Optional.of(sent.plus(MINUTE))));
    assertThat(rounds.selfTest("front").flatMap(SelfTest::took)).contains(MINUTE);
    pass(Duration.ofHours(1));
    assertThat(rounds.isLost("front")).isFalse();
    assertThat(comesBack(own, front.texts().getFirst())).isTrue(); // the network brings it again
    pass(MINUTE);
    assertThat(rounds.selfTest("front").flatMap(SelfTest::took)).contains(MINUTE);
  }

  @Test
  void a_test_that_is_not_back_after_ten_minutes_is_lost_until_one_comes() {
    rounds.testSoon("front");
    pass(Duration.ofMinutes(10));
    assertThat(rounds.isLost("front")).isFalse();

    pass(Duration.ofMinutes(2));
    assertThat(rounds.isLost("front")).isTrue();
    assertThat(changes).hasValue(1);
    begin();
    assertThat(rounds.isLost("front")).isTrue();

    assertThat(comesBack(own, front.texts().getFirst())).isTrue();
    pass(MINUTE);
    assertThat(rounds.isLost("front")).isFalse();
  }

  @Test
  void only_our_number_with_our_reference_is_a_self_test() {
    rounds.testSoon("front");
    pass(MINUTE);
    String text = front.texts().getFirst();

    assertThat(comesBack(new PhoneNumber("+12025550123"), text)).isFalse();
    assertThat(comesBack(new ShortCode("12345"), text)).isFalse();
    assertThat(comesBack(own, "Wardbell self-test W-000000")).isFalse();
    assertThat(comesBack(own, text + " ?")).isFalse();
    pass(MINUTE);
    assertThat(rounds.selfTest("front").flatMap(SelfTest::back)).isEmpty();
  }

  @Test
  void a_test_that_was_not_handed_over_is_none_and_is_tried_again_after_an_hour() {
    set(Settings.Key.SELF_TEST_HOUR, "5");
    front.answers(new SendOutcome.NotTried("busy"));
    pass(MINUTE);
    assertThat(rounds.selfTest("front")).isEmpty();

    pass(Duration.ofMinutes(58));
    assertThat(front.texts()).hasSize(1);
    pass(Duration.ofMinutes(2));
    assertThat(front.texts()).hasSize(2);
  }

  @Test
  void a_test_of_unknown_or_refused_outcome_counts_as_sent() {
    front.answers(new SendOutcome.Unknown(MINUTE));
    rounds.testSoon("front");
    pass(Duration.ofMinutes(12));

    assertThat(rounds.isLost("front")).isTrue();
    assertThat(front.texts()).hasSize(1);
  }

  @Test
  void a_sim_that_does_not_say_its_number_is_asked_once_an_hour_and_texts_nobody() {
    set(Settings.Key.SELF_TEST_HOUR, "5");
    number = new ErrandOutcome.Untold("the SIM does not know its own number");
    pass(Duration.ofMinutes(121));

    assertThat(asked).hasSize(3);
    assertThat(front.texts()).isEmpty();
    assertThat(rounds.isLost("front")).isFalse();
  }

  @Test
  void after_three_lost_in_a_row_none_goes_by_itself_for_the_number_may_be_anothers() {
    set(Settings.Key.SELF_TEST_HOUR, "5");
    for (int day = 0; day < 6; day++) {
      pass(MINUTE);
      home.clock.pass(Duration.ofDays(1));
    }
    assertThat(front.texts()).hasSize(3);
    assertThat(rounds.isLost("front")).isTrue();

    rounds.testSoon("front");
    pass(MINUTE);
    assertThat(front.texts()).hasSize(4);
    assertThat(comesBack(own, front.texts().getLast())).isTrue();
    home.clock.pass(Duration.ofDays(1));
    pass(MINUTE);
    assertThat(front.texts()).hasSize(5);
  }

  @Test
  void an_own_number_that_opted_out_gets_no_test() {
    home.optOut(own, Id.random());
    rounds.testSoon("front");
    pass(MINUTE);

    assertThat(front.texts()).isEmpty();
    assertThat(home.audited().getLast()).contains("gate.refuse", "OPTED_OUT");
  }

  @Test
  void the_balance_is_asked_once_a_day_and_kept_over_a_restart() {
    set(Settings.Key.BALANCE_CODE, "*100#");
    pass(Duration.ofHours(23));
    assertThat(asked).hasSize(1);
    Instant told = GateHome.START;
    assertThat(rounds.balance("front")).contains(new Balance("front", "Balance 10.00", told));

    begin();
    assertThat(rounds.balance("front")).contains(new Balance("front", "Balance 10.00", told));
    pass(Duration.ofMinutes(59));
    assertThat(asked).hasSize(1);
    credit = new ErrandOutcome.Told("Balance 9.00");
    pass(Duration.ofMinutes(2));

    assertThat(asked).hasSize(2);
    assertThat(rounds.balance("front").map(Balance::words)).contains("Balance 9.00");
    assertThat(rounds.balance("front").toString()).doesNotContain("9.00");
  }

  @Test
  void a_balance_that_nobody_told_is_asked_again_after_an_hour() {
    set(Settings.Key.BALANCE_CODE, "*100#");
    credit = new ErrandOutcome.Untold("the network did not answer the code");
    pass(Duration.ofMinutes(61));

    assertThat(asked).hasSize(2);
    assertThat(rounds.balance("front")).isEmpty();
  }

  @Test
  void a_modem_that_may_not_send_is_left_alone() {
    set(Settings.Key.BALANCE_CODE, "*100#");
    set(Settings.Key.SELF_TEST_HOUR, "5");
    front.maySend(false);
    pass(Duration.ofDays(2));

    assertThat(asked).isEmpty();
    assertThat(rounds.testSoon("back")).isFalse();
  }
}
