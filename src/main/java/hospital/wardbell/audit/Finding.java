package hospital.wardbell.audit;

import java.util.Locale;

/// One place where the record does not hold.
///
/// @param leaf the first entry that it is about; for a checkpoint, how many entries it is of
public record Finding(Kind kind, long leaf) {
  /// What is wrong there.
  public enum Kind {
    /// An entry is not the one that was recorded.
    ENTRY_CHANGED("Entry %d is not the one that was recorded."),
    /// An entry is gone.
    ENTRY_MISSING("Entry %d is missing."),
    /// An entry is there that has no place in the order.
    ENTRY_SLIPPED_IN("Entry %d was slipped in."),
    /// An entry would be found by something that it does not say.
    INDEX_CHANGED("Entry %d is listed under something else than it says."),
    /// The tree's hashes from an entry on were changed.
    TILE_CHANGED("The hashes over entry %d and those behind it were changed."),
    /// The tree's hashes from an entry on are gone.
    TILE_MISSING("The hashes over entry %d and those behind it are missing."),
    /// There are hashes that belong to no entry.
    TILE_SLIPPED_IN("There are more hashes than those of %d signed entries."),
    /// A checkpoint is not one that this home's key signed.
    CHECKPOINT_CHANGED("The checkpoint of %d entries was not signed with this home's key."),
    /// The tree is another than the one that was signed.
    CHECKPOINT_CONTRADICTED("The record is not the one that was signed when it had %d entries."),
    /// There is a tree, but nothing that was signed.
    CHECKPOINT_MISSING("No checkpoint is left."),
    /// What was witnessed is not in the record.
    WITNESS_CONTRADICTED("The record is not the one that was witnessed when it had %d entries."),
    /// What was witnessed was not signed by this home.
    WITNESS_UNREADABLE("A witnessed checkpoint was not signed with this home's key.");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  /// The finding in a sentence.
  public String words() {
    return kind.words.contains("%") ? kind.words.formatted(leaf) : kind.words;
  }

  /// A word for programs: `entry-changed`.
  public String code() {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
