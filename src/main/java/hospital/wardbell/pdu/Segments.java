package hospital.wardbell.pdu;

import java.util.List;
import java.util.Optional;

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
  }

  /// Divides with 8-bit references (153 septets or 67 units a part).
  ///
  /// @throws IllegalArgumentException if it would take more than [#MOST]
  public static Segments of(String text) {
    throw new IllegalStateException("not built");
  }

  /// How many texts the carrier counts.
  public int parts() {
    return texts.size();
  }

  /// The SUBMIT user data of part `number` (from 1); `reference` is 0 to 255 and unused if there is
  /// one part only.
  public UserData userData(int number, int reference) {
    throw new IllegalStateException("not built");
  }

  public DataCoding coding() {
    return encoding == DataCoding.Alphabet.UCS2 ? DataCoding.UCS2 : DataCoding.GSM7;
  }

  @Override
  public String toString() {
    return "Segments[" + encoding + ", " + units + " units, " + parts() + " parts]";
  }
}
