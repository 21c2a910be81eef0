package hospital.wardbell.outbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Id;
import hospital.wardbell.modem.SendOutcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A SIM counts TP-MR, so its reports are for what it sent, whichever line it is in.
class SimReportsTest extends OneLine {
  private static final int ARRIVED = 0x00;
  private static final int GIVEN_UP = 0x46;
  private static final String OLD_SIM = "89001012345678901239";
  private static final String NEW_SIM = "89001012345678905551";

  private Id unknown() {
    Id message = home.queue(patient, "text");
    modem.answers(SILENCE);
    OutboxHome.drain(lane);
    home.pass(Duration.ofSeconds(30));
    return message;
  }

  /// `sim` is in the modem of the line `name` now.
  private void insert(String name, String sim) {
    modem.holding(sim);
    home.insert(name, sim);
  }

  private void report(int reference, int status) {
    home.report("sim-1", reference, patient, status, home.now());
  }

  @Test
  void after_a_swap_a_report_of_the_new_sim_is_not_for_a_text_of_the_old_one() {
    insert("sim-1", OLD_SIM);
    Id old = submitted(7);
    home.pass(Duration.ofMinutes(10));
    insert("sim-1", NEW_SIM);

    report(7, ARRIVED);
    assertThat(home.state(old)).isEqualTo(new PartState.Submitted(7));
    Id fresh = submitted(7);
    report(7, ARRIVED);
    report(7, GIVEN_UP);

    assertThat(home.state(fresh).kind()).isEqualTo(PartState.Kind.DELIVERED);
    assertThat(home.state(old)).isEqualTo(new PartState.Submitted(7));
  }

  @Test
  void of_two_sims_in_one_line_each_report_is_for_the_text_that_its_sim_sent() {
    insert("sim-1", OLD_SIM);
    Id old = submitted(7);
    insert("sim-1", NEW_SIM);
    Id fresh = submitted(7);

    insert("sim-1", OLD_SIM); // put back
    report(7, ARRIVED);

    assertThat(home.state(old).kind()).isEqualTo(PartState.Kind.DELIVERED);
    assertThat(home.state(fresh)).isEqualTo(new PartState.Submitted(7));
  }

  @Test
  void after_a_swap_a_report_of_the_new_sim_settles_no_unknown_text_of_the_old_one() {
    insert("sim-1", OLD_SIM);
    Id old = unknown();
    insert("sim-1", NEW_SIM);

    report(55, ARRIVED);

    assertThat(home.state(old)).isEqualTo(new PartState.Unknown());
  }

  @Test
  void the_late_reports_of_a_sim_follow_it_to_another_line() {
    insert("sim-1", OLD_SIM);
    Id known = submitted(7);
    patient = home.optedIn();
    Id unclear = unknown();
    home.insert("sim-2", OLD_SIM);

    home.report("sim-2", 55, patient, ARRIVED, home.now());
    assertThat(home.state(unclear).kind()).isEqualTo(PartState.Kind.DELIVERED);
    assertThat(home.state(known)).isEqualTo(new PartState.Submitted(7));
  }

  @Test
  void a_sim_that_its_new_modem_says_without_the_check_digit_is_the_same() {
    insert("sim-1", OLD_SIM);
    Id message = submitted(7);
    home.insert("sim-2", OLD_SIM.substring(0, 19));

    home.report("sim-2", 7, patient, ARRIVED, home.now());

    assertThat(home.state(message).kind()).isEqualTo(PartState.Kind.DELIVERED);
  }

  @Test
  void a_report_to_a_modem_that_says_no_sim_is_matched_by_the_line() {
    modem.holding(OLD_SIM);
    Id message = submitted(7);
    home.report("sim-2", 7, patient, ARRIVED, home.now());
    assertThat(home.state(message)).isEqualTo(new PartState.Submitted(7));

    report(7, ARRIVED);

    assertThat(home.state(message).kind()).isEqualTo(PartState.Kind.DELIVERED);
  }

  @Test
  void a_text_of_which_the_sim_is_not_known_is_matched_by_the_line() {
    Id message = submitted(7);
    home.insert("sim-2", OLD_SIM);
    home.report("sim-2", 7, patient, ARRIVED, home.now());
    assertThat(home.state(message)).isEqualTo(new PartState.Submitted(7));
    home.insert("sim-1", NEW_SIM);

    report(7, ARRIVED);

    assertThat(home.state(message).kind()).isEqualTo(PartState.Kind.DELIVERED);
  }

  @Test
  void a_report_that_is_kept_keeps_its_sim() {
    insert("sim-1", OLD_SIM);
    Id message = home.queue(patient, "text");
    home.insert("sim-2", OLD_SIM);
    modem.meanwhile(() -> home.report("sim-2", 100, patient, ARRIVED, home.now()));

    OutboxHome.drain(lane);

    assertThat(home.state(message).kind()).isEqualTo(PartState.Kind.DELIVERED);
  }

  @Test
  void a_part_that_goes_out_again_by_another_sim_is_that_sims() {
    insert("sim-1", OLD_SIM);
    modem.answers(new SendOutcome.NotTried("no network"));
    Id message = home.queue(patient, "text");
    OutboxHome.drain(lane);
    insert("sim-1", NEW_SIM);
    home.pass(Duration.ofMinutes(2));
    OutboxHome.drain(lane);

    report(100, ARRIVED);

    assertThat(home.state(message).kind()).isEqualTo(PartState.Kind.DELIVERED);
  }

  @Test
  void the_rows_hold_no_number_of_a_sim() {
    insert("sim-1", OLD_SIM);
    submitted(7);

    List<byte[]> kept =
        home.base.store.read(sql ->
            sql.list("select sim from outbox_part", row -> row.maybeBytes("sim").orElseThrow()));

    assertThat(kept).singleElement().satisfies(sim -> assertThat(sim).hasSize(32));
    assertThat(new String(kept.getFirst(), ISO_8859_1)).doesNotContain(OLD_SIM.substring(0, 8));
  }
}
