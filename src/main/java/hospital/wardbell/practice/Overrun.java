package hospital.wardbell.practice;

import java.io.ByteArrayOutputStream;
import java.time.Duration;

/// The end of a line on which nobody can be told to wait: of what comes without a pause only the
/// first octets are heard, and whatever ends a line. The modem's thread only.
final class Overrun {
  private static final long PAUSE_NANOS = Duration.ofMillis(5).toNanos();
  private static final int LAST_CONTROL = 0x1f;

  private final int room;
  private long lastNanos = System.nanoTime();
  private int taken;

  /// @param room how many octets; 0 if all are heard
  Overrun(int room) {
    this.room = room;
  }

  /// What is heard of `octets`.
  byte[] heard(byte[] octets, long arrivedNanos) {
    if (room == 0) {
      return octets;
    }
    if (arrivedNanos - lastNanos >= PAUSE_NANOS) {
      taken = 0;
    }
    lastNanos = arrivedNanos;
    ByteArrayOutputStream heard = new ByteArrayOutputStream();
    for (byte octet : octets) {
      if (octet >= 0 && octet <= LAST_CONTROL) {
        taken = 0;
        heard.write(octet);
      } else if (taken < room) {
        taken++;
        heard.write(octet);
      }
    }
    return heard.toByteArray();
  }
}
