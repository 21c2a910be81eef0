package hospital.wardbell.conversation;

import static hospital.wardbell.vault.VaultFault.Kind.TAMPERED;

import hospital.wardbell.base.Id;
import hospital.wardbell.store.Row;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Tx;
import hospital.wardbell.vault.Cell;
import hospital.wardbell.vault.Vault;
import hospital.wardbell.vault.VaultFault;
import java.util.List;
import java.util.Optional;

/// The rows of the word index: for each word of each team, in which messages it is.
///
/// A word is kept as the first 64 bits of an HMAC over team and word, and what it is in is sealed,
/// so the rows tell how many words there are, and by the length of their blocks about how often
/// each was written. Two words with the same bits are told apart where a message is opened. A block
/// is sealed for its word and place and by the data key of one making of the index: it opens
/// nowhere else.
///
/// To a word's newest block is added while that does not make it longer than a row may be. Blocks
/// of about the same length are joined, so a word in `n` messages has about `log n` blocks, however
/// it came to be in them.
final class WordTable {
  private static final int LONGEST = 2000;

  /// Above any place that a block has.
  static final int TOP = Integer.MAX_VALUE;

  /// A block as its row has it. A later block of the same word has a higher place, and higher
  /// ordinals.
  ///
  /// @param ordinals empty if it does not open
  record Block(int place, Optional<Ordinals> ordinals) {}

  /// What adding to a word does to its rows.
  ///
  /// @param isJoined whether what there is from this place on goes
  record Addition(long word, int place, Ordinals ordinals, boolean isJoined) {}

  private final Vault vault;
  private final WordDoubts doubts;

  WordTable(Vault vault, WordDoubts doubts) {
    this.vault = vault;
    this.doubts = doubts;
  }

  /// @throws VaultFault if the index key that the blocks are made by is none of ours
  long word(WordBlocks blocks, Id team, String word) {
    Id key = blocks.key().orElseGet(vault::indexKey);
    return vault.indexShort(key, "message.word/1", team + " " + word);
  }

  /// What it takes to add `ordinals`, which are above all that the word has.
  Addition addition(Sql sql, WordBlocks blocks, long word, Ordinals ordinals) {
    Optional<Block> before = newest(sql, blocks, word, TOP);
    Addition addition =
        new Addition(word, before.map(b -> b.place() + 1).orElse(0), ordinals, false);
    Optional<Ordinals> joined = joined(before, ordinals);
    while (before.isPresent() && joined.isPresent()) {
      addition = new Addition(word, before.get().place(), joined.get(), true);
      before = newest(sql, blocks, word, addition.place());
      joined = joined(before, addition.ordinals());
    }
    return addition;
  }

  /// Both in one; empty if they stay apart.
  private static Optional<Ordinals> joined(Optional<Block> before, Ordinals more) {
    return before
        .flatMap(Block::ordinals)
        .filter(there -> there.amount() < 2 * more.amount())
        .map(there -> there.and(more))
        .filter(both -> both.written().length <= LONGEST);
  }

  void add(Tx tx, WordBlocks blocks, Addition addition) {
    if (addition.isJoined()) {
      tx.update(
          "delete from %s where word = ? and place >= ?".formatted(blocks.name()),
          addition.word(),
          addition.place());
    }
    tx.update(
        "insert into %s (word, place, ordinals) values (?, ?, ?)".formatted(blocks.name()),
        addition.word(),
        addition.place(),
        sealed(tx, blocks, addition.word(), addition.place(), addition.ordinals()));
  }

  /// The newest block of a word whose place is below `above`.
  Optional<Block> newest(Sql sql, WordBlocks blocks, long word, int above) {
    return sql.one(
        """
        select place, ordinals from %s where word = ? and place < ?
        order by place desc fetch first 1 rows only
        """
            .formatted(blocks.name()),
        row -> read(sql, blocks, word, row),
        word,
        above);
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
  List<Block> blocks(Sql sql, WordBlocks blocks, long word) {
    return sql.list(
        "select place, ordinals from %s where word = ?".formatted(blocks.name()),
        row -> read(sql, blocks, word, row),
        word);
  }

  /// Puts what is left of a block in its place, or nothing.
  void shrink(Tx tx, WordBlocks blocks, long word, int place, Optional<Ordinals> left) {
    if (left.isPresent()) {
      tx.update(
          "update %s set ordinals = ? where word = ? and place = ?".formatted(blocks.name()),
          sealed(tx, blocks, word, place, left.get()),
          word,
          place);
    } else {
      tx.update(
          "delete from %s where word = ? and place = ?".formatted(blocks.name()), word, place);
    }
  }

  /// Removes the first of what goes.
  ///
  /// @return whether there was anything
  boolean empty(Tx tx, WordBlocks going, int most) {
    List<Long> words = words(tx, going, Long.MIN_VALUE, most);
    if (!words.isEmpty()) {
      tx.update("delete from %s where word <= ?".formatted(going.name()), words.getLast());
    }
    return !words.isEmpty();
  }

  private byte[] sealed(Tx tx, WordBlocks blocks, long word, int place, Ordinals ordinals) {
    return vault.seal(tx, blocks.seal().orElseThrow(), cell(word, place), ordinals.written());
  }

  private Block read(Sql sql, WordBlocks blocks, long word, Row row) {
    int place = row.integer("place");
    try {
      Id seal =
          blocks.seal().orElseThrow(() -> new VaultFault(TAMPERED, "Nothing was sealed yet."));
      byte[] written = vault.open(sql, seal, cell(word, place), row.bytes("ordinals"));
      return new Block(place, Optional.of(Ordinals.read(written)));
    } catch (VaultFault _) {
      doubts.raise(blocks);
      return new Block(place, Optional.empty());
    }
  }

  /// The row has no id; what it is found by is its name within the data key's making.
  private static Cell cell(long word, int place) {
    return new Cell("word.block/1", new Id(word, place));
  }
}
