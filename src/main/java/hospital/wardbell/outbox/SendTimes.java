package hospital.wardbell.outbox;

import java.time.Instant;
import java.util.Arrays;

/// When the last so many texts were handed over, in order.
final class SendTimes {
  private static final int FIRST_ROOM = 64;

  private final int most;
  private long[] times; // milliseconds since 1970; a ring
  private int count;
  private int end; // where the next one goes

  SendTimes(int most) {
    this.most = most;
    this.times = new long[Math.min(most, FIRST_ROOM)];
  }

  void add(Instant at) {
    if (most == 0) {
      return;
    }
    if (count == times.length && count < most) {
      grow();
    }
    times[end] = at.toEpochMilli();
    end = (end + 1) % times.length;
    count = Math.min(count + 1, times.length);
  }

  /// Takes the last one back.
  void removeLast() {
    if (count > 0) {
      end = Math.floorMod(end - 1, times.length);
      count--;
    }
  }

  int count() {
    return count;
  }

  /// The last if `back` is 1, the one before it if it is 2, and so on; at most [#count].
  Instant fromEnd(int back) {
    return Instant.ofEpochMilli(times[Math.floorMod(end - back, times.length)]);
  }

  /// The clock was set back: what seems to lie ahead counts as just now.
  void notAfter(Instant now) {
    long latest = now.toEpochMilli();
    for (int back = 1; back <= count; back++) {
      int place = Math.floorMod(end - back, times.length);
      if (times[place] <= latest) {
        return;
      }
      times[place] = latest;
    }
  }

  private void grow() {
    long[] inOrder = new long[count];
    for (int i = 0; i < count; i++) {
      inOrder[i] = times[Math.floorMod(end - count + i, times.length)];
    }
    times = Arrays.copyOf(inOrder, Math.min(most, 2 * count));
    end = count;
  }
}
