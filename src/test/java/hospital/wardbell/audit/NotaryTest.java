package hospital.wardbell.audit;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.audit.Finding.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NotaryTest {
  private LogHome home;

  @BeforeAll
  void open(@TempDir Path directory) {
    home = new LogHome(directory);
  }

  @BeforeEach
  void begin() {
    home.clear();
  }

  @AfterAll
  void close() {
    home.close();
  }

  private long signed() {
    return LogHome.SIGNER.verifier().checkpoint(home.newest()).orElseThrow().entries();
  }

  private List<Long> checkpoints() {
    return home.store()
        .read(sql ->
            sql.list(
                "select entries from audit_checkpoint order by entries",
                row -> row.number("entries")));
  }

  @Test
  void an_empty_log_is_not_signed_and_holds() {
    assertThat(home.sign()).isEmpty();

    assertThat(checkpoints()).isEmpty();
    assertThat(home.check()).isEqualTo(new Report(0, 0, 0, List.of(), 0));
  }

  @Test
  void what_was_appended_is_signed_at_the_next_turn() {
    home.appendAndSign(3);
    assertThat(signed()).isEqualTo(3);

    home.appendAndSign(9_000);
    assertThat(signed()).isEqualTo(9_003);
    assertThat(home.check()).isEqualTo(new Report(9_003, 9_003, 1, List.of(), 0));
  }

  @Test
  void the_tree_goes_on_after_a_restart_wherever_it_stood() {
    for (int entries : List.of(1, 254, 1, 1, 255, 257, 300)) {
      home.restart();
      home.appendAndSign(entries);
    }

    assertThat(home.check().holds()).isTrue();
    assertThat(signed()).isEqualTo(1_069);
  }

  @Test
  void what_was_appended_and_not_signed_before_a_stop_is_signed_after_the_start() {
    home.appendAndSign(5);
    home.append(5);
    home.restart();
    assertThat(home.sign()).isEmpty();

    assertThat(signed()).isEqualTo(10);
  }

  @Test
  void a_checkpoint_takes_the_place_of_the_one_before_and_after_an_hour_stands_beside_it() {
    home.appendAndSign(1);
    home.appendAndSign(1);
    home.appendAndSign(1);
    home.pass(Duration.ofMinutes(61));
    home.appendAndSign(1);
    home.appendAndSign(1);

    assertThat(checkpoints()).containsExactly(3L, 5L);
    assertThat(home.check().holds()).isTrue();
  }

  @Test
  void a_tree_that_does_not_lead_to_the_newest_checkpoint_is_never_signed_again() {
    home.appendAndSign(300);
    byte[] tile = home.store().read(sql -> TreeTable.tile(sql, 0, 1)).orElseThrow().hashes();
    tile[40] ^= 4;
    home.sql("update audit_tile set hashes = ? where height = 0 and place = 1", tile);
    home.restart();
    home.append(3);

    assertThat(home.sign()).contains(new Finding(Kind.CHECKPOINT_CONTRADICTED, 300));
    assertThat(signed()).isEqualTo(300);
    assertThat(home.check().entries()).isEqualTo(303);
  }

  @Test
  void a_checkpoint_of_another_key_stops_the_signing() {
    home.appendAndSign(10);
    home.sql("update audit_checkpoint set note = ?", home.newest().replaceFirst("10\n", "11\n"));
    home.restart();
    home.append(1);

    assertThat(home.sign()).contains(new Finding(Kind.CHECKPOINT_CHANGED, 10));
    assertThat(checkpoints()).containsExactly(10L);
  }

  @Test
  void after_a_cut_off_tail_the_numbers_and_the_tree_go_on_behind_it() {
    home.appendAndSign(300);
    home.sql("delete from audit_entry where leaf >= 290");
    home.restart();

    assertThat(home.sign()).contains(new Finding(Kind.ENTRY_MISSING, 290));
    home.appendAndSign(2);
    assertThat(signed()).isEqualTo(302);
    assertThat(home.check().first())
        .containsExactlyElementsOf(
            LongStream.range(290, 300)
                .mapToObj(leaf -> new Finding(Kind.ENTRY_MISSING, leaf))
                .toList());
  }

  @Test
  void an_entry_that_went_before_it_was_signed_is_missing_for_ever() {
    home.appendAndSign(3);
    home.append(3);
    home.sql("delete from audit_entry where leaf = 4");
    var _ = home.sign();

    assertThat(signed()).isEqualTo(6);
    assertThat(home.check().first()).containsExactly(new Finding(Kind.ENTRY_MISSING, 4));
  }
}
