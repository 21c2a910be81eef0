package hospital.wardbell.modem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hospital.wardbell.modem.ModemHealth.Registration;
import hospital.wardbell.modem.ModemHealth.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How soon what happens to a modem is known, and what that costs, in virtual time.
class LifeTest extends OneSession {
  private static final List<String> DOMAINS = List.of("CREG", "CGREG", "CEREG");

  @BeforeEach
  void set_up() {
    modem.now("AT+CGREG=2", "OK").now("AT+CEREG=2", "OK");
    setUp(Profile.GENERIC);
    assertThat(vitals.health().state()).isEqualTo(State.REGISTERED);
    assertThat(vitals.health().registration()).contains(Registration.HOME);
  }

  @Test
  void an_idle_modem_that_goes_deaf_is_restarted_within_ninety_seconds() {
    turnFor(Duration.ofMinutes(10));
    Instant deaf = clock.instant();
    beDeaf();

    assertThat(timeToRestart(deaf)).isLessThanOrEqualTo(Duration.ofSeconds(90));
  }

  @Test
  void a_modem_that_goes_deaf_under_a_text_is_restarted_within_ninety_seconds() {
    modem.on("AT+CMGS=24", "> ").on(TPDU + "^Z");
    turnFor(Duration.ofSeconds(63)); // nothing else is due
    Job job = job();
    Instant deaf = clock.instant();
    beDeaf();

    assertThat(timeToRestart(deaf)).isLessThanOrEqualTo(Duration.ofSeconds(90));
    assertThat(outcome(job)).isInstanceOf(SendOutcome.Unknown.class);
  }

  @Test
  void an_answer_lost_after_the_tpdu_holds_the_queue_for_sixty_five_seconds_at_most() {
    modem.on("AT+CMGS=24", "> ").on(TPDU + "^Z").on(TPDU + "^Z", "+CMGS: 7", "OK");
    Job lost = job();
    Job behind = job();
    Instant start = clock.instant();

    while (!behind.outcome().isDone()) {
      turn();
    }

    assertThat(Duration.between(start, clock.instant()))
        .isLessThanOrEqualTo(Duration.ofSeconds(65));
    assertThat(outcome(lost)).isInstanceOf(SendOutcome.Unknown.class);
    assertThat(outcome(behind)).isEqualTo(new SendOutcome.Accepted(7));
    assertThat(modem.written()).filteredOn((TPDU + "^Z")::equals).hasSize(2);
  }

  @Test
  void a_modem_that_says_nothing_of_its_network_is_asked_often_enough() {
    turnFor(Duration.ofSeconds(63));
    turnUntilAsked();
    registered(2);
    Instant lost = clock.instant();
    turnUntil(State.SEARCHING);
    assertThat(Duration.between(lost, clock.instant())).isLessThan(Duration.ofSeconds(10));

    turnFor(Duration.ofSeconds(47));
    turnUntilAsked();
    registered(5);
    Instant back = clock.instant();
    turnUntil(State.REGISTERED);
    assertThat(Duration.between(back, clock.instant())).isLessThan(Duration.ofSeconds(2));
    assertThat(vitals.health().registration()).contains(Registration.ROAMING);
  }

  @Test
  void what_the_modem_says_of_its_network_is_shown_at_once() {
    turnFor(Duration.ofSeconds(1));
    Instant before = clock.instant();
    registered(2);

    for (String domain : DOMAINS) {
      modem.say("+" + domain + ": 2");
    }
    turn();
    turn();

    assertThat(clock.instant()).isEqualTo(before);
    assertThat(vitals.health().state()).isEqualTo(State.SEARCHING);
    modem.say("+CEREG: 6");
    turn();
    turn();
    assertThat(vitals.health().state()).isEqualTo(State.REGISTERED);
    assertThat(vitals.health().registration()).contains(Registration.SMS_ONLY);
  }

  @Test
  void a_refusal_has_the_network_asked_for_at_once() {
    modem.on("AT+CMGS=24", "> ").on(TPDU + "^Z", "+CMS ERROR: 331");
    turnFor(Duration.ofSeconds(1));
    registered(2);
    job();
    Instant before = clock.instant();

    for (int i = 0; i < 2 + DOMAINS.size(); i++) {
      turn();
    }

    assertThat(clock.instant()).isEqualTo(before);
    assertThat(vitals.health().state()).isEqualTo(State.SEARCHING);
  }

  @Test
  void an_idle_modem_is_asked_at_most_sixty_things_a_minute() {
    int minutes = 70;
    int all = 0;
    for (int minute = 0; minute < minutes; minute++) {
      modem.written().clear();
      turnFor(Duration.ofMinutes(1));
      assertThat(modem.written()).hasSizeLessThanOrEqualTo(60);
      all += modem.written().size();
    }
    assertThat(all / minutes).isBetween(20, 30);
  }

  @Test
  void a_modem_that_searches_is_asked_at_most_sixty_things_a_minute() {
    registered(2);
    turnFor(Duration.ofSeconds(20));
    for (int minute = 0; minute < 9; minute++) {
      modem.written().clear();
      turnFor(Duration.ofMinutes(1));
      assertThat(modem.written()).hasSizeBetween(1, 60);
    }
  }

  @Test
  void a_network_not_found_for_three_minutes_has_the_radio_switched_off_and_on() {
    registered(2);

    turnFor(Duration.ofMinutes(4));

    assertThat(modem.written()).containsSubsequence("AT+CFUN=4", "AT+CFUN=1");
  }

  @Test
  void a_network_not_found_for_ten_minutes_has_the_modem_restarted() {
    registered(2);
    Instant lost = clock.instant();

    assertThat(timeToRestart(lost)).isBetween(Duration.ofMinutes(10), Duration.ofMinutes(11));
  }

  @Override
  void registered(int stat) {
    DOMAINS.forEach(d -> modem.now("AT+" + d + "?", "+" + d + ": 2," + stat, "OK"));
  }

  private void beDeaf() {
    for (String command : OBEYED) {
      modem.now(command);
    }
    for (String question : List.of("CMEE", "CREG", "CGREG", "CEREG", "CPMS", "CNMI", "CSCA")) {
      modem.now("AT+" + question + "?");
    }
    modem.now("AT+CSQ").now("AT+CCID");
  }

  /// How long after `since` the ladder has the modem restarted.
  private Duration timeToRestart(Instant since) {
    assertThatThrownBy(() -> turnFor(Duration.ofMinutes(20)))
        .isInstanceOfSatisfying(
            ModemFault.class,
            fault ->
                assertThat(
                        ladder
                            .after(fault, Optional.of(Profile.GENERIC.reset()), clock.instant())
                            .step())
                    .isEqualTo(Ladder.Step.RESTART));
    return Duration.between(since, clock.instant());
  }

  private Job job() {
    Job job = new Job(24, TPDU, false);
    jobs.add(job);
    return job;
  }

  private static SendOutcome outcome(Job job) {
    return job.outcome().getNow(new SendOutcome.NotTried("never settled"));
  }

  /// Until the leading domain has just been asked for: what happens now is found out the latest.
  private void turnUntilAsked() {
    modem.written().clear();
    while (!modem.written().contains("AT+CREG?")) {
      turn();
    }
  }

  private void turnUntil(State state) {
    while (vitals.health().state() != state) {
      turn();
    }
  }
}
