package hospital.wardbell.pdu;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The languages that have shift tables, by the identifiers that a header names.
///
/// @spec https://www.3gpp.org/dynareport/23038.htm#6.2.1.2.4 3GPP TS 23.038 §6.2.1.2.4
enum NationalLanguage {
  TURKISH(1),
  SPANISH(2),
  PORTUGUESE(3),
  BENGALI(4),
  GUJARATI(5),
  HINDI(6),
  KANNADA(7),
  MALAYALAM(8),
  ORIYA(9),
  PUNJABI(10),
  TAMIL(11),
  TELUGU(12),
  URDU(13);

  private final int identifier;
  private final String locking;
  private final String single;

  NationalLanguage(int identifier) {
    this.identifier = identifier;
    var file = new TableFile(name().toLowerCase(Locale.ROOT));
    locking = file.locking().orElse(Gsm7.DEFAULT.main().characters());
    single = file.single().orElse(Gsm7.DEFAULT.extension().characters());
  }

  /// The language of an identifier; empty for one that is reserved.
  static Optional<NationalLanguage> of(int identifier) {
    return Stream.of(values()).filter(l -> l.identifier == identifier).findFirst();
  }

  /// What takes the default alphabet's place; Spanish has none and keeps the default.
  CharacterTable locking() {
    return new CharacterTable(locking);
  }

  /// What takes the default extension's place.
  CharacterTable single() {
    return new CharacterTable(single);
  }
}
