package hospital.wardbell.audit;

import java.util.Locale;

/// What is known of the clock by which an entry's time was read.
public enum ClockStatus {
  /// The kernel says that it is kept in time from outside.
  SYNCHRONIZED,
  /// The kernel says that it is not.
  FREE,
  /// Nobody could be asked.
  UNKNOWN;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
