package hospital.wardbell.practice;

import java.time.Duration;

/// How long the practice modem and its network take.
///
/// @param command from a whole command line to its answer
/// @param prompt from that to the `> ` of a command that takes a PDU
/// @param baud line speed both ways at ten bits an octet; 0 for a line that takes no time
/// @param network from a whole PDU to the network's yes
/// @param report from that to the status report
public record Timing(
    Duration command, Duration prompt, int baud, Duration network, Duration report) {
  /// What a link kept up by `AT+CMMS` leaves of the network's delay.
  static final double KEPT_LINK = 0.6;

  /// How long after a submit the link is kept up.
  static final Duration LINK_KEPT = Duration.ofSeconds(5);

  /// No time at all, for tests.
  public static Timing none() {
    return new Timing(Duration.ZERO, Duration.ZERO, 0, Duration.ZERO, Duration.ZERO);
  }

  /// A quick USB modem on a line of 115,200 baud, as other programs have been measured with.
  public static Timing likeHardware(Duration network) {
    return new Timing(
        Duration.ofMillis(5), Duration.ofMillis(10), 115_200, network, Duration.ofMillis(200));
  }

  /// How long `octets` octets take on the line.
  Duration onTheLine(int octets) {
    return baud == 0 ? Duration.ZERO : Duration.ofNanos(octets * 10_000_000_000L / baud);
  }
}
