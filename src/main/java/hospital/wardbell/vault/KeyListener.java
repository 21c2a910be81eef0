package hospital.wardbell.vault;

import hospital.wardbell.base.Id;
import hospital.wardbell.store.Tx;

/// Who is told what becomes of keys without anybody asking for it then.
public interface KeyListener {
  /// A key leaves the keyring for good right after this change; after a power cut in between it is
  /// said again.
  ///
  /// @param purpose what it was for, such as `kek.CONVERSATION/2026`
  void destroyed(Tx tx, String purpose, Id key);

  /// The period of a KEK has ended, and the key leaves the keyring for good right after this
  /// change; said again as above.
  default void ended(Tx tx, String purpose, Id key) {
    destroyed(tx, purpose, key);
  }

  /// From right after this change on only backups need the key; said again as above.
  default void retired(Tx tx, String purpose, Id key) {}
}
