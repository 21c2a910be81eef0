package hospital.wardbell.audit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The lines of a file, one after another; one that is too long for an entry is given out in
/// pieces, so that a hostile file fills no memory. One thread.
final class Lines implements AutoCloseable {
  private static final int LONGEST = 8_000;

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private final ByteArrayOutputStream line = new ByteArrayOutputStream(LONGEST);
  private int next;
  private int end;

  Lines(InputStream in) {
    this.in = in;
  }

  /// @return empty at the end
  Optional<String> next() throws IOException {
    line.reset();
    while (line.size() < LONGEST) {
      if (next == end && !fill()) {
        return line.size() == 0 ? Optional.empty() : Optional.of(text());
      }
      int from = next;
      int most = Math.min(end, from + LONGEST - line.size());
      while (next < most && buffer[next] != '\n') {
        next++;
      }
      line.write(buffer, from, next - from);
      if (next < most) {
        next++; // the line's end
        break;
      }
    }
    return Optional.of(text());
  }

  private boolean fill() throws IOException {
    next = 0;
    end = Math.max(0, in.read(buffer));
    return end > 0;
  }

  private String text() {
    return line.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
