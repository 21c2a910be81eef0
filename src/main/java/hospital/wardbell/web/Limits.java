package hospital.wardbell.web;

import java.time.Duration;

/// How much, how many and how long at the edge.
///
/// @param body octets of a request's body
/// @param reading from a request's first octet to its last
/// @param answering from a request's last octet to its answer; then the reader is told to look
/// @param queueing how long a request waits for its turn
/// @param pages answered at the same time
/// @param waiting requests that wait for their turn; more are turned away at once
/// @param heartbeat between two signs of life of a live stream, and two looks at its session
/// @param streamsPerSession live streams of one browser
/// @param streams live streams of all browsers
public record Limits(
    int body,
    Duration reading,
    Duration answering,
    Duration queueing,
    int pages,
    int waiting,
    Duration heartbeat,
    int streamsPerSession,
    int streams) {
  /// Those of the product.
  public static Limits usual() {
    return new Limits(
        64 * 1024,
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofSeconds(5),
        64,
        512,
        Duration.ofSeconds(15),
        6,
        1_000);
  }
}
