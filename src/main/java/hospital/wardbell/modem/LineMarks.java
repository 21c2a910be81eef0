package hospital.wardbell.modem;

import java.util.List;
import java.util.regex.Pattern;

/// Lines that a modem sends unasked, each written whole, or as its beginning and a `*` at the end.
///
/// @param texts such as `RDY` or `^SYSSTART*`
public record LineMarks(List<String> texts) {
  private static final String REST = "*";
  private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]*");
  private static final List<String> ACTED_ON =
      List.of(
          "+CMTI:", "+CDSI:", "+CMT:", "+CDS:", "+CREG:", "+CGREG:", "+CEREG:", "+CUSD:", "RING",
          "+CRING:", "+CLIP:");

  public LineMarks {
    texts = List.copyOf(texts);
  }

  static LineMarks of(String... texts) {
    return new LineMarks(List.of(texts));
  }

  /// A mark that is told from an answer wherever it comes.
  ///
  /// @return `text`
  /// @throws IllegalArgumentException if it is not
  public static String unsolicited(String text) {
    if (!Urc.opens(beginning(text))) {
      throw new IllegalArgumentException(
          "must be lines that begin with + ^ * # $ % & or _, or that every driver knows, as RDY");
    }
    return text;
  }

  /// A mark that hides no final line, no PDU and no line which the driver lives by.
  ///
  /// @return `text`
  /// @throws IllegalArgumentException if it may hide one
  public static String ignorable(String text) {
    LineMarks mark = of(text);
    String beginning = beginning(text);
    if (HEX.matcher(beginning).matches()
        || ACTED_ON.stream().anyMatch(l -> mark.match(l) || beginning.startsWith(l))) {
      throw new IllegalArgumentException(
          "may hide a line that the driver acts on; write more of it");
    }
    return text;
  }

  boolean isEmpty() {
    return texts.isEmpty();
  }

  boolean match(String line) {
    return texts.stream()
        .anyMatch(text -> isOpen(text) ? line.startsWith(beginning(text)) : line.equals(text));
  }

  private static boolean isOpen(String text) {
    return text.length() > 1 && text.endsWith(REST);
  }

  private static String beginning(String text) {
    return isOpen(text) ? text.substring(0, text.length() - 1) : text;
  }
}
