package hospital.wardbell.conversation;

import hospital.wardbell.vault.Vault;

/// The word index as it is kept: its two tables, the blocks in them, and what is doubted of them.
record WordRows(WordIndexTable tables, WordTable blocks, WordDoubts doubts) {
  static WordRows of(Vault vault) {
    WordDoubts doubts = new WordDoubts();
    return new WordRows(new WordIndexTable(vault), new WordTable(vault, doubts), doubts);
  }
}
