package hospital.wardbell.audit;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is signed: that a log's tree of so many entries has this root.
///
/// @param origin which log; never empty, one line
/// @param root 32 octets; nobody changes the array
/// @spec https://c2sp.org/tlog-checkpoint#note-text C2SP tlog-checkpoint, Note text
@SuppressWarnings("ArrayRecordComponent") // compared by content below
public record Checkpoint(String origin, long entries, byte[] root) {
  private static final Pattern TEXT =
      Pattern.compile("([^\\n]+)\\n(0|[1-9]\\d{0,17})\\n([A-Za-z0-9+/]{43}=)\\n");

  /// The text that is signed: three lines.
  String text() {
    return origin + "\n" + entries + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
  }

  /// @return empty if it is not the text of a checkpoint without extension lines
  static Optional<Checkpoint> parse(String text) {
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    byte[] root = Base64.getDecoder().decode(parts.group(3));
    Checkpoint read = new Checkpoint(parts.group(1), Long.parseLong(parts.group(2)), root);
    // A base64 text may have bits that mean nothing.
    return read.text().equals(text) ? Optional.of(read) : Optional.empty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Checkpoint(String itsOrigin, long itsEntries, byte[] itsRoot)
        && origin.equals(itsOrigin)
        && entries == itsEntries
        && Arrays.equals(root, itsRoot);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(root);
  }

  @Override
  public String toString() {
    return "checkpoint of " + entries + " entries";
  }
}
