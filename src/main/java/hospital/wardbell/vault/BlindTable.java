package hospital.wardbell.vault;

import hospital.wardbell.base.Id;
import hospital.wardbell.store.Tx;
import java.util.List;

/// A table that has index columns, and how a row of it is brought under another index key.
///
/// A row whose subject was shredded needs no telling: its columns become nobody's.
///
/// @param what the rows are, for people
/// @param id the column by which the table is keyed
/// @param columns those with what an index key made of a value
public record BlindTable(
    String what, String table, String id, List<String> columns, Renewing renewing) {
  /// What brings one row under the present key.
  public interface Renewing {
    /// @return false if it cannot be done yet; the former key stays until it could
    boolean renew(Tx tx, Id row);
  }

  public BlindTable {
    columns = List.copyOf(columns);
  }
}
