package hospital.wardbell.practice;

import java.time.Duration;

/// Something that goes wrong on demand.
public sealed interface Fault {
  /// The network takes the next SUBMIT, and the modem never says so.
  record LostFinal() implements Fault {}

  /// The next SUBMIT is refused with this `+CMS ERROR` and not sent.
  ///
  /// @param promptStays whether the modem goes on taking what is written for a PDU, until it gets
  ///   Ctrl-Z or ESC
  record Refused(int code, boolean promptStays) implements Fault {
    public Refused(int code) {
      this(code, false);
    }
  }

  /// The modem answers nothing and says nothing, until it gets `AT+CFUN=1,1` or is plugged in anew
  /// or, if `untilReopened`, until the program closes and opens the device.
  record Deaf(boolean untilReopened) implements Fault {}

  /// The modem says this line unasked, of its own needs.
  record Warning(String line) implements Fault {}

  /// The SIM forgets its service centre's number.
  record LostServiceCentre() implements Fault {}

  /// Every SUBMIT is refused with this `+CMS ERROR` that does not go by this service of `+CGSMS`.
  record WrongDomain(int right, int code) implements Fault {}

  /// The network lets the modem in over LTE alone from now on, and takes no text without IMS.
  record EvolvedOnly() implements Fault {}

  /// The network serves the modem by GSM, until its radio is switched off and on.
  record FellBack() implements Fault {}

  /// The network is out of reach for a time.
  record NoCoverage(Duration time) implements Fault {}
}
