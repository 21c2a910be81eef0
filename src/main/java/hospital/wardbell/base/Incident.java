package hospital.wardbell.base;

import java.util.Arrays;
import java.util.stream.Collectors;

/// One unexpected failure, under an id that a person can read out and IT can find in the log.
///
/// Its [#line] names exception classes and places in our code. It leaves out every message that is
/// not in [PlainWords], since it may hold what a patient wrote.
public record Incident(String id, Throwable cause) {
  private static final int FRAMES = 12;

  public static Incident of(Throwable cause) {
    return new Incident(Reference.of(Id.random()).text().replace("W-", "E-"), cause);
  }

  /// One line for the log.
  public String line(String where) {
    StringBuilder line = new StringBuilder("incident ").append(id).append(" in ").append(where);
    if (cause instanceof PlainWords) {
      line.append(": ").append(cause.getMessage());
    }
    for (Throwable t = cause; t != null; t = t.getCause()) {
      line.append("; ").append(t.getClass().getName()).append(" at ").append(places(t));
    }
    return line.toString();
  }

  private static String places(Throwable t) {
    return Arrays.stream(t.getStackTrace())
        .limit(FRAMES)
        .map(f -> f.getFileName() + ":" + f.getLineNumber())
        .collect(Collectors.joining(" < "));
  }
}
