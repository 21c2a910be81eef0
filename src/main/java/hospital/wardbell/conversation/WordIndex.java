package hospital.wardbell.conversation;

import hospital.wardbell.base.Loop;
import hospital.wardbell.contact.SearchWords;
import hospital.wardbell.conversation.WordTable.Addition;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Store;
import hospital.wardbell.vault.IndexListener;
import hospital.wardbell.vault.Steps;
import hospital.wardbell.vault.VaultFault;
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
  private final WordRows rows;
  private final WordRenewal renewal;
  private final WordCheck check;
  private final LongSupplier newest;
  private final WordPurge purge;
  private long done = -1; // the loop's own thread only
  private @Nullable Loop loop;

  /// @param newest the ordinal of the last message that came since the start, 0 if none did
  WordIndex(Store store, MessageTable messages, WordRows rows, Steps steps, LongSupplier newest) {
    this.store = store;
    this.messages = messages;
    this.rows = rows;
    this.renewal = new WordRenewal(store, rows, steps, this::feed);
    this.check = new WordCheck(store, messages, rows);
    this.newest = newest;
    this.purge = new WordPurge(store, rows);
  }

  /// Tells whom it concerns that the index was changed, and that it is as it must be again; called
  /// before [#start].
  void listen(IndexListener listener) {
    renewal.listen(listener);
  }

  void start() {
    loop = Loop.start("word-index", this::turn);
    check.start();
  }

  /// One batch, if there is anything new; some of what must go; and one of the other blocks, while
  /// those grow.
  Duration turn() {
    boolean renewing = renewal.turn();
    boolean purging = purge.turn();
    Duration rest = fresh();
    Duration due = renewing ? BETWEEN : rest;
    return purging ? Duration.ZERO : due;
  }

  private Duration fresh() {
    long seen = newest.getAsLong();
    if (seen <= done) {
      return REST;
    }
    WordBlocks serving = store.read(rows.tables()::serving);
    int fed = fed(serving);
    if (fed == 0) {
      done = seen;
    }
    return fed == BATCH ? Duration.ZERO : REST;
  }

  private int fed(WordBlocks serving) {
    try {
      return feed(serving);
    } catch (VaultFault _) {
      rows.doubts().raise(serving); // the others that grow then get what is new
      return 0;
    }
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
    store.change(tx -> rows.tables().progress(tx, blocks, batch.upto()));
    return batch.messages();
  }

  private void keep(WordBlocks blocks, List<Map.Entry<Long, NavigableSet<Long>>> words) {
    List<Addition> additions =
        store.read(sql ->
            words.stream()
                .map(word ->
                    rows.blocks()
                        .addition(sql, blocks, word.getKey(), Ordinals.of(word.getValue())))
                .toList());
    store.change(tx -> additions.forEach(addition -> rows.blocks().add(tx, blocks, addition)));
  }

  /// A full batch ends before its last message: of those from before there were ordinals another
  /// may have the same, and come with the next.
  private Batch next(Sql sql, WordBlocks blocks) {
    List<Numbered> found = messages.after(sql, blocks.upto(), BATCH);
    if (found.isEmpty()) {
      return new Batch(0, blocks.upto(), new TreeMap<>());
    }
    long last = found.getLast().ordinal();
    boolean isCut = found.size() == BATCH && found.getFirst().ordinal() < last;
    List<Numbered> taken =
        isCut ? found.stream().filter(message -> message.ordinal() < last).toList() : found;
    return new Batch(found.size(), taken.getLast().ordinal(), words(rows.blocks(), blocks, taken));
  }

  /// In which of the messages each word is, sorted.
  static NavigableMap<Long, NavigableSet<Long>> words(
      WordTable table, WordBlocks blocks, List<Numbered> messages) {
    NavigableMap<Long, NavigableSet<Long>> words = new TreeMap<>();
    for (Numbered message : messages) {
      for (String word : SearchWords.of(message.text().orElse(""))) {
        words
            .computeIfAbsent(table.word(blocks, message.team(), word), _ -> new TreeSet<>())
            .add(message.ordinal());
      }
    }
    return words;
  }

  @Override
  public void close() {
    check.close();
    if (loop != null) {
      loop.close();
    }
  }
}
