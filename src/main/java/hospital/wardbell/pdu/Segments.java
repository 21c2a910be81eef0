package hospital.wardbell.pdu;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/// A text divided into the segments it travels in: greedily, no escape pair and no surrogate pair
/// divided, default alphabet and default extension table only, else UCS2. An empty text is one
/// empty segment.
///
/// @param encoding GSM7 or UCS2
/// @param units septets or UTF-16 units of the whole text, headers not counted
/// @param forcedBy the first character that has no place in GSM7, as a string of one code point
/// @spec https://www.3gpp.org/dynareport/23038.htm#6.2 3GPP TS 23.038 §6.2
public record Segments(
    DataCoding.Alphabet encoding, int units, List<String> texts, Optional<String> forcedBy) {
  /// The most segments one text may have.
  public static final int MOST = 255;

  public Segments {
    texts = List.copyOf(texts);
    Rules.require(encoding != DataCoding.Alphabet.OCTETS, "a text is in GSM7 or UCS2");
    Rules.require(!texts.isEmpty(), "a text has at least one segment");
    Rules.require(texts.size() <= MOST, "a text has at most 255 segments");
  }

  /// Divides with 8-bit references (153 septets or 67 units a part).
  ///
  /// @throws IllegalArgumentException if it would take more than [#MOST]
  public static Segments of(String text) {
    Optional<String> forcedBy =
        text.codePoints().filter(c -> septets(c) == 0).mapToObj(Character::toString).findFirst();
    return forcedBy.isEmpty()
        ? new Segments(
            DataCoding.Alphabet.GSM7,
            text.codePoints().map(Segments::septets).sum(),
            divide(text, 160, 153, Segments::septets),
            forcedBy)
        : new Segments(
            DataCoding.Alphabet.UCS2,
            text.length(),
            divide(text, 70, 67, Character::charCount),
            forcedBy);
  }

  /// How many texts the carrier counts.
  public int parts() {
    return texts.size();
  }

  /// The user data of part `number` (from 1), for a SUBMIT or a DELIVER; `reference` is 0 to 255
  /// and unused if there is one part only.
  ///
  /// @throws IllegalArgumentException if there is no such part
  public UserData userData(int number, int reference) {
    Rules.between(1, number, parts(), "a part's number");
    Udh header =
        parts() == 1
            ? Udh.NONE
            : Udh.of(new Concatenation(reference, parts(), number, false).element());
    return UserData.of(header, texts.get(number - 1), coding());
  }

  public DataCoding coding() {
    return encoding == DataCoding.Alphabet.UCS2 ? DataCoding.UCS2 : DataCoding.GSM7;
  }

  /// Septets that a code point takes, 0 if it has no place.
  private static int septets(int codePoint) {
    return Character.isBmpCodePoint(codePoint) ? Gsm7.DEFAULT.septets((char) codePoint) : 0;
  }

  private static List<String> divide(
      String text, int mostAlone, int mostInPart, IntUnaryOperator size) {
    if (text.codePoints().map(size).sum() <= mostAlone) {
      return List.of(text);
    }
    var parts = new ArrayList<String>();
    int start = 0;
    int filled = 0;
    int at = 0;
    while (at < text.length()) {
      int codePoint = text.codePointAt(at);
      int units = size.applyAsInt(codePoint);
      if (filled + units > mostInPart) {
        parts.add(text.substring(start, at));
        start = at;
        filled = 0;
      }
      filled += units;
      at += Character.charCount(codePoint);
    }
    parts.add(text.substring(start));
    return parts;
  }

  @Override
  public String toString() {
    return "Segments[" + encoding + ", " + units + " units, " + parts() + " parts]";
  }
}
