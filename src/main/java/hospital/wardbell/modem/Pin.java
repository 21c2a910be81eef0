package hospital.wardbell.modem;

import java.util.Optional;

/// The SIM's PIN, which may be tried again only after it was right: three wrong ones lock the SIM.
///
/// @spec https://www.3gpp.org/dynareport/31102.htm#6.1 3GPP TS 31.102 §6.1 (PIN)
final class Pin {
  private final String digits;
  private boolean spent;

  /// @param digits empty if the SIM has none
  Pin(String digits) {
    this.digits = digits;
  }

  boolean isSet() {
    return !digits.isEmpty();
  }

  /// The PIN, unless it is not set or was given before and did not prove right since.
  Optional<String> give() {
    if (spent || !isSet()) {
      return Optional.empty();
    }
    spent = true;
    return Optional.of(digits);
  }

  void proved() {
    spent = false;
  }

  @Override
  public String toString() {
    return "[pin]";
  }
}
