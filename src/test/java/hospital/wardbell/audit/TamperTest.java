package hospital.wardbell.audit;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.audit.Finding.Kind;
import hospital.wardbell.base.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Whoever changes the record by the back door is found out, and the place is named.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TamperTest {
  private static final int ENTRIES = 700;

  private LogHome home;

  @BeforeAll
  void open(@TempDir Path directory) {
    home = new LogHome(directory);
  }

  @BeforeEach
  void begin() {
    home.clear();
    home.appendAndSign(100);
    home.pass(Duration.ofHours(2));
    home.appendAndSign(400);
    home.pass(Duration.ofHours(2));
    home.appendAndSign(ENTRIES - 500);
    assertThat(home.check().holds()).isTrue();
  }

  @AfterAll
  void close() {
    home.close();
  }

  private List<Finding> found() {
    return home.check().first();
  }

  private String entry(long leaf) {
    return home.store().read(sql -> EntryTable.from(sql, leaf, 1)).getFirst().text();
  }

  private byte[] tile(int height, long place) {
    return home.store().read(sql -> TreeTable.tile(sql, height, place)).orElseThrow().hashes();
  }

  private void tile(int height, long place, byte[] hashes) {
    home.sql(
        "update audit_tile set hashes = ? where height = ? and place = ?", hashes, height, place);
  }

  @Test
  void a_changed_entry_is_named_alone() {
    home.sql(
        "update audit_entry set entry = ? where leaf = 303",
        entry(303).replace("10.0.0.7", "10.0.0.8"));

    assertThat(found()).containsExactly(new Finding(Kind.ENTRY_CHANGED, 303));
  }

  @Test
  void a_changed_entry_is_found_though_the_hash_over_it_was_made_to_fit() {
    String forged = entry(303).replace("10.0.0.7", "10.0.0.8");
    byte[] hashes = tile(0, 1);
    System.arraycopy(new Hasher().leaf(forged), 0, hashes, 47 * 32, 32);
    home.sql("update audit_entry set entry = ? where leaf = 303", forged);
    tile(0, 1, hashes);

    assertThat(found())
        .containsExactly(
            new Finding(Kind.TILE_CHANGED, 256), new Finding(Kind.CHECKPOINT_CONTRADICTED, 500));
  }

  @Test
  void a_forged_entry_is_found_though_all_hashes_were_made_to_fit() {
    String forged = entry(303).replace("10.0.0.7", "10.0.0.8");
    byte[] hashes = tile(0, 1);
    System.arraycopy(new Hasher().leaf(forged), 0, hashes, 47 * 32, 32);
    byte[] above = tile(1, 0);
    System.arraycopy(new Hasher().perfect(hashes, 0, 256), 0, above, 32, 32);
    home.sql("update audit_entry set entry = ? where leaf = 303", forged);
    tile(0, 1, hashes);
    tile(1, 0, above);

    assertThat(found())
        .containsExactly(
            new Finding(Kind.CHECKPOINT_CONTRADICTED, 500),
            new Finding(Kind.CHECKPOINT_CONTRADICTED, 700));
  }

  @Test
  void a_record_forged_and_signed_with_another_key_is_found() {
    byte[] seed = new byte[32];
    seed[3] = 9;
    NoteSigner forger = NoteSigner.of(Secret.copyOf(seed));
    byte[] root = LogHome.SIGNER.verifier().checkpoint(home.newest()).orElseThrow().root();
    home.sql(
        "update audit_checkpoint set note = ? where entries = 700", forger.checkpoint(700, root));

    assertThat(found()).containsExactly(new Finding(Kind.CHECKPOINT_CHANGED, 700));
  }

  @Test
  void a_removed_entry_is_named() {
    home.sql("delete from audit_entry where leaf = 2");

    assertThat(found()).containsExactly(new Finding(Kind.ENTRY_MISSING, 2));
  }

  @Test
  void two_entries_swapped_are_both_named() {
    String one = entry(10);
    String other = entry(20);
    home.sql("update audit_entry set entry = ? where leaf = 10", other);
    home.sql("update audit_entry set entry = ? where leaf = 20", one);

    assertThat(found())
        .containsExactly(new Finding(Kind.ENTRY_CHANGED, 10), new Finding(Kind.ENTRY_CHANGED, 20));
  }

  @Test
  void an_entry_slipped_in_is_named() {
    home.sql(
        "insert into audit_entry (leaf, entry, actor, about) values (-1, ?, 'x', '')", entry(3));
    assertThat(found()).containsExactly(new Finding(Kind.ENTRY_SLIPPED_IN, -1));
  }

  @Test
  void an_entry_slipped_in_between_is_named_by_the_first_that_it_pushed_away() {
    home.sql("update audit_entry set leaf = leaf + 100000 where leaf >= 650");
    home.sql("update audit_entry set leaf = leaf - 99999 where leaf >= 100000");
    home.sql(
        """
        insert into audit_entry (leaf, entry, actor, about)
        select 650, entry, actor, about from audit_entry where leaf = 649\
        """);

    assertThat(found()).first().isEqualTo(new Finding(Kind.ENTRY_CHANGED, 650));
  }

  @Test
  void a_tail_that_was_cut_off_is_named() {
    home.sql("delete from audit_entry where leaf >= 690");

    assertThat(found()).hasSize(10).first().isEqualTo(new Finding(Kind.ENTRY_MISSING, 690));
  }

  @Test
  void an_entry_listed_under_another_patient_or_person_is_named() {
    home.sql("update audit_entry set about = ? where leaf = 44", "0".repeat(32));
    home.sql("update audit_entry set actor = 'staff:0' where leaf = 699");

    assertThat(found())
        .containsExactly(new Finding(Kind.INDEX_CHANGED, 44), new Finding(Kind.INDEX_CHANGED, 699));
  }

  @Test
  void tiles_that_are_gone_or_too_many_are_named() {
    home.sql("delete from audit_tile where height = 0 and place = 1");
    assertThat(found()).containsExactly(new Finding(Kind.TILE_MISSING, 256));

    home.sql("insert into audit_tile (height, place, hashes) values (0, 1, ?)", new byte[32]);
    assertThat(found()).containsExactly(new Finding(Kind.TILE_CHANGED, 256));

    home.sql("insert into audit_tile (height, place, hashes) values (5, 1, ?)", new byte[32]);
    assertThat(found()).contains(new Finding(Kind.TILE_SLIPPED_IN, 700));
  }

  @Test
  void without_any_checkpoint_the_tree_is_nobodys_word() {
    home.sql("delete from audit_checkpoint");

    assertThat(found()).contains(new Finding(Kind.CHECKPOINT_MISSING, 0));
  }

  @Test
  void a_tail_cut_off_with_its_checkpoints_shows_against_what_was_witnessed() {
    String witnessed = home.newest();
    home.sql("delete from audit_entry where leaf >= 500");
    home.sql("delete from audit_checkpoint where entries > 500");
    home.sql("delete from audit_tile where height = 0 and place = 2");
    byte[] hashes = tile(0, 1);
    tile(0, 1, Arrays.copyOf(hashes, 244 * 32));
    tile(1, 0, Arrays.copyOf(tile(1, 0), 32));

    assertThat(home.check().holds()).isTrue(); // by itself nobody can know
    assertThat(home.check(witnessed).first())
        .containsExactly(new Finding(Kind.WITNESS_CONTRADICTED, 700));
  }

  @Test
  void what_was_witnessed_is_part_of_a_record_that_has_grown() {
    String witnessed = home.newest();
    home.appendAndSign(1_000);

    assertThat(home.check(witnessed).holds()).isTrue();
  }
}
