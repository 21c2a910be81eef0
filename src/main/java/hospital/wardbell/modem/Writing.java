package hospital.wardbell.modem;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How a modem wants to be written to.
///
/// @param piece how many octets it takes at once; [#WHOLE] if it takes all
/// @param pause what it needs between two pieces, 1 to 100 ms; a text is not held up by more than
///   seconds
/// @param checksEcho whether a TPDU is sent only once the modem has repeated it rightly, for which
///   its echo is on
public record Writing(int piece, Duration pause, boolean checksEcho) {
  public static final int WHOLE = Integer.MAX_VALUE;

  private static final int LEAST = 8;
  private static final int MOST = 512;
  private static final Duration LONGEST = Duration.ofMillis(100);
  private static final Pattern MILLISECONDS = Pattern.compile("(\\d{1,3})ms");

  public Writing {
    if (piece != WHOLE) {
      piece(String.valueOf(piece));
    }
    pause(pause.toMillis() + "ms");
  }

  /// Writes `octets` to `line`. The writer's thread only.
  void write(byte[] octets, SerialLine line) throws IOException, InterruptedException {
    if (octets.length <= piece) {
      line.write(octets);
      return;
    }
    for (int from = 0; from < octets.length; from += piece) {
      if (from > 0) {
        Thread.sleep(pause); // what the cable needs, on the thread that only writes
      }
      line.write(Arrays.copyOfRange(octets, from, Math.min(from + piece, octets.length)));
    }
  }

  /// How long the pauses take in which `octets` octets are written.
  Duration pauses(int octets) {
    return pause.multipliedBy(Math.max(0, octets - 1) / piece);
  }

  /// `whole`, or 8 to 512.
  ///
  /// @throws IllegalArgumentException if `text` is something else
  public static int piece(String text) {
    if (text.equals("whole")) {
      return WHOLE;
    }
    int octets = text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
    if (octets < LEAST || octets > MOST) {
      throw new IllegalArgumentException("must be whole, or %d to %d".formatted(LEAST, MOST));
    }
    return octets;
  }

  /// Whole milliseconds, such as `10ms`.
  ///
  /// @throws IllegalArgumentException if `text` is something else, or out of bounds
  public static Duration pause(String text) {
    Matcher milliseconds = MILLISECONDS.matcher(text);
    Duration pause =
        milliseconds.matches()
            ? Duration.ofMillis(Integer.parseInt(milliseconds.group(1)))
            : Duration.ZERO;
    if (!pause.isPositive() || pause.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("must be 1ms to %dms".formatted(LONGEST.toMillis()));
    }
    return pause;
  }
}
