package hospital.wardbell.conversation;

import hospital.wardbell.store.Row;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Tx;
import hospital.wardbell.vault.Vault;
import java.util.List;

/// What is said of the two tables of blocks: which is in use, how far it goes. The other is there
/// only while the index is made anew.
final class WordIndexTable {
  /// Below any ordinal, also one that somebody changed.
  private static final long BEGINNING = Long.MIN_VALUE;

  private final Vault vault;

  WordIndexTable(Vault vault) {
    this.vault = vault;
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
        "select blocks, index_key, data_key, upto, state, doubted from word_index",
        WordIndexTable::read);
  }

  private static WordBlocks read(Row row) {
    return new WordBlocks(
        row.text("blocks"),
        row.maybeId("index_key"),
        row.maybeId("data_key"),
        row.number("upto"),
        row.constant("state", WordBlocks.State.class),
        row.flag("doubted"));
  }

  /// Whether they are blinded by the key that is written with, if by any.
  boolean isCurrent(WordBlocks blocks) {
    return blocks.key().map(vault.indexKey()::equals).orElse(true);
  }

  void progress(Tx tx, WordBlocks blocks, long upto) {
    tx.update("update word_index set upto = ? where blocks = ?", upto, blocks.name());
  }

  /// Gives blocks that nothing was ever put in the keys that are written with.
  void begin(Tx tx, WordBlocks empty) {
    tx.update(
        "update word_index set index_key = ?, data_key = ?, upto = ? where blocks = ?",
        vault.indexKey(),
        vault.newKey(tx, Vault.Subject.SYSTEM),
        BEGINNING,
        empty.name());
  }

  /// The other table begins to grow, by the keys that are written with.
  void beginOther(Tx tx, WordBlocks serving) {
    tx.update(
        """
        insert into word_index (blocks, index_key, data_key, upto, state)
        values (?, ?, ?, ?, 'GROWS')\
        """,
        serving.counterpart(),
        vault.indexKey(),
        vault.newKey(tx, Vault.Subject.SYSTEM),
        BEGINNING);
  }

  void state(Tx tx, WordBlocks blocks, WordBlocks.State state) {
    tx.update("update word_index set state = ? where blocks = ?", state, blocks.name());
  }

  void doubt(Tx tx, WordBlocks blocks) {
    tx.update("update word_index set doubted = 1 where blocks = ?", blocks.name());
  }

  /// What was emptied is there no more, and what copies there are of its blocks open nowhere.
  void remove(Tx tx, WordBlocks gone) {
    tx.update("delete from word_index where blocks = ?", gone.name());
    gone.seal().ifPresent(key -> vault.shred(tx, key));
  }
}
