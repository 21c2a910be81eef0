package hospital.wardbell.outbox;

import hospital.wardbell.modem.SendOutcome;
import hospital.wardbell.pdu.Pdu;
import java.util.concurrent.CompletableFuture;

/// What the dispatcher needs of a modem; [hospital.wardbell.modem.Modem] has just these.
public interface Sender {
  String name();

  /// Registered and able to take a text now.
  boolean maySend();

  CompletableFuture<SendOutcome> submit(Pdu pdu, boolean more);
}
