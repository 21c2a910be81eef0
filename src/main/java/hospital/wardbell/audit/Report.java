package hospital.wardbell.audit;

import hospital.wardbell.store.Store;
import java.util.List;

/// What came of a check of the record.
///
/// @param entries how many were looked at
/// @param signed how many of them the newest checkpoint covers; what is younger than a second may
///   not be covered yet
/// @param checkpoints how many checkpoints were checked
/// @param first the first hundred places where it does not hold
/// @param findings how many such places there are
public record Report(
    long entries, long signed, long checkpoints, List<Finding> first, long findings) {
  public Report {
    first = List.copyOf(first);
  }

  /// Checks the record of a database to which nobody appends meanwhile.
  ///
  /// @param signer that signed it
  public static Report of(Store store, NoteSigner signer) {
    StoredLog log = new StoredLog(store, () -> {});
    return new Check(log, signer.verifier(), _ -> {}).run(List.of());
  }

  public boolean holds() {
    return findings == 0;
  }
}
