package hospital.wardbell.directory;

import hospital.wardbell.base.PlainWords;

/// The directory cannot be asked. Nothing was changed; whoever catches it tries again later. The
/// message names the server and no person.
public final class DirectoryFault extends RuntimeException implements PlainWords {
  /// What is wrong.
  public enum Kind {
    /// Nobody answers, or too slowly.
    UNREACHABLE,
    /// It takes no StartTLS, or what stands between takes it away.
    UNSECURED,
    /// It is not who it should be.
    UNTRUSTED,
    /// It does not let in the account that asks.
    REFUSED,
    /// A base or a group is not there.
    ABSENT,
    /// It holds more than is read, or gives only a part.
    PARTIAL,
    /// It answers with an error.
    ERROR
  }

  private static final long serialVersionUID = 1;

  private final Kind kind;

  DirectoryFault(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  DirectoryFault(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
