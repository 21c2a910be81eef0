package hospital.wardbell.backup;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.store.Tx;

/// Who must know that the database is one that was restored: what was true of it since the backup
/// was made, such as which nonces have been used, is not known any more.
public interface RestoreListener {
  /// In the change that puts the restore on record.
  ///
  /// @param audit the restored database's
  void restored(Tx tx, Audit audit);
}
