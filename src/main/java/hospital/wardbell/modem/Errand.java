package hospital.wardbell.modem;

import hospital.wardbell.base.NetworkCode;

/// Something a modem is asked besides texting.
public sealed interface Errand {
  /// The SIM's own telephone number, as far as somebody wrote it there.
  ///
  /// @spec https://www.3gpp.org/dynareport/27007.htm#7.1 3GPP TS 27.007 §7.1 (+CNUM)
  record OwnNumber() implements Errand {}

  /// What the modem says of itself, one line each: maker, model, revision and what it adds.
  ///
  /// @spec https://www.itu.int/rec/T-REC-V.250#6.1.3 ITU-T V.250 §6.1.3 (I)
  record Equipment() implements Errand {}

  /// Asks the network a code, by USSD.
  ///
  /// @spec https://www.3gpp.org/dynareport/27007.htm#7.15 3GPP TS 27.007 §7.15 (+CUSD)
  record Ask(NetworkCode code) implements Errand {}

  /// Sets the modem up anew.
  ///
  /// @param restart whether it is told to restart first, by the command of its profile
  record Anew(boolean restart) implements Errand {}
}
