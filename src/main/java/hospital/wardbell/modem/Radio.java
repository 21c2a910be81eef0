package hospital.wardbell.modem;

import java.util.Optional;

/// How a network serves a modem, as `<AcT>` of `+COPS` says it.
///
/// @spec https://www.3gpp.org/dynareport/27007.htm#7.3 3GPP TS 27.007 §7.3 (+COPS)
public enum Radio {
  GSM("2G"),
  UMTS("3G"),
  LTE("4G"),
  NR("5G"),
  /// What is for things only: EC-GSM-IoT, NB-IoT.
  IOT("IoT");

  private final String shown;

  Radio(String shown) {
    this.shown = shown;
  }

  /// As people know it, in every language.
  public String shown() {
    return shown;
  }

  /// Whether a modem that goes from it to GSM has fallen back.
  boolean isAboveGsm() {
    return this == UMTS || this == LTE || this == NR;
  }

  /// @param technology `<AcT>`; empty if it is none that the standard has
  static Optional<Radio> of(int technology) {
    return switch (technology) {
      case 0, 1, 3 -> Optional.of(GSM);
      case 2, 4, 5, 6 -> Optional.of(UMTS);
      case 7, 10, 13 -> Optional.of(LTE);
      case 11, 12 -> Optional.of(NR);
      case 8, 9 -> Optional.of(IOT);
      default -> Optional.empty();
    };
  }
}
