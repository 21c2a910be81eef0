package hospital.wardbell.practice;

import java.util.ArrayDeque;
import java.util.Queue;

/// Octets that the program wrote and the modem has not looked at yet. The modem's thread only.
final class Input {
  private static final int MOST_CHUNKS = 1024;

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Chunk(byte[] octets, long arrivedNanos) {}

  private final Queue<Chunk> chunks = new ArrayDeque<>();
  private int at;
  private long arrivedNanos;

  /// What comes while there is no more room is lost, as in a modem's buffer.
  void add(byte[] octets, long arrived) {
    if (chunks.size() < MOST_CHUNKS) {
      chunks.add(new Chunk(octets, arrived));
    }
  }

  boolean isEmpty() {
    return chunks.isEmpty();
  }

  /// The next octet, 0 to 255. Only while it [#isEmpty] not.
  int next() {
    Chunk chunk = chunks.element();
    arrivedNanos = chunk.arrivedNanos();
    int octet = chunk.octets()[at++] & 0xff;
    if (at == chunk.octets().length) {
      chunks.remove();
      at = 0;
    }
    return octet;
  }

  /// When the octet that [#next] gave last was written.
  long arrivedNanos() {
    return arrivedNanos;
  }

  void clear() {
    chunks.clear();
    at = 0;
  }
}
