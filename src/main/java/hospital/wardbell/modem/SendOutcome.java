package hospital.wardbell.modem;

import java.time.Duration;

/// What became of one TPDU handed to the modem.
public sealed interface SendOutcome {
  /// The network took it.
  ///
  /// @param messageReference TP-MR as the modem says it, 0 to 255
  record Accepted(int messageReference) implements SendOutcome {}

  /// The modem or the network refused it; it was not sent.
  ///
  /// @param code the `+CMS ERROR` or `+CME ERROR` number, -1 for a bare ERROR
  record Refused(Fault fault, int code) implements SendOutcome {}

  /// The modem could not be asked (no port, not registered, resting): nothing was handed over.
  record NotTried(String why) implements SendOutcome {}

  /// The TPDU was handed over and no answer came, so it may have been sent. Never tried again.
  record Unknown(Duration waited) implements SendOutcome {}

  /// Whose fault a refusal is, so what to do about it.
  enum Fault {
    /// This text can never be sent so.
    MESSAGE,
    /// The network or the modem is busy or away; the text may be tried again later.
    PASSING,
    /// The modem, SIM or service centre must be mended first.
    MODEM
  }
}
