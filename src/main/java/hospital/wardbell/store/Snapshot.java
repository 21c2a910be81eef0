package hospital.wardbell.store;

import java.util.Map;

/// What is known of a database's copy without opening it.
///
/// @param rows how many rows each table had just before, by its name
/// @param still whether nothing was changed from then until the copy was whole, so that these are
///   the copy's own numbers
public record Snapshot(Map<String, Long> rows, boolean still) {
  public Snapshot {
    rows = Map.copyOf(rows);
  }
}
