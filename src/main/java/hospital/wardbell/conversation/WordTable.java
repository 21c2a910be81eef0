package hospital.wardbell.conversation;

import hospital.wardbell.base.Id;
import hospital.wardbell.store.Row;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Tx;
import hospital.wardbell.vault.Vault;
import java.nio.ByteBuffer;
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
/// it came to be in them.
final class WordTable {
  private static final int LONGEST = 2000;

  /// What adding to a word does to its rows: which block goes, if any, and what comes.
  record Addition(long word, Optional<Long> from, Ordinals block) {}

  private final Vault vault;

  WordTable(Vault vault) {
    this.vault = vault;
  }

  long word(Id team, String word) {
    return ByteBuffer.wrap(vault.index("message.word/1", team + " " + word)).getLong();
  }

  long progress(Sql sql) {
    return sql.number("select upto from word_progress");
  }

  void progress(Tx tx, long upto) {
    tx.update("update word_progress set upto = ?", upto);
  }

  /// What it takes to add `ordinals`, which are above all that the word has.
  Addition addition(Sql sql, long word, Ordinals ordinals) {
    Ordinals joined = ordinals;
    Optional<Long> from = Optional.empty();
    long below = Long.MAX_VALUE;
    while (true) {
      Optional<Ordinals> before = block(sql, word, below);
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

  void add(Tx tx, Addition addition) {
    addition
        .from()
        .ifPresent(from ->
            tx.update(
                "delete from word_block where word = ? and lowest >= ?", addition.word(), from));
    tx.update(
        "insert into word_block (word, lowest, amount, ordinals) values (?, ?, ?, ?)",
        addition.word(),
        addition.block().lowest(),
        addition.block().amount(),
        addition.block().written());
  }

  /// The block in which the greatest ordinal is that is not above `limit`.
  Optional<Ordinals> block(Sql sql, long word, long limit) {
    return sql.one(
        """
        select lowest, amount, ordinals from word_block where word = ? and lowest <= ?
        order by lowest desc fetch first 1 rows only
        """,
        WordTable::read,
        word,
        limit);
  }

  /// The words of the next blocks in order, behind `word`; each as often as it has blocks.
  List<Long> words(Sql sql, long word, int most) {
    return sql.list(
        "select word from word_block where word > ? order by word fetch first %d rows only"
            .formatted(most),
        row -> row.number("word"),
        word);
  }

  /// All blocks of a word.
  List<Ordinals> blocks(Sql sql, long word) {
    return sql.list(
        "select lowest, amount, ordinals from word_block where word = ?", WordTable::read, word);
  }

  /// Puts what is left of a block in its place, or nothing.
  void shrink(Tx tx, long word, long lowest, Optional<Ordinals> left) {
    tx.update("delete from word_block where word = ? and lowest = ?", word, lowest);
    left.ifPresent(block -> add(tx, new Addition(word, Optional.empty(), block)));
  }

  private static Ordinals read(Row row) {
    return Ordinals.read(row.number("lowest"), row.integer("amount"), row.bytes("ordinals"));
  }
}
