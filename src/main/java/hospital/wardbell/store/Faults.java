package hospital.wardbell.store;

import static hospital.wardbell.store.StoreFault.Kind.BROKEN;
import static hospital.wardbell.store.StoreFault.Kind.BUSY;
import static hospital.wardbell.store.StoreFault.Kind.DISK_FULL;
import static hospital.wardbell.store.StoreFault.Kind.IN_USE;
import static hospital.wardbell.store.StoreFault.Kind.NOT_WRITABLE;
import static hospital.wardbell.store.StoreFault.Kind.WRONG_KEY;

import hospital.wardbell.store.StoreFault.Kind;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Turns the engine's exceptions into ours.
///
/// The engine's messages quote values ("truncation error trying to shrink 'the text'"), so only
/// their codes and their places in the code are taken over.
final class Faults {
  private static final Set<String> WRONG_KEY_STATES = Set.of("XBM06", "XBCXK", "XBCXA");
  private static final Set<String> IN_USE_STATES = Set.of("XSDB6", "XSDB7");
  private static final Set<String> DISK_FULL_STATES = Set.of("XSLA4", "XSDG1");
  private static final Set<String> NOT_WRITABLE_STATES = Set.of("XBM0H", "XSLAF", "XSDFB", "25502");
  private static final Set<String> BUSY_STATES = Set.of("40XL1", "40XL2", "40001");

  private Faults() {}

  /// @param doing what was tried, such as `opening the database`
  static StoreFault of(SQLException e, String doing) {
    List<String> states = states(e);
    Kind kind = kind(e, states);
    SQLException without = new SQLException(String.join(" ", states), e.getSQLState());
    without.setStackTrace(e.getStackTrace());
    return new StoreFault(kind, message(kind, doing, states.getLast()), without);
  }

  /// What keeps a disk without room from being opened is told as that, whatever code it has, but
  /// for a wrong key.
  static StoreFault withoutRoom(SQLException e) {
    StoreFault fault = of(e, "opening the database");
    return fault.kind() == WRONG_KEY || fault.kind() == IN_USE
        ? fault
        : new StoreFault(DISK_FULL, message(DISK_FULL, "", ""), fault);
  }

  /// The engine could write nothing while it booted.
  static StoreFault readOnly(boolean hasRoom) {
    Kind kind = hasRoom ? NOT_WRITABLE : DISK_FULL;
    return new StoreFault(kind, message(kind, "", ""));
  }

  static StoreFault of(IOException e, String doing) {
    return of(saysFull(e) ? DISK_FULL : BROKEN, e, doing);
  }

  /// As [#of], where a failure that is not a full disk means that the directory is not ours to
  /// write.
  static StoreFault ofDirectory(IOException e, String doing) {
    return of(saysFull(e) ? DISK_FULL : NOT_WRITABLE, e, doing);
  }

  private static StoreFault of(Kind kind, IOException e, String doing) {
    return new StoreFault(kind, message(kind, doing, e.getClass().getSimpleName()), e);
  }

  private static Kind kind(SQLException e, List<String> states) {
    for (Throwable t : e) {
      if (saysFull(t)) {
        return DISK_FULL;
      }
    }
    for (String state : states) {
      if (WRONG_KEY_STATES.contains(state)) {
        return WRONG_KEY;
      }
      if (IN_USE_STATES.contains(state)) {
        return IN_USE;
      }
      if (DISK_FULL_STATES.contains(state)) {
        return DISK_FULL;
      }
      if (NOT_WRITABLE_STATES.contains(state)) {
        return NOT_WRITABLE;
      }
      if (BUSY_STATES.contains(state)) {
        return BUSY;
      }
    }
    return BROKEN;
  }

  private static List<String> states(SQLException e) {
    List<String> states = new ArrayList<>();
    for (Throwable t : e) {
      if (t instanceof SQLException sql && sql.getSQLState() != null) {
        states.add(sql.getSQLState());
      }
    }
    return states.isEmpty() ? List.of("no code") : states;
  }

  private static boolean saysFull(Throwable t) {
    String message = t.getMessage();
    return t instanceof IOException
        && message != null
        && message.toLowerCase(Locale.ROOT).contains("no space left");
  }

  private static String message(Kind kind, String doing, String code) {
    return switch (kind) {
      case WRONG_KEY -> "The key does not open the database.";
      case IN_USE -> "Another process has the database open. Stop that process first.";
      case DISK_FULL -> "The disk is full. Nothing was lost: make room and it goes on by itself.";
      case NOT_WRITABLE ->
          "The database's directory cannot be made or written. Check path, owner and mode.";
      case TOO_NEW -> "The database belongs to a newer version of Wardbell. Install that version.";
      case CLOSED -> "The database is shut.";
      case BUSY -> "The database was busy for too long while " + doing + ". Try again.";
      case BROKEN -> "The database failed while " + doing + " (" + code + ").";
    };
  }
}
