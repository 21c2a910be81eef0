package hospital.wardbell.pdu;

import java.util.Locale;
import java.util.Optional;

/// The languages that have shift tables, in the order of their identifiers, Turkish being 1.
///
/// @spec https://www.3gpp.org/dynareport/23038.htm#6.2.1.2.4 3GPP TS 23.038 §6.2.1.2.4
enum NationalLanguage {
  TURKISH,
  SPANISH,
  PORTUGUESE,
  BENGALI,
  GUJARATI,
  HINDI,
  KANNADA,
  MALAYALAM,
  ORIYA,
  PUNJABI,
  TAMIL,
  TELUGU,
  URDU;

  private final CharacterTable locking;
  private final CharacterTable single;

  NationalLanguage() {
    var file = new TableFile(name().toLowerCase(Locale.ROOT));
    locking = file.locking().orElse(Gsm7.DEFAULT.main());
    single = file.single().orElse(Gsm7.DEFAULT.extension());
  }

  /// The language of an identifier; empty for one that is reserved.
  static Optional<NationalLanguage> of(int identifier) {
    return identifier >= 1 && identifier <= values().length
        ? Optional.of(values()[identifier - 1])
        : Optional.empty();
  }

  int identifier() {
    return ordinal() + 1;
  }

  /// What takes the default alphabet's place; Spanish has none and keeps the default.
  CharacterTable locking() {
    return locking;
  }

  /// What takes the default extension's place.
  CharacterTable single() {
    return single;
  }
}
