package hospital.wardbell.practice;

import hospital.wardbell.pdu.SubmitTpdu;
import java.time.Duration;
import java.util.Optional;

/// The way of a SUBMIT from the modem to the network, with all that may go wrong on it. The modem's
/// thread only.
final class Outgoing {
  private final Network network;
  private final Switches switches;
  private final Agenda agenda;
  private final Luck luck;
  private final Domains domains;

  Outgoing(Network network, Switches switches, Agenda agenda, Luck luck, Domains domains) {
    this.network = network;
    this.switches = switches;
    this.agenda = agenda;
    this.luck = luck;
    this.domains = domains;
  }

  /// @param answer what stands before the reference in the answer
  void submit(SubmitTpdu tpdu, StoredMessage message, String answer, AtEngine engine) {
    Duration delay = network.delay(switches.linkKept.isOn());
    Exchange exchange = engine.exchange();
    agenda.after(
        delay,
        () -> {
          Optional<Fault.Refused> refusal = luck.refusal().or(domains::refusal);
          if (refusal.isPresent()) {
            refuse(exchange, refusal.get(), engine);
            return;
          }
          int reference = network.take(tpdu, message.tpduOctets(), message.hex());
          if (luck.losesFinal()) {
            engine.keepSilent(exchange);
          } else {
            engine.answerSubmitted(exchange, answer, reference, delay);
          }
        });
  }

  private static void refuse(Exchange exchange, Fault.Refused refusal, AtEngine engine) {
    Reply reply = new Reply.MessageError(refusal.code());
    if (refusal.promptStays()) {
      engine.answerAndStay(exchange, reply);
    } else {
      engine.answerLater(exchange, reply);
    }
  }
}
