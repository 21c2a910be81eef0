package hospital.wardbell.conversation;

import hospital.wardbell.base.Id;
import java.util.Optional;

/// One of the two tables of blocks, and how far it goes.
///
/// @param name of the table
/// @param key by which its words are blinded; empty: the first there was
/// @param upto the ordinal up to which it has all words
record WordBlocks(String name, Optional<Id> key, long upto, State state) {
  static final String FIRST = "word_block";
  static final String OTHER = "word_block_other";

  /// What it is there for.
  enum State {
    /// Is searched, and gets what is new.
    SERVES,
    /// Is made anew under another key.
    GROWS,
    /// Is emptied.
    GOES
  }

  /// The table that this is not.
  String counterpart() {
    return name.equals(FIRST) ? OTHER : FIRST;
  }
}
