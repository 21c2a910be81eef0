package hospital.wardbell.conversation;

import hospital.wardbell.base.Id;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Store;
import hospital.wardbell.store.Tx;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Takes the words of what was erased or deleted out of the word index.
///
/// Which words those were is not known any more, so the whole index is gone through, some of it at
/// each turn, and every block that names such a message is written anew without it. Whatever is to
/// go is a row of `word_purge` until a walk that began after it has come to its end: one that is
/// broken off begins again. While the index is made anew there are two tables of blocks, and both
/// are gone through; what begins to grow after a walk has begun never has what was gone before. For
/// the thread that adds words, so that no block is changed by two.
final class WordPurge {
  private static final int BLOCKS = 500;
  private static final int AT_ONCE = 50;
  private static final int MOST_DUE = 200;
  // What a walk takes with it is in memory; one conversation may have more.
  private static final int MOST_ORDINALS = 100_000;
  private static final int ALL = 0;

  /// What is to go: a message by its ordinal, or all of a conversation.
  private record Due(Id conversation, long ordinal) {}

  /// A block with something in it that must go.
  private record Hit(long word, int place, Optional<Ordinals> left) {}

  private final Store store;
  private final WordRows rows;
  private List<Due> due = List.of();
  private Set<Long> gone = Set.of();
  private Deque<WordBlocks> tables = new ArrayDeque<>();
  private long upto = Long.MIN_VALUE;

  WordPurge(Store store, WordRows rows) {
    this.store = store;
    this.rows = rows;
  }

  /// All messages of a conversation are to go.
  static void all(Tx tx, Id conversation) {
    one(tx, conversation, ALL);
  }

  /// A message is to go.
  static void one(Tx tx, Id conversation, long ordinal) {
    long before =
        tx.number(
            "select count(*) from word_purge where conversation = ? and ordinal = ?",
            conversation,
            ordinal);
    if (before == 0) {
      tx.update(
          "insert into word_purge (conversation, ordinal) values (?, ?)", conversation, ordinal);
    }
  }

  /// Whether something of a conversation is still to go.
  static boolean isDue(Sql sql, Id conversation) {
    return sql.number("select count(*) from word_purge where conversation = ?", conversation) > 0;
  }

  /// Goes through a little of the index, if anything is to go.
  ///
  /// @return whether there is more to do
  boolean turn() {
    if (due.isEmpty()) {
      begin();
      return !due.isEmpty();
    }
    WordBlocks blocks = tables.getFirst();
    List<Long> words = store.read(sql -> words(sql, blocks));
    List<Hit> hits =
        store.read(
            sql -> words.stream().distinct().flatMap(w -> hits(sql, blocks, w).stream()).toList());
    for (int from = 0; from < hits.size(); from += AT_ONCE) {
      List<Hit> some = hits.subList(from, Math.min(hits.size(), from + AT_ONCE));
      store.change(tx ->
          some.forEach(
              hit -> rows.blocks().shrink(tx, blocks, hit.word(), hit.place(), hit.left())));
    }
    if (words.size() == BLOCKS) {
      upto = words.getLast();
      return true;
    }
    tables.removeFirst();
    upto = Long.MIN_VALUE;
    if (tables.isEmpty()) {
      end();
    }
    return true;
  }

  private void begin() {
    Map<Due, List<Long>> taken = store.read(WordPurge::some);
    due = List.copyOf(taken.keySet());
    gone = new HashSet<>();
    taken.values().forEach(gone::addAll);
    tables = new ArrayDeque<>(store.read(rows.tables()::all));
    upto = Long.MIN_VALUE;
  }

  private static Map<Due, List<Long>> some(Sql sql) {
    Map<Due, List<Long>> taken = new HashMap<>();
    int ordinals = 0;
    for (Due each : waiting(sql)) {
      if (ordinals < MOST_ORDINALS) {
        List<Long> its = ordinals(sql, each);
        taken.put(each, its);
        ordinals += its.size();
      }
    }
    return taken;
  }

  private static List<Due> waiting(Sql sql) {
    return sql.list(
        "select conversation, ordinal from word_purge fetch first %d rows only".formatted(MOST_DUE),
        row -> new Due(row.id("conversation"), row.number("ordinal")));
  }

  private static List<Long> ordinals(Sql sql, Due due) {
    return due.ordinal() == ALL
        ? sql.list(
            "select ordinal from message where conversation = ?",
            row -> row.number("ordinal"),
            due.conversation())
        : List.of(due.ordinal());
  }

  /// The words of the next blocks; none if this making of the index is there no more.
  private List<Long> words(Sql sql, WordBlocks blocks) {
    boolean isThere =
        rows.tables().all(sql).stream().anyMatch(each -> each.seal().equals(blocks.seal()));
    return isThere ? rows.blocks().words(sql, blocks, upto, BLOCKS) : List.of();
  }

  /// A block that does not open has nothing taken out: it goes as a whole, when what is doubted is
  /// made anew.
  private List<Hit> hits(Sql sql, WordBlocks blocks, long word) {
    List<Hit> hits = new ArrayList<>();
    for (WordTable.Block block : rows.blocks().blocks(sql, blocks, word)) {
      block
          .ordinals()
          .filter(ordinals -> ordinals.hasAnyOf(gone))
          .ifPresent(ordinals -> hits.add(new Hit(word, block.place(), ordinals.without(gone))));
    }
    return hits;
  }

  private void end() {
    List<Due> over = due;
    store.change(tx -> {
      for (Due each : over) {
        tx.update(
            "delete from word_purge where conversation = ? and ordinal = ?",
            each.conversation(),
            each.ordinal());
      }
    });
    due = List.of();
    gone = Set.of();
  }
}
