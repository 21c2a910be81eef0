package hospital.wardbell.outbox;

import hospital.wardbell.modem.Rate;
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

  /// How many texts its SIM's carrier may be given, where that is known.
  default Rate rate() {
    return Rate.NONE;
  }

  /// Hands one SUBMIT over as soon as `leave` says so; until then the modem is only made ready for
  /// it. Completes always, and never exceptionally.
  ///
  /// @param more another follows at once
  /// @param leave false if it is not to go after all: then nothing is handed over
  CompletableFuture<SendOutcome> submit(Pdu pdu, boolean more, CompletableFuture<Boolean> leave);

  /// The same of one that may be handed over.
  default CompletableFuture<SendOutcome> submit(Pdu pdu, boolean more) {
    return submit(pdu, more, CompletableFuture.completedFuture(true));
  }
}
