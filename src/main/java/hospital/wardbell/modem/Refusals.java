package hospital.wardbell.modem;

import hospital.wardbell.modem.SendOutcome.Fault;
import java.util.Map;

/// Whose fault a refused text is, by the number of the error.
///
/// Numbers that neither a standard nor the modem's profile gives are [Fault#PASSING]: the text is
/// kept and tried again later.
///
/// @spec https://www.3gpp.org/dynareport/27005.htm#3.2.5 3GPP TS 27.005 §3.2.5
/// @spec https://www.3gpp.org/dynareport/24011.htm#E-2 3GPP TS 24.011 Annex E-2
/// @spec https://www.3gpp.org/dynareport/23040.htm#9.2.3.22 3GPP TS 23.040 §9.2.3.22 (TP-FCS)
final class Refusals {
  private Refusals() {}

  /// @param own what a modem's profile says of `+CMS ERROR` numbers; it stands before all else
  static Fault fault(AtResponse.Refused refused, Map<Integer, Fault> own) {
    int code = refused.code();
    return switch (refused.family()) {
      case NONE -> Fault.PASSING;
      case CME -> cme(code);
      case CMS -> own.getOrDefault(code, cms(code));
    };
  }

  /// Whether it says what became of a TPDU that was handed over. A bare `ERROR` does not: modems
  /// say it of texts that they queued. Nor does a time-out of the network: the text went out, and
  /// what did not come is its acknowledgement.
  ///
  /// @spec https://www.3gpp.org/dynareport/24011.htm#5.3.2.1 3GPP TS 24.011 §5.3.2.1 (TR1M)
  static boolean settles(AtResponse.Refused refused) {
    boolean timedOut = refused.family() == AtResponse.Family.CMS && refused.code() == 332;
    return refused.family() != AtResponse.Family.NONE && !timedOut;
  }

  private static Fault cms(int code) {
    if (code >= 128 && code <= 255) {
      return failureCause(code);
    }
    return switch (code) {
      case 1, 8, 10, 28, 29, 30, 50, 69, 95, 96, 97, 98, 99, 111 -> Fault.MESSAGE;
      case 304, 305 -> Fault.MESSAGE;
      case 302, 303, 310, 311, 312, 313, 314, 315, 316, 317, 318 -> Fault.MODEM;
      case 320, 321, 322, 330, 340 -> Fault.MODEM;
      default -> Fault.PASSING;
    };
  }

  /// The service centre's own answers, TP-FCS.
  private static Fault failureCause(int code) {
    return switch (code) {
      case 0xC0, 0xC2, 0xFF -> Fault.PASSING; // busy, system failure, unspecified
      case 0xC1 -> Fault.MODEM; // the SIM has no subscription at this service centre
      case 0xD0, 0xD1, 0xD2, 0xD3, 0xD4, 0xD5 -> Fault.MODEM; // SIM, memory
      default -> code >= 0xE0 ? Fault.PASSING : Fault.MESSAGE;
    };
  }

  /// @spec https://www.3gpp.org/dynareport/27007.htm#9.2 3GPP TS 27.007 §9.2
  private static Fault cme(int code) {
    return switch (code) {
      case 3, 4, 5, 10, 11, 12, 13, 15, 16, 17, 18, 20, 23 -> Fault.MODEM;
      default -> Fault.PASSING;
    };
  }
}
