package hospital.wardbell.outbox;

import hospital.wardbell.modem.SendOutcome;
import hospital.wardbell.pdu.Pdu;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// What the dispatcher needs of a modem; [hospital.wardbell.modem.Modem] has just these.
public interface Sender {
  String name();

  /// The ICCID of the SIM that a text would go out by, if the modem says it.
  default Optional<String> sim() {
    return Optional.empty();
  }

  /// Registered and able to take a text now.
  boolean maySend();

  CompletableFuture<SendOutcome> submit(Pdu pdu, boolean more);
}
