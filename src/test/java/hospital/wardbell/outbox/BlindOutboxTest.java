package hospital.wardbell.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.Until;
import hospital.wardbell.base.Id;
import hospital.wardbell.modem.SendOutcome;
import hospital.wardbell.vault.Rotation;
import hospital.wardbell.vault.Stepped;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Texts that are under way while the index key is changed, of which nothing says whom they are to.
class BlindOutboxTest extends OneLine {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String SIM = "89001012345678901239";
  private static final int ARRIVED = 0x00;

  private Rotation rotation;

  @BeforeAll
  void start() {
    BlindOutbox blind =
        new BlindOutbox(home.base.vault, (_, _) -> Optional.empty(), home.base.clock);
    rotation =
        new Rotation(
            home.base.store,
            home.base.keyring,
            (_, _, _) -> {},
            blind.tables(),
            List.of(),
            home.base.clock);
    rotation.start();
  }

  @AfterAll
  void end() {
    rotation.close();
  }

  private void begin() {
    assertThat(rotation.begin(Rotation.Kind.INDEX)).isTrue();
  }

  private void awaitPart(String progress) throws Exception {
    Until.so(
        progress,
        PATIENCE,
        () ->
            progress.equals(
                rotation.indexProgress().getOrDefault("texts to send and sent", "done")));
  }

  private void awaitEnd() throws Exception {
    assertThat(rotation.begin(Rotation.Kind.INDEX)).isFalse(); // which wakes its loop
    Until.so("the rotation ends", PATIENCE, () -> !rotation.isUnderWay());
    assertThat(tails()).allMatch(tail -> isMarked(tail));
  }

  private List<byte[]> tails() {
    return home.base.store.read(sql ->
        sql.list("select recipient_tail from outbox_part", row -> row.bytes("recipient_tail")));
  }

  private boolean isMarked(byte[] blinded) {
    return Arrays.equals(Stepped.mark(home.base.keyring), Arrays.copyOf(blinded, 8));
  }

  @Test
  void a_report_of_a_text_from_before_is_matched_and_its_row_waited_for() throws Exception {
    modem.holding(SIM);
    home.insert("sim-1", SIM);
    Id sent = submitted(7);
    Id waits = home.queue(patient, "waits");
    begin();
    awaitPart("waits for 1");

    home.report("sim-1", 7, patient, ARRIVED, home.now());

    assertThat(home.state(sent).kind()).isEqualTo(PartState.Kind.DELIVERED);
    awaitEnd();
    modem.answers(new SendOutcome.Accepted(8));
    OutboxHome.drain(lane);
    home.report("sim-1", 8, patient, ARRIVED, home.now());
    assertThat(home.state(waits).kind()).isEqualTo(PartState.Kind.DELIVERED);
  }

  @Test
  void what_no_report_can_be_about_any_more_is_told_apart_as_before_and_not_waited_for()
      throws Exception {
    Id _ = submitted(7);
    Id _ = submitted(8);
    begin();
    awaitPart("waits for 2");

    home.pass(Reports.WINDOW.plusMinutes(1));
    awaitEnd();

    List<byte[]> tails = tails();
    assertThat(tails).hasSize(2);
    assertThat(tails.getFirst()).isEqualTo(tails.getLast());
  }
}
