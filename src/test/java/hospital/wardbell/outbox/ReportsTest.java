package hospital.wardbell.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Id;
import hospital.wardbell.pdu.Address;
import hospital.wardbell.pdu.TypeOfNumber;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportsTest extends OneLine {
  private static final int ARRIVED = 0x00;
  private static final int TRYING = 0x20;
  private static final int GIVEN_UP = 0x46;

  private Id unknown() {
    Id message = home.queue(patient, "text");
    modem.answers(SILENCE);
    OutboxHome.drain(lane);
    home.pass(Duration.ofSeconds(30));
    return message;
  }

  private void report(int reference, int status) {
    home.report("sim-1", reference, patient, status, home.now());
  }

  @ParameterizedTest
  @CsvSource({
    "0, DELIVERED",
    "1, SUBMITTED",
    "2, SUBMITTED",
    "16, DELIVERED",
    "32, SUBMITTED",
    "70, FAILED",
    "97, FAILED"
  })
  void the_status_says_what_became_of_it(int status, PartState.Kind kind) {
    Id message = submitted(7);

    report(7, status);

    assertThat(home.state(message).kind()).isEqualTo(kind);
  }

  @Test
  void a_failure_names_the_networks_status() {
    Id message = submitted(7);

    report(7, GIVEN_UP);

    assertThat(home.state(message)).isEqualTo(new PartState.Failed("report.46"));
  }

  @Test
  void a_text_is_delivered_when_the_network_says_but_not_after_we_heard() {
    Id message = submitted(7);
    home.pass(Duration.ofHours(1));

    home.report("sim-1", 7, patient, ARRIVED, home.now());

    assertThat(home.state(message)).isEqualTo(new PartState.Delivered(home.now()));
  }

  @Test
  void late_doubled_and_foreign_reports_change_nothing() {
    Id message = submitted(7);
    report(8, ARRIVED);
    home.report("sim-2", 7, patient, ARRIVED, home.now());
    home.report("sim-1", 7, home.base.number(), ARRIVED, home.now());
    assertThat(home.state(message)).isEqualTo(new PartState.Submitted(7));

    report(7, ARRIVED);
    report(7, ARRIVED);
    report(7, GIVEN_UP);

    assertThat(home.state(message).kind()).isEqualTo(PartState.Kind.DELIVERED);
    assertThat(home.heard()).hasSize(3);
  }

  @Test
  void a_report_whose_clock_is_hours_off_still_speaks_of_its_text() {
    Id message = submitted(7);

    home.report("sim-1", 7, patient, ARRIVED, home.now().minus(Duration.ofHours(8)));

    assertThat(home.state(message)).isEqualTo(new PartState.Delivered(home.now()));
  }

  @Test
  void a_report_after_the_validity_is_for_no_text_of_ours() {
    Id message = submitted(7);
    home.pass(Duration.ofHours(27));

    report(7, ARRIVED);

    assertThat(home.state(message)).isEqualTo(new PartState.Submitted(7));
  }

  @Test
  void a_reference_that_came_round_again_means_the_newest_text() {
    Id old = submitted(7);
    home.pass(Duration.ofMinutes(10));
    Id fresh = submitted(7);

    report(7, ARRIVED);
    report(7, ARRIVED);

    assertThat(home.state(fresh).kind()).isEqualTo(PartState.Kind.DELIVERED);
    assertThat(home.state(old)).isEqualTo(new PartState.Submitted(7));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UNKNOWN", "NATIONAL"})
  void the_number_may_come_back_without_its_country_code(TypeOfNumber type) {
    Id message = submitted(7);
    Address national = new Address(type, 1, patient.e164().substring(2));

    home.report("sim-1", 7, national, ARRIVED, home.now());

    assertThat(home.state(message).kind()).isEqualTo(PartState.Kind.DELIVERED);
  }

  @Test
  void a_report_faster_than_the_modems_answer_is_kept_until_that_comes() {
    Id message = home.queue(patient, "text");
    modem.meanwhile(() -> report(100, ARRIVED));

    OutboxHome.drain(lane);

    assertThat(home.state(message).kind()).isEqualTo(PartState.Kind.DELIVERED);
    assertThat(kept()).isZero();
  }

  @Test
  void a_kept_report_survives_a_crash_and_settles_what_it_left_unknown() {
    Id message = home.queue(patient, "text");
    modem.meanwhile(() -> {
      report(100, ARRIVED);
      home.fresh().recover();
    });

    OutboxHome.drain(lane);

    assertThat(home.state(message).kind()).isEqualTo(PartState.Kind.DELIVERED);
    assertThat(kept()).isZero();
  }

  @Test
  void an_unmatched_report_while_another_text_is_under_way_is_matched_afterwards() {
    Id first = submitted(7);
    Id second = home.queue(patient, "text");
    modem.meanwhile(() -> report(7, ARRIVED));

    OutboxHome.drain(lane);

    assertThat(home.state(first).kind()).isEqualTo(PartState.Kind.DELIVERED);
    assertThat(home.state(second)).isEqualTo(new PartState.Submitted(100));
  }

  @Test
  void a_text_of_unknown_outcome_is_settled_by_its_report() {
    Id message = unknown();

    report(55, ARRIVED);

    assertThat(home.state(message).kind()).isEqualTo(PartState.Kind.DELIVERED);
  }

  @Test
  void a_report_that_the_network_tries_shows_that_it_has_the_text() {
    Id message = unknown();

    report(55, TRYING);
    assertThat(home.state(message)).isEqualTo(new PartState.Submitted(55));
    report(55, GIVEN_UP);

    assertThat(home.state(message)).isEqualTo(new PartState.Failed("report.46"));
  }

  @Test
  void parts_behind_one_of_unknown_outcome_go_out_once_a_report_settles_it() {
    Id message = home.queue(patient, OutboxHome.LONG);
    modem.answers(SILENCE);
    OutboxHome.drain(lane);
    home.pass(Duration.ofSeconds(30));

    report(55, ARRIVED);
    OutboxHome.drain(lane);

    assertThat(modem.texts()).hasSize(3);
    assertThat(home.state(message)).isEqualTo(new PartState.Submitted(100));
  }

  @Test
  void a_report_of_another_time_does_not_settle_what_is_unknown() {
    Id message = unknown();

    home.report("sim-1", 55, patient, ARRIVED, home.now().minus(Duration.ofMinutes(30)));
    home.report("sim-1", 55, patient, ARRIVED, home.now().plus(Duration.ofMinutes(30)));

    assertThat(home.state(message)).isEqualTo(new PartState.Unknown());
  }

  @Test
  void a_report_that_could_mean_two_unknown_texts_settles_neither() {
    Id one = unknown();
    Id two = unknown();

    report(55, ARRIVED);

    assertThat(home.state(one)).isEqualTo(new PartState.Unknown());
    assertThat(home.state(two)).isEqualTo(new PartState.Unknown());
  }

  @Test
  void a_report_that_could_mean_an_old_text_or_an_unknown_one_settles_neither() {
    Id old = submitted(7);
    home.pass(Duration.ofHours(3));
    Id unclear = unknown();

    report(7, ARRIVED);

    assertThat(home.state(old)).isEqualTo(new PartState.Submitted(7));
    assertThat(home.state(unclear)).isEqualTo(new PartState.Unknown());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00",
        "zz",
        "0006",
        "07911326040000F0040B911346610089F60000208062917314480CC8F71D14969741F977FD07"
      })
  void what_is_no_status_report_is_let_go(String hex) {
    Id message = submitted(7);

    home.outbox.report("sim-1", Optional.empty(), hex, home.now());

    assertThat(home.state(message)).isEqualTo(new PartState.Submitted(7));
  }

  private long kept() {
    return home.base.store.read(sql -> sql.number("select count(*) from outbox_report"));
  }
}
