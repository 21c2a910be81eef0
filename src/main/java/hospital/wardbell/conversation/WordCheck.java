package hospital.wardbell.conversation;

import hospital.wardbell.base.Loop;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Store;
import hospital.wardbell.vault.VaultFault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;

/// Looks after each start and once a day whether words lead to their messages: whether each block
/// opens, and whether each message is in a block of each of its words. The first takes seconds, and
/// tells what was changed; the second reads every text, and tells what is gone as well. The
/// messages are sealed, and so are believed.
///
/// It takes a tenth of a processor at most, so with many messages the second takes hours. What it
/// finds it says to [WordDoubts]. For one thread, its own.
final class WordCheck implements AutoCloseable {
  private static final int BLOCKS = 200;
  private static final int MESSAGES = 500;
  private static final int WORDS = 50;
  private static final int SHARE = 10;
  private static final Duration DAILY = Duration.ofDays(1);

  private enum Phase {
    BLOCKS,
    MESSAGES,
    DONE
  }

  private final Store store;
  private final MessageTable messages;
  private final WordRows rows;
  private Optional<Loop> loop = Optional.empty();
  private Phase phase = Phase.BLOCKS;
  private long upto = Long.MIN_VALUE;

  WordCheck(Store store, MessageTable messages, WordRows rows) {
    this.store = store;
    this.messages = messages;
    this.rows = rows;
  }

  void start() {
    loop = Optional.of(Loop.start("word-check", this::turn));
  }

  private Duration turn() {
    long begun = System.nanoTime();
    boolean more = look();
    return more ? Duration.ofNanos((System.nanoTime() - begun) * (SHARE - 1)) : DAILY;
  }

  /// Looks at a little.
  ///
  /// @return whether there is more to look at
  boolean look() {
    WordBlocks blocks = store.read(rows.tables()::serving);
    if (rows.doubts().has(blocks)) {
      phase = Phase.DONE;
    }
    try {
      switch (phase) {
        case BLOCKS -> open(blocks);
        case MESSAGES -> find(blocks);
        case DONE -> {}
      }
    } catch (VaultFault _) {
      rows.doubts().raise(blocks); // made by a key that is none of ours
    }
    if (phase == Phase.DONE) {
      next(Phase.BLOCKS);
      return false;
    }
    return true;
  }

  private void next(Phase following) {
    phase = following;
    upto = Long.MIN_VALUE;
  }

  /// A block that does not open is doubted by whoever reads it.
  private void open(WordBlocks blocks) {
    List<Long> words = store.read(sql -> opened(sql, blocks));
    if (words.isEmpty()) {
      next(Phase.MESSAGES);
    } else {
      upto = words.getLast();
    }
  }

  private List<Long> opened(Sql sql, WordBlocks blocks) {
    List<Long> words =
        serve(sql, blocks) ? rows.blocks().words(sql, blocks, upto, BLOCKS) : List.of();
    words.stream().distinct().forEach(word -> rows.blocks().blocks(sql, blocks, word));
    return words;
  }

  /// What they lack is looked for twice: a message may be deleted meanwhile, and its words go.
  private void find(WordBlocks blocks) {
    List<Numbered> page = page(blocks);
    if (page.isEmpty()) {
      next(Phase.DONE);
      if (blocks.upto() > store.read(MessageTable::newestOrdinal)) {
        rows.doubts().raise(blocks); // what comes would be passed over
      }
    } else if (lack(blocks, page) && lack(blocks, page(blocks))) {
      rows.doubts().raise(blocks);
    } else {
      upto = page.getLast().ordinal();
    }
  }

  /// The next messages whose words are in the blocks.
  private List<Numbered> page(WordBlocks blocks) {
    return store.read(sql -> messages.after(sql, upto, MESSAGES)).stream()
        .filter(message -> message.ordinal() <= blocks.upto())
        .toList();
  }

  private boolean lack(WordBlocks blocks, List<Numbered> page) {
    List<Map.Entry<Long, NavigableSet<Long>>> words =
        List.copyOf(WordIndex.words(rows.blocks(), blocks, page).entrySet());
    for (int from = 0; from < words.size(); from += WORDS) {
      List<Map.Entry<Long, NavigableSet<Long>>> some =
          words.subList(from, Math.min(words.size(), from + WORDS));
      if (store.read(sql -> some.stream().anyMatch(word -> lack(sql, blocks, word)))) {
        return true;
      }
    }
    return false;
  }

  private boolean lack(Sql sql, WordBlocks blocks, Map.Entry<Long, NavigableSet<Long>> word) {
    WordTrail trail = new WordTrail(sql, rows.blocks(), blocks, word.getKey());
    return serve(sql, blocks)
        && word.getValue().descendingSet().stream()
            .anyMatch(ordinal -> !trail.atMost(ordinal).equals(Optional.of(ordinal)));
  }

  /// Whether it is still they that serve, so that nobody empties them during this query.
  private boolean serve(Sql sql, WordBlocks blocks) {
    return rows.tables().serving(sql).seal().equals(blocks.seal());
  }

  @Override
  public void close() {
    loop.ifPresent(Loop::close);
  }
}
