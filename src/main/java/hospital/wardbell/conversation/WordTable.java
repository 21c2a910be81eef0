package hospital.wardbell.conversation;

import hospital.wardbell.base.Id;
import hospital.wardbell.store.Row;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Tx;
import hospital.wardbell.vault.Vault;
import java.util.List;
import java.util.Optional;

/// The rows of the word index: for each word of each team, in which messages it is.
///
/// A word is kept as the first 64 bits of an HMAC over team and word, so the rows tell how often
/// some word was written to some team, and not which. Two words with the same bits are told apart
/// where a message is opened.
///
/// To a word's newest block is added while that does not make it longer than a row may be. Blocks
/// of about the same length are joined, so a word in `n` messages has about `log n` blocks, however
/// it came to be in them. There are two tables of blocks, of which one is in use, and the other
/// only while the index key is being changed.
final class WordTable {
  private static final int LONGEST = 2000;

  /// What adding to a word does to its rows: which block goes, if any, and what comes.
  record Addition(long word, Optional<Long> from, Ordinals block) {}

  private final Vault vault;

  WordTable(Vault vault) {
    this.vault = vault;
  }

  long word(WordBlocks blocks, Id team, String word) {
    Id key = blocks.key().orElseGet(() -> vault.indexKeys().getFirst());
    return vault.indexShort(key, "message.word/1", team + " " + word);
  }

  /// Those that are searched.
  WordBlocks serving(Sql sql) {
    return all(sql).stream()
        .filter(blocks -> blocks.state() == WordBlocks.State.SERVES)
        .findFirst()
        .orElseThrow();
  }

  List<WordBlocks> all(Sql sql) {
    return sql.list(
        "select blocks, index_key, upto, state from word_index",
        row ->
            new WordBlocks(
                row.text("blocks"),
                row.maybeId("index_key"),
                row.number("upto"),
                row.constant("state", WordBlocks.State.class)));
  }

  /// Whether they are blinded by the key that is written with.
  boolean isCurrent(WordBlocks blocks) {
    return blocks.key().orElseGet(() -> vault.indexKeys().getFirst()).equals(vault.indexKey());
  }

  void progress(Tx tx, WordBlocks blocks, long upto) {
    tx.update("update word_index set upto = ? where blocks = ?", upto, blocks.name());
  }

  /// The other table begins to grow, by the key that is written with.
  void begin(Tx tx, WordBlocks serving) {
    tx.update(
        "insert into word_index (blocks, index_key, upto, state) values (?, ?, 0, 'GROWS')",
        serving.counterpart(),
        vault.indexKey());
  }

  void state(Tx tx, WordBlocks blocks, WordBlocks.State state) {
    tx.update("update word_index set state = ? where blocks = ?", state, blocks.name());
  }

  /// Removes the first of what goes; at the end it is gone.
  ///
  /// @return whether more is left
  boolean empty(Tx tx, WordBlocks going, int most) {
    List<Long> words =
        tx.list(
            "select word from %s order by word fetch first %d rows only"
                .formatted(going.name(), most),
            row -> row.number("word"));
    if (words.isEmpty()) {
      tx.update("delete from word_index where blocks = ?", going.name());
      return false;
    }
    tx.update("delete from %s where word <= ?".formatted(going.name()), words.getLast());
    return true;
  }

  /// What it takes to add `ordinals`, which are above all that the word has.
  Addition addition(Sql sql, WordBlocks blocks, long word, Ordinals ordinals) {
    Ordinals joined = ordinals;
    Optional<Long> from = Optional.empty();
    long below = Long.MAX_VALUE;
    while (true) {
      Optional<Ordinals> before = block(sql, blocks, word, below);
      if (before.isEmpty() || before.get().amount() >= 2 * joined.amount()) {
        return new Addition(word, from, joined);
      }
      Ordinals longer = before.get().and(joined);
      if (longer.written().length > LONGEST) {
        return new Addition(word, from, joined);
      }
      joined = longer;
      from = Optional.of(before.get().lowest());
      below = before.get().lowest() - 1;
    }
  }

  void add(Tx tx, WordBlocks blocks, Addition addition) {
    addition
        .from()
        .ifPresent(from ->
            tx.update(
                "delete from %s where word = ? and lowest >= ?".formatted(blocks.name()),
                addition.word(),
                from));
    tx.update(
        "insert into %s (word, lowest, amount, ordinals) values (?, ?, ?, ?)"
            .formatted(blocks.name()),
        addition.word(),
        addition.block().lowest(),
        addition.block().amount(),
        addition.block().written());
  }

  /// The block in which the greatest ordinal is that is not above `limit`.
  Optional<Ordinals> block(Sql sql, WordBlocks blocks, long word, long limit) {
    return sql.one(
        """
        select lowest, amount, ordinals from %s where word = ? and lowest <= ?
        order by lowest desc fetch first 1 rows only
        """
            .formatted(blocks.name()),
        WordTable::read,
        word,
        limit);
  }

  /// The words of the next blocks in order, behind `word`; each as often as it has blocks.
  List<Long> words(Sql sql, WordBlocks blocks, long word, int most) {
    return sql.list(
        "select word from %s where word > ? order by word fetch first %d rows only"
            .formatted(blocks.name(), most),
        row -> row.number("word"),
        word);
  }

  /// All blocks of a word.
  List<Ordinals> blocks(Sql sql, WordBlocks blocks, long word) {
    return sql.list(
        "select lowest, amount, ordinals from %s where word = ?".formatted(blocks.name()),
        WordTable::read,
        word);
  }

  /// Puts what is left of a block in its place, or nothing.
  void shrink(Tx tx, WordBlocks blocks, long word, long lowest, Optional<Ordinals> left) {
    tx.update(
        "delete from %s where word = ? and lowest = ?".formatted(blocks.name()), word, lowest);
    left.ifPresent(block -> add(tx, blocks, new Addition(word, Optional.empty(), block)));
  }

  private static Ordinals read(Row row) {
    return Ordinals.read(row.number("lowest"), row.integer("amount"), row.bytes("ordinals"));
  }
}
