package hospital.wardbell.audit;

import hospital.wardbell.audit.Finding.Kind;
import java.util.Optional;

/// Judges checkpoints that were kept elsewhere: whether the log's tree is the continuation of the
/// tree that each was signed for. One thread.
final class Witnessed {
  private final Tree.Tiles tiles;
  private final long entries;
  private final NoteKey key;
  private final Proofs proofs = new Proofs();
  private Optional<byte[]> root = Optional.empty();

  /// @param entries of the tree as it is now
  Witnessed(Tree.Tiles tiles, long entries, NoteKey key) {
    this.tiles = tiles;
    this.entries = entries;
    this.key = key;
  }

  /// What is wrong with the log, or with the note itself.
  Optional<Finding> finding(String note) {
    Optional<Checkpoint> witnessed = key.checkpoint(note);
    if (witnessed.isEmpty()) {
      return Optional.of(new Finding(Kind.WITNESS_UNREADABLE, entries));
    }
    return proven(witnessed.get())
        ? Optional.empty()
        : Optional.of(new Finding(Kind.WITNESS_CONTRADICTED, witnessed.get().entries()));
  }

  private boolean proven(Checkpoint witnessed) {
    if (witnessed.entries() > entries) {
      return false;
    }
    try {
      Tree tree = new Tree(tiles, entries);
      if (root.isEmpty()) {
        root = Optional.of(tree.root());
      }
      return proofs.continues(
          witnessed.entries(),
          witnessed.root(),
          entries,
          root.get(),
          tree.consistency(witnessed.entries()));
    } catch (AuditFault _) {
      return false; // a tile is gone
    }
  }
}
