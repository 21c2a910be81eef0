package hospital.wardbell.web.console;

import java.util.List;
import java.util.Locale;

/// The languages of the console.
record Languages(Words english, Words spanish) {
  static Languages load() {
    return new Languages(new Words(Locale.US), new Words(Locale.of("es", "US")));
  }

  /// The words of an ISO 639-1 code; English for one that is not spoken.
  Words of(String code) {
    return code.equals("es") ? spanish : english;
  }

  List<Words> all() {
    return List.of(english, spanish);
  }
}
