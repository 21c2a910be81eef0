package hospital.wardbell.audit;

import java.util.List;

/// Something about the log that can be checked by a few hashes.
///
/// @spec https://www.rfc-editor.org/rfc/rfc6962#section-2.1.1 RFC 6962 §2.1.1, §2.1.2
public sealed interface Proof {
  /// That an entry is in the tree of a checkpoint.
  ///
  /// @param entry its canonical text
  /// @param note the checkpoint, signed
  /// @param path the hashes that lead to the root, lowest first
  record Inclusion(long leaf, String entry, String note, List<byte[]> path) implements Proof {
    public Inclusion {
      path = List.copyOf(path);
    }
  }

  /// That the tree of a checkpoint begins with the tree of fewer entries.
  record Consistency(long old, String note, List<byte[]> path) implements Proof {
    public Consistency {
      path = List.copyOf(path);
    }
  }
}
