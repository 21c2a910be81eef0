package hospital.wardbell.conversation;

import hospital.wardbell.base.Id;
import java.util.Optional;

/// One of the two tables of blocks, and how far it goes.
///
/// @param name of the table
/// @param key by which its words are blinded
/// @param seal the data key that its blocks are sealed by, and only those of this making; as `key`
///   empty as long as nothing was ever put in
/// @param upto the ordinal up to which it has all words
/// @param isDoubted whether something of it was changed or is gone, so that it is made anew
record WordBlocks(
    String name, Optional<Id> key, Optional<Id> seal, long upto, State state, boolean isDoubted) {
  static final String FIRST = "word_block";
  static final String OTHER = "word_block_other";

  /// What it is there for.
  enum State {
    /// Is searched, and gets what is new.
    SERVES,
    /// Is made anew: under another index key, or because the one that serves is doubted.
    GROWS,
    /// Is emptied.
    GOES
  }

  /// The table that this is not.
  String counterpart() {
    return name.equals(FIRST) ? OTHER : FIRST;
  }
}
