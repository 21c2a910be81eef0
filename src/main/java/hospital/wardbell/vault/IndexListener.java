package hospital.wardbell.vault;

import hospital.wardbell.base.Id;
import hospital.wardbell.store.Tx;

/// Who is told what [IndexCheck] found.
public interface IndexListener {
  /// A row's column was not the one of its cell, and is again with this change.
  void mended(Tx tx, String table, Id row);

  /// A row's cell does not open, or its column cannot be mended since another row has it.
  void unsound(Tx tx, String table, Id row);
}
