package hospital.wardbell.store;

import hospital.wardbell.base.Passing;
import hospital.wardbell.base.PlainWords;

/// The database could not do what was asked. Nothing of the change was kept.
public final class StoreFault extends RuntimeException implements PlainWords, Passing {
  private static final long serialVersionUID = 1;

  /// What kind of trouble, so what the catcher should do.
  public enum Kind {
    /// The key does not open it: stay sealed, say so.
    WRONG_KEY,
    /// Another process has it open: end with exit code 1.
    IN_USE,
    /// No room on the disk: stop sending, keep what arrives on the modem, tell IT.
    DISK_FULL,
    /// The directory cannot be made or written: end with exit code 1.
    NOT_WRITABLE,
    /// The schema is newer than this program: end with exit code 1.
    TOO_NEW,
    /// It is shut, or shutting down.
    CLOSED,
    /// Busy for longer than the deadline: try again later.
    BUSY,
    /// Anything else.
    BROKEN
  }

  private final Kind kind;

  public StoreFault(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public StoreFault(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  @Override
  public boolean passes() {
    return kind == Kind.DISK_FULL || kind == Kind.BUSY || kind == Kind.CLOSED;
  }
}
