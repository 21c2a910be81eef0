package hospital.wardbell.outbox;

import hospital.wardbell.modem.Rate;
import hospital.wardbell.modem.SendOutcome;
import hospital.wardbell.pdu.Pdu;
import java.util.concurrent.CompletableFuture;

/// What the dispatcher needs of a modem; [hospital.wardbell.modem.Modem] has just these.
public interface Sender {
  String name();

  /// Registered and able to take a text now.
  boolean maySend();

  /// How many texts its SIM's carrier may be given, where that is known.
  default Rate rate() {
    return Rate.NONE;
  }

  CompletableFuture<SendOutcome> submit(Pdu pdu, boolean more);
}
