package hospital.wardbell.conversation;

import static hospital.wardbell.conversation.Ward.ANA;
import static hospital.wardbell.conversation.Ward.BEN;
import static hospital.wardbell.conversation.Ward.NURSE;
import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.Until;
import hospital.wardbell.base.Id;
import hospital.wardbell.store.Tx;
import hospital.wardbell.vault.IndexListener;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What somebody changes in the index of words, who has the database's key and no other, is met,
/// told, and made anew.
class WordCheckTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int TEXTS = 40;

  /// Writes down what it is told.
  private record Told(Queue<String> told) implements IndexListener {
    @Override
    public void mended(Tx tx, String table, Id row) {
      told.add("mended");
    }

    @Override
    public void unsound(Tx tx, String table, Id row) {
      told.add("unsound");
    }
  }

  @TempDir private Path directory;
  private Ward ward;
  private final Queue<String> told = new ConcurrentLinkedQueue<>();

  @BeforeEach
  void open() {
    ward = Ward.open(directory);
    ward.conversations().listen(new Told(told));
    for (int i = 0; i < TEXTS; i++) {
      ward.texts(i % 2 == 0 ? ANA : BEN, "pain " + (i < TEXTS / 2 ? "early" : "late") + " n" + i);
    }
    kept().fill();
  }

  @AfterEach
  void close() {
    ward.close();
  }

  private KeptWords kept() {
    return new KeptWords(ward.store(), ward.vault());
  }

  private Found search(String words) {
    return ward.conversations()
        .search(ward.deskSight(), words, Optional.empty(), NURSE, "10.0.0.7");
  }

  private long blinded(String word) {
    return ward.vault()
        .indexShort(ward.vault().indexKey(), "message.word/1", ward.desk() + " " + word);
  }

  private long count(String what) {
    return ward.store().read(sql -> sql.number("select count(*) from " + what));
  }

  private void update(String sql, Object... arguments) {
    assertThat(ward.<Integer>write(tx -> tx.update(sql, arguments))).isPositive();
  }

  private byte[] block(String word) {
    return ward.store()
        .read(sql ->
            sql.list(
                    "select ordinals from word_block where word = ?",
                    row -> row.bytes("ordinals"),
                    blinded(word))
                .getFirst());
  }

  private void damage(String word) {
    byte[] block = block(word);
    block[block.length / 2] ^= 4;
    update("update word_block set ordinals = ? where word = ?", block, blinded(word));
  }

  /// What the loops do after a start, without their rests: the check, and then whatever is to do.
  private void startAndMend() {
    KeptWords words = kept();
    words.index().listen(new Told(told));
    assertThat(words.areSound()).isFalse();
    for (int i = 0; i < 3 || isBeingMade(); i++) {
      assertThat(i).as("turns").isLessThan(200);
      Duration _ = words.index().turn();
    }
  }

  private boolean isBeingMade() {
    return count("word_index where doubted = 1 or state <> 'SERVES'") > 0;
  }

  @Test
  void a_search_that_meets_a_changed_block_says_so_and_what_it_missed_is_found_again_soon()
      throws Exception {
    damage("early");

    Found missing = search("early");
    assertThat(missing.messages()).isEmpty();
    assertThat(missing.isBehind()).isTrue();
    assertThat(search("late").messages()).hasSize(TEXTS / 2);

    ward.conversations().start();
    Until.so("it is made anew", PATIENCE, () -> told.contains("mended"));
    Until.so("the former is gone", PATIENCE, () -> !isBeingMade());
    assertThat(search("early").messages()).hasSize(TEXTS / 2);
    assertThat(search("early").isBehind()).isFalse();
    assertThat(kept().areSound()).isTrue();
    assertThat(told).containsExactly("unsound", "mended");
  }

  @Test
  void a_search_passes_over_a_changed_block_to_what_is_before_it() {
    for (int i = 0; i < 3; i++) {
      ward.texts(ANA, "again and again");
    }
    kept().fill();
    assertThat(count("word_block where word = " + blinded("pain"))).isEqualTo(1);
    ward.texts(ANA, "pain now");
    kept().fill();
    byte[] newest =
        ward.store()
            .read(sql ->
                sql.one(
                    "select ordinals from word_block where word = ? and place = 1",
                    row -> row.bytes("ordinals"),
                    blinded("pain")))
            .orElseThrow();
    newest[20] ^= 1;
    update(
        "update word_block set ordinals = ? where word = ? and place = 1", newest, blinded("pain"));

    Found found = search("pain");

    assertThat(found.messages()).hasSize(TEXTS);
    assertThat(found.isBehind()).isTrue();
  }

  @Test
  void whatever_is_changed_or_gone_is_met_after_the_next_start_and_made_anew() {
    long early = blinded("early");
    for (String change :
        List.of(
            "update %s set word = word + 1 where word = ?",
            "update %s set place = 3 where word = ?",
            "delete from %s where word = ?",
            "update word_index set data_key = index_key where upto <> ?",
            "update word_index set index_key = data_key where upto <> ?",
            "update word_index set upto = upto + 100000 where upto <> ?",
            "update message set ordinal = ordinal - 100000 where ordinal <> ?")) {
      told.clear();
      update(change.formatted(kept().serving().name()), early);

      startAndMend();

      assertThat(told).as(change).containsExactly("unsound", "mended");
      assertThat(search("early").messages()).as(change).hasSize(TEXTS / 2);
      assertThat(search("late").messages()).as(change).hasSize(TEXTS / 2);
      assertThat(kept().areSound()).as(change).isTrue();
    }
  }

  @Test
  void blocks_that_were_swapped_open_in_neither_place() {
    byte[] early = block("early");
    update("update word_block set ordinals = ? where word = ?", block("late"), blinded("early"));
    update("update word_block set ordinals = ? where word = ?", early, blinded("late"));

    assertThat(search("early").messages()).isEmpty();
    assertThat(search("early").isBehind()).isTrue();
    assertThat(kept().areSound()).isFalse();
  }

  @Test
  void however_many_blocks_are_wrong_the_index_is_made_anew_once() {
    Stream.of("early", "late", "pain", "n3", "n4").forEach(this::damage);
    long keys = count("dek");

    startAndMend();

    assertThat(count("dek")).isEqualTo(keys + 1);
    assertThat(told).containsExactly("unsound", "mended");
    assertThat(search("pain").messages()).hasSize(TEXTS);
  }

  @Test
  void killed_while_it_is_made_anew_it_goes_on_and_says_meanwhile_that_it_may_lack_something() {
    damage("early");
    KeptWords first = kept();
    assertThat(first.areSound()).isFalse();
    first.fill(); // which only notes the doubt
    KeptWords second = kept();
    Duration _ = second.index().turn();
    assertThat(count("word_index")).isEqualTo(2);
    assertThat(search("late").isBehind()).isTrue();

    KeptWords third = kept();
    for (int i = 0; count("word_index") == 2; i++) {
      assertThat(i).isLessThan(50);
      Duration _ = third.index().turn();
    }

    assertThat(search("early").messages()).hasSize(TEXTS / 2);
    assertThat(search("early").isBehind()).isFalse();
  }

  @Test
  void what_grows_is_begun_again_if_it_is_changed_too() {
    damage("early");
    KeptWords words = kept();
    assertThat(words.areSound()).isFalse();
    Duration _ = words.index().turn();
    Duration _ = words.index().turn();
    assertThat(count("word_index where state = 'GROWS'")).isEqualTo(1);
    update("update word_index set data_key = index_key where state = 'GROWS'");

    for (int i = 0; isBeingMade(); i++) {
      assertThat(i).isLessThan(100);
      Duration _ = words.index().turn();
    }

    assertThat(search("early").messages()).hasSize(TEXTS / 2);
    assertThat(kept().areSound()).isTrue();
  }

  @Test
  void the_rows_tell_no_message_and_what_was_made_anew_opens_no_more() {
    Id former = kept().serving().seal().orElseThrow();
    List<byte[]> blocks = new ArrayList<>();
    Consumer<String> keep = word -> blocks.add(block(word));
    Stream.of("n1", "n2").forEach(keep);

    assertThat(blocks.getFirst()).hasSameSizeAs(blocks.getLast()).isNotEqualTo(blocks.getLast());
    damage("early");
    startAndMend();
    assertThat(ward.<Boolean>write(tx -> ward.vault().isShredded(tx, former))).isTrue();
  }
}
