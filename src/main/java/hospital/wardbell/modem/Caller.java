package hospital.wardbell.modem;

import java.util.Optional;
import java.util.regex.Pattern;

/// Telephone numbers as modems write them.
///
/// @spec https://www.3gpp.org/dynareport/24008.htm#10.5.4.7 3GPP TS 24.008 §10.5.4.7 (type of
///   number)
final class Caller {
  private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{2,20}");
  private static final String INTERNATIONAL = "145";

  private Caller() {}

  /// The number, with a `+` if it is an international one; empty if there is none.
  ///
  /// @param type the number's type as the modem writes it, which may be empty
  static Optional<String> number(String written, String type) {
    if (!NUMBER.matcher(written).matches()) {
      return Optional.empty();
    }
    boolean lacksPlus = type.equals(INTERNATIONAL) && !written.startsWith("+");
    return Optional.of(lacksPlus ? "+" + written : written);
  }
}
