package hospital.wardbell.outbox;

import static hospital.wardbell.modem.SendOutcome.Fault.MESSAGE;
import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.modem.SendOutcome;
import hospital.wardbell.settings.Cap;
import hospital.wardbell.settings.Settings;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LimitsTest extends OneLine {
  private static final List<Settings.Key> LIMITS =
      List.of(
          Settings.Key.PER_MINUTE,
          Settings.Key.PER_HOUR,
          Settings.Key.PER_DAY,
          Settings.Key.RECIPIENTS_PER_DAY,
          Settings.Key.RECIPIENTS_PER_MONTH);

  private Holding holding;

  @BeforeEach
  void withoutLimits() {
    LIMITS.forEach(key -> home.set(key, Cap.OFF));
    holding = home.outbox.holding();
  }

  private void reconnect() {
    connect();
    holding = home.outbox.holding();
  }

  private List<Id> queueBulk(int count) {
    return IntStream.range(0, count).mapToObj(i -> home.queueBulk(patient, "bulk " + i)).toList();
  }

  private void holdAll() {
    while (holding.take().compareTo(Duration.ofSeconds(1)) < 0) {
      // On to the next step.
    }
  }

  @Test
  void what_is_over_the_limit_of_the_hour_is_held_and_goes_when_it_may() {
    home.set(Settings.Key.PER_HOUR, "2");
    List<Id> messages = queueBulk(4);

    OutboxHome.drain(lane);
    holdAll();

    assertThat(modem.texts()).containsExactly("bulk 0", "bulk 1");
    assertThat(home.state(messages.getLast()))
        .isEqualTo(new PartState.Held(home.now().plus(Duration.ofHours(1)), "cap.hour"));
    assertThat(home.heard())
        .contains(new PartState.Held(home.now().plus(Duration.ofHours(1)), "cap.hour"));

    home.pass(Duration.ofMinutes(59));
    OutboxHome.drain(lane);
    assertThat(modem.texts()).hasSize(2);

    home.pass(Duration.ofMinutes(1));
    OutboxHome.drain(lane);
    assertThat(modem.texts()).containsExactly("bulk 0", "bulk 1", "bulk 2", "bulk 3");
  }

  @Test
  void what_two_lines_may_not_send_waits_for_the_one_that_may_sooner() {
    ScriptedSender second = new ScriptedSender("sim-2");
    Lane other = home.outbox.lane(second);
    home.set(Settings.Key.PER_HOUR, "1");
    List<Id> messages = queueBulk(3);
    OutboxHome.drain(lane);
    home.pass(Duration.ofMinutes(10));
    holdAll();
    assertThat(home.state(messages.getLast())).isEqualTo(new PartState.Queued());

    OutboxHome.drain(other);
    holdAll();

    assertThat(second.texts()).containsExactly("bulk 1");
    assertThat(home.state(messages.getLast()))
        .isEqualTo(new PartState.Held(home.now().plus(Duration.ofMinutes(50)), "cap.hour"));
  }

  @Test
  void what_is_held_for_a_limit_goes_at_once_when_another_line_may_take_it() {
    home.set(Settings.Key.PER_HOUR, "1");
    queueBulk(2);
    OutboxHome.drain(lane);
    holdAll();
    ScriptedSender second = new ScriptedSender("sim-2");

    OutboxHome.drain(home.outbox.lane(second));

    assertThat(second.texts()).containsExactly("bulk 1");
  }

  @Test
  void a_known_number_is_kept_though_its_limit_is_reached() {
    Id conversation = Id.random();
    home.set(Settings.Key.PER_HOUR, "1");
    home.queueBulk(patient, conversation, Id.random(), "first");
    OutboxHome.drain(lane);
    Id second = home.queueBulk(patient, conversation, Id.random(), "second");
    ScriptedSender other = new ScriptedSender("sim-2");

    OutboxHome.drain(home.outbox.lane(other));
    holdAll();

    assertThat(other.texts()).isEmpty();
    assertThat(home.state(second))
        .isEqualTo(new PartState.Held(home.now().plus(Duration.ofHours(1)), "cap.hour"));
  }

  @Test
  void a_nurse_has_of_the_reserve_until_that_is_used_up_too() {
    home.set(Settings.Key.PER_DAY, "2+1");
    queueBulk(3);
    OutboxHome.drain(lane);
    home.queue(patient, "a nurse");
    Id second = home.queue(patient, "another nurse");

    OutboxHome.drain(lane);
    holdAll();

    assertThat(modem.texts()).containsExactly("bulk 0", "bulk 1", "a nurse");
    assertThat(home.state(second))
        .isEqualTo(new PartState.Held(home.now().plus(Duration.ofDays(1)), "cap.day"));
  }

  @Test
  void a_text_that_has_begun_may_have_of_the_reserve() {
    home.set(Settings.Key.PER_HOUR, "1+1");
    Id message = home.queueBulk(patient, OutboxHome.LONG);

    OutboxHome.drain(lane);

    assertThat(home.states(message).stream().map(PartState::kind))
        .containsExactly(PartState.Kind.SUBMITTED, PartState.Kind.SUBMITTED, PartState.Kind.QUEUED);
    home.pass(Duration.ofHours(1));
    OutboxHome.drain(lane);
    assertThat(home.states(message).getLast().kind()).isEqualTo(PartState.Kind.SUBMITTED);
  }

  @Test
  void a_restart_forgets_nothing_that_was_sent_and_counts_nothing_that_was_not() {
    home.set(Settings.Key.PER_HOUR, "3");
    queueBulk(3);
    modem.answers(new SendOutcome.Refused(MESSAGE, 28));
    OutboxHome.drain(lane);
    home.fresh();
    reconnect();

    queueBulk(3);
    OutboxHome.drain(lane);

    assertThat(modem.texts()).hasSize(1);
  }

  @Test
  void recipients_are_counted_over_a_restart_too() {
    home.set(Settings.Key.RECIPIENTS_PER_MONTH, "1");
    queueBulk(1);
    OutboxHome.drain(lane);
    home.fresh();
    reconnect();
    home.pass(Duration.ofDays(30));

    Id stranger = home.queueBulk(home.optedIn(), "to somebody else");
    home.queueBulk(patient, "again");
    OutboxHome.drain(lane);
    holdAll();

    assertThat(modem.texts()).containsExactly("again");
    // The one who was texted again counts from now.
    assertThat(home.state(stranger))
        .isEqualTo(
            new PartState.Held(home.now().plus(Duration.ofDays(31)), "cap.recipients-month"));
  }

  @Test
  void hundreds_who_may_not_be_texted_today_hold_up_nobody_who_may() {
    home.set(Settings.Key.RECIPIENTS_PER_DAY, "1");
    queueBulk(1);
    OutboxHome.drain(lane);
    PhoneNumber stranger = home.optedIn();
    for (int i = 0; i < Ready.FRONT + 50; i++) {
      home.queueBulk(stranger, "no " + i);
    }
    Id last = home.queueBulk(patient, "yes");

    OutboxHome.drain(lane);
    holdAll();
    OutboxHome.drain(lane);

    assertThat(modem.texts()).containsExactly("bulk 0", "yes");
    assertThat(home.state(last).kind()).isEqualTo(PartState.Kind.SUBMITTED);
  }

  @Test
  void a_limit_holds_for_its_line_and_from_the_moment_it_is_set() {
    ScriptedSender limited = new ScriptedSender("sim-3");
    Lane own = home.outbox.lane(limited);
    queueBulk(2);
    OutboxHome.drain(own);
    home.set(Settings.Key.PER_HOUR, "sim-3", "2");
    queueBulk(3);

    OutboxHome.drain(own);
    assertThat(limited.texts()).hasSize(2);
    OutboxHome.drain(lane);
    assertThat(modem.texts()).hasSize(3);

    home.set(Settings.Key.PER_HOUR, "sim-3", Cap.OFF);
    queueBulk(1);
    OutboxHome.drain(own);
    assertThat(limited.texts()).hasSize(3);
  }

  @Test
  void with_a_limit_for_the_minute_a_queue_does_not_go_out_at_one_go() {
    home.set(Settings.Key.PER_MINUTE, "20");
    List<Id> messages = queueBulk(10);

    assertThat(OutboxHome.drain(lane)).isEqualTo(Duration.ofSeconds(3));
    holdAll();

    assertThat(modem.texts()).hasSize(3);
    assertThat(home.state(messages.getLast())).isEqualTo(new PartState.Queued());
    home.pass(Duration.ofSeconds(3));
    OutboxHome.drain(lane);
    assertThat(modem.texts()).hasSize(4);
  }

  @Test
  void what_is_held_for_a_limit_expires_like_all_else() {
    home.set(Settings.Key.PER_DAY, "1");
    List<Id> messages = queueBulk(2);
    OutboxHome.drain(lane);
    holdAll();
    home.pass(Duration.ofHours(24));

    home.outbox.housekeeping().take();

    assertThat(home.state(messages.getLast())).isEqualTo(new PartState.Expired());
  }
}
