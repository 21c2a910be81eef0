package hospital.wardbell.backup;

import hospital.wardbell.base.Passing;
import hospital.wardbell.base.PlainWords;
import java.io.IOException;
import java.util.Locale;

/// A backup could not be made, read or restored. What was there before is there still.
public final class BackupFault extends RuntimeException implements PlainWords, Passing {
  private static final long serialVersionUID = 1;

  /// What kind of trouble, so what the catcher should do.
  public enum Kind {
    /// One is being made, checked or tried out at this moment: ask again later.
    BUSY,
    /// The target is not there or is not one: a mount is missing, or nobody has made it one.
    NO_TARGET,
    /// The target, or the server it is on, does not answer or refuses: try again later.
    UNREACHABLE,
    /// Too little room here or there.
    NO_ROOM,
    /// The home's own directory cannot be read or written.
    DISK,
    /// There is no such backup.
    NO_BACKUP,
    /// The file is not a backup, or not the one that was made.
    DAMAGED,
    /// It was sealed with a key that the keyring does not have.
    WRONG_KEY,
    /// It belongs to a newer version of the program.
    TOO_NEW,
    /// What is in it does not hold together.
    UNSOUND,
    /// A restore was begun in this home and has not ended.
    BROKEN_OFF
  }

  private final Kind kind;

  public BackupFault(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public BackupFault(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /// @param doing what was tried, such as `writing the backup`
  static BackupFault of(IOException e, String doing) {
    String said = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    if (said.contains("no space left") || said.contains("quota exceeded")) {
      return new BackupFault(
          Kind.NO_ROOM,
          "The disk became full while " + doing + ". Nothing half-written counts. Make room.",
          e);
    }
    return new BackupFault(
        Kind.DISK,
        "A file failed while "
            + doing
            + " ("
            + e.getClass().getSimpleName()
            + "). Nothing half-written counts. Check disk, path and owner.",
        e);
  }

  public Kind kind() {
    return kind;
  }

  @Override
  public boolean passes() {
    return kind == Kind.BUSY || kind == Kind.UNREACHABLE || kind == Kind.NO_ROOM;
  }
}
