package hospital.wardbell.vault;

import hospital.wardbell.base.PlainWords;

/// A key or a sealed cell could not be used. Messages hold neither.
public final class VaultFault extends RuntimeException implements PlainWords {
  private static final long serialVersionUID = 1;

  /// What kind of trouble, so what the catcher should do.
  public enum Kind {
    /// The passphrase or credential does not open the keyring; which part was wrong is not known.
    WRONG_UNLOCK,
    /// The keyring file is missing, damaged or newer than this program.
    KEYRING,
    /// A cell does not open with its label, row and key: it was damaged, moved or swapped.
    TAMPERED,
    /// The subject's key has been destroyed.
    SHREDDED,
    /// The certificate's files cannot be read or written: end with exit code 1.
    CERTIFICATE
  }

  private final Kind kind;

  public VaultFault(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public VaultFault(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
