package hospital.wardbell;

import hospital.wardbell.fleet.Fleet;
import hospital.wardbell.modem.Modem;
import hospital.wardbell.modem.Rate;
import hospital.wardbell.modem.SendOutcome;
import hospital.wardbell.outbox.Sender;
import hospital.wardbell.pdu.Pdu;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// A modem as the outbox sees it.
record ModemSender(Modem modem, DiskRoom room, Fleet fleet) implements Sender {
  @Override
  public String name() {
    return modem.name();
  }

  @Override
  public Optional<String> sim() {
    return modem.health().iccid();
  }

  @Override
  public boolean maySend() {
    return modem.health().maySend() && room.isEnough() && fleet.stopped(name()).isEmpty();
  }

  @Override
  public Rate rate() {
    return modem.rate();
  }

  @Override
  public CompletableFuture<SendOutcome> submit(
      Pdu pdu, boolean more, CompletableFuture<Boolean> leave) {
    return modem.submit(pdu, more, leave);
  }
}
