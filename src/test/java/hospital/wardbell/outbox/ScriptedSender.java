package hospital.wardbell.outbox;

import hospital.wardbell.modem.Rate;
import hospital.wardbell.modem.SendOutcome;
import hospital.wardbell.pdu.Pdu;
import hospital.wardbell.pdu.SubmitTpdu;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/// A modem that answers as the test says, and accepts everything where it says nothing. It does not
/// attempt to be a modem.
final class ScriptedSender implements Sender {
  private final String name;
  private final Deque<Supplier<SendOutcome>> answers = new ArrayDeque<>();
  private final List<Pdu> handedOver = new ArrayList<>();
  private int reference = 100;
  private boolean maySend = true;
  private int withdrawn;
  private Runnable whenReady = () -> {};
  private Rate rate = Rate.NONE;
  private Optional<String> sim = Optional.empty();

  ScriptedSender(String name) {
    this.name = name;
  }

  ScriptedSender answers(SendOutcome outcome) {
    answers.add(() -> outcome);
    return this;
  }

  /// Runs `act` when the next TPDU is handed over, then answers as usual.
  ScriptedSender meanwhile(Runnable act) {
    answers.add(() -> {
      act.run();
      return accepted();
    });
    return this;
  }

  /// Runs `act` when it is next made ready for a TPDU, which it has not got yet.
  ScriptedSender whenReady(Runnable act) {
    whenReady = act;
    return this;
  }

  /// A SIM whose carrier takes so much is put into it.
  void takes(Rate carriers) {
    rate = carriers;
  }

  @Override
  public Rate rate() {
    return rate;
  }

  /// Says from now on that it holds this SIM.
  ScriptedSender holding(String iccid) {
    sim = Optional.of(iccid);
    return this;
  }

  void maySend(boolean able) {
    maySend = able;
  }

  /// How often it was made ready for a text that then was not to go.
  int withdrawals() {
    return withdrawn;
  }

  SubmitTpdu handedOver(int index) {
    return (SubmitTpdu) handedOver.get(index).tpdu();
  }

  /// The texts that were handed over, in order.
  List<String> texts() {
    return handedOver.stream()
        .map(pdu -> (SubmitTpdu) pdu.tpdu())
        .map(tpdu -> tpdu.userData().text(tpdu.coding()))
        .toList();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<String> sim() {
    return sim;
  }

  @Override
  public boolean maySend() {
    return maySend;
  }

  @Override
  public CompletableFuture<SendOutcome> submit(
      Pdu pdu, boolean more, CompletableFuture<Boolean> leave) {
    Runnable act = whenReady;
    whenReady = () -> {};
    act.run();
    return leave.thenApply(given -> given ? answer(pdu) : withdrawn());
  }

  private SendOutcome answer(Pdu pdu) {
    handedOver.add(pdu);
    Supplier<SendOutcome> answer = answers.poll();
    return answer == null ? accepted() : answer.get();
  }

  private SendOutcome withdrawn() {
    withdrawn++;
    return new SendOutcome.NotTried("withdrawn");
  }

  private SendOutcome accepted() {
    return new SendOutcome.Accepted(reference++ % 256);
  }
}
