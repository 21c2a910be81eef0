package hospital.wardbell.conversation;

import hospital.wardbell.base.Loop;
import hospital.wardbell.contact.SearchWords;
import hospital.wardbell.conversation.WordTable.Addition;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Store;
import hospital.wardbell.vault.Steps;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Puts the words of new messages into their blocks, a batch every two seconds while there are any,
/// sorted, so that neighbours are written together.
///
/// A batch is kept in changes of 50 words, after which a last one says that the batch is done.
/// After a kill in between it is done again, and finds part of it there: a set takes no harm.
final class WordIndex implements AutoCloseable {
  private static final Duration REST = Duration.ofSeconds(2);
  private static final Duration BETWEEN = Duration.ofMillis(20);
  static final int BATCH = 1000;
  private static final int AT_ONCE = 50;

  /// The words of a batch, and up to where it goes.
  private record Batch(int messages, long upto, NavigableMap<Long, NavigableSet<Long>> words) {}

  private final Store store;
  private final MessageTable messages;
  private final WordTable table;
  private final WordRenewal renewal;
  private final LongSupplier newest;
  private final WordPurge purge;
  private long done = -1; // the loop's own thread only
  private @Nullable Loop loop;

  /// @param newest the ordinal of the last message that came since the start, 0 if none did
  WordIndex(Store store, MessageTable messages, WordTable table, Steps steps, LongSupplier newest) {
    this.store = store;
    this.messages = messages;
    this.table = table;
    this.renewal = new WordRenewal(store, table, steps, this::feed);
    this.newest = newest;
    this.purge = new WordPurge(store, table);
  }

  void start() {
    loop = Loop.start("word-index", this::turn);
  }

  /// One batch, if there is anything new; some of what must go; and one of another key's blocks,
  /// while those grow.
  Duration turn() {
    boolean purging = purge.turn();
    Duration rest = fresh();
    Duration due = renewal.turn() ? BETWEEN : rest;
    return purging ? Duration.ZERO : due;
  }

  private Duration fresh() {
    long seen = newest.getAsLong();
    if (seen <= done) {
      return REST;
    }
    int fed = feed(store.read(table::serving));
    if (fed == 0) {
      done = seen;
    }
    return fed == BATCH ? Duration.ZERO : REST;
  }

  /// Puts one batch into these blocks.
  ///
  /// @return how many messages it had; fewer than a whole batch if there are no more
  private int feed(WordBlocks blocks) {
    Batch batch = store.read(sql -> next(sql, blocks));
    if (batch.messages() == 0) {
      return 0;
    }
    List<Map.Entry<Long, NavigableSet<Long>>> words = List.copyOf(batch.words().entrySet());
    for (int from = 0; from < words.size(); from += AT_ONCE) {
      keep(blocks, words.subList(from, Math.min(words.size(), from + AT_ONCE)));
    }
    store.change(tx -> table.progress(tx, blocks, batch.upto()));
    return batch.messages();
  }

  private void keep(WordBlocks blocks, List<Map.Entry<Long, NavigableSet<Long>>> words) {
    List<Addition> additions =
        store.read(sql ->
            words.stream()
                .map(word ->
                    table.addition(sql, blocks, word.getKey(), Ordinals.of(word.getValue())))
                .toList());
    store.change(tx -> additions.forEach(addition -> table.add(tx, blocks, addition)));
  }

  private Batch next(Sql sql, WordBlocks blocks) {
    long from = blocks.upto();
    List<Numbered> found = messages.after(sql, from, BATCH);
    NavigableMap<Long, NavigableSet<Long>> words = new TreeMap<>();
    for (Numbered message : found) {
      for (String word : SearchWords.of(message.text().orElse(""))) {
        words
            .computeIfAbsent(table.word(blocks, message.team(), word), _ -> new TreeSet<>())
            .add(message.ordinal());
      }
    }
    return new Batch(found.size(), found.isEmpty() ? from : found.getLast().ordinal(), words);
  }

  @Override
  public void close() {
    if (loop != null) {
      loop.close();
    }
  }
}
