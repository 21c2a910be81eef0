package hospital.wardbell.practice;

import java.time.Duration;

/// One command line and its answer, with the time that the modem took for it. A submit has two
/// halves: up to the prompt, and from the payload to the answer. The modem's thread only.
final class Exchange {
  private final Duration waitedBefore;
  private long lastOctetIn;
  private Duration held = Duration.ZERO;

  /// @param waitedBefore what the wire had made the program wait before this
  Exchange(long lastOctetIn, Duration waitedBefore) {
    this.lastOctetIn = lastOctetIn;
    this.waitedBefore = waitedBefore;
  }

  /// The half's last octet is with the program; from here on it is the program's turn.
  void answered(Busy busy) {
    long now = System.nanoTime();
    held = held.plusNanos(now - lastOctetIn);
    busy.add(lastOctetIn, now);
    lastOctetIn = now;
  }

  /// The payload is there. It may have been sent ahead of the prompt, and then waited here.
  void payloadCame(long arrivedNanos) {
    lastOctetIn = arrivedNanos - lastOctetIn > 0 ? arrivedNanos : lastOctetIn;
  }

  /// What the modem truly took.
  Duration held() {
    return held;
  }

  /// What the modem was set to take.
  Duration planned(Duration waitedNow, Duration network) {
    return waitedNow.minus(waitedBefore).plus(network);
  }
}
