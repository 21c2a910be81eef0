package hospital.wardbell.audit;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A signed checkpoint on one line of printable ASCII, for what keeps lines: its origin, number of
/// entries, root and signature, divided by spaces. Pure.
public final class NoteLine {
  // Behind whatever a collector puts before it, and before whatever it puts behind it.
  private static final Pattern LINE =
      Pattern.compile(
          "(wardbell\\.hospital/audit/[0-9a-f]{16}) (0|[1-9]\\d{0,17})"
              + " ([A-Za-z0-9+/]{43}=) ([A-Za-z0-9+/]{91}=)");
  private static final Pattern NOTE =
      Pattern.compile("([^\\n]+)\\n(\\d+)\\n([^\\n]+)\\n\\n\u2014 [^ \\n]+ ([^\\n]+)\\n");

  private NoteLine() {}

  /// @throws IllegalArgumentException if `note` is no signed checkpoint
  public static String of(String note) {
    Matcher parts = NOTE.matcher(note);
    if (!parts.matches()) {
      throw new IllegalArgumentException("not a signed checkpoint");
    }
    return String.join(" ", parts.group(1), parts.group(2), parts.group(3), parts.group(4));
  }

  /// The note that stands somewhere in `line`, as a log collector wrote it: with a backslash before
  /// a slash or an equals sign, or without.
  static Optional<String> note(String line) {
    Matcher parts = LINE.matcher(line.replace("\\", ""));
    if (!parts.find()) {
      return Optional.empty();
    }
    String name = parts.group(1);
    return Optional.of(
        "%s\n%s\n%s\n\n\u2014 %s %s\n"
            .formatted(name, parts.group(2), parts.group(3), name, parts.group(4)));
  }
}
