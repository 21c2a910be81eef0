package hospital.wardbell.outbox;

import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.base.Reference;
import hospital.wardbell.base.Remote;
import hospital.wardbell.consent.Draft;
import hospital.wardbell.consent.Gate;
import hospital.wardbell.consent.Purpose;
import hospital.wardbell.consent.Recipient;
import hospital.wardbell.consent.Verdict;
import hospital.wardbell.modem.SendOutcome;
import hospital.wardbell.pdu.Address;
import hospital.wardbell.pdu.Pdu;
import hospital.wardbell.pdu.Segments;
import hospital.wardbell.pdu.SubmitTpdu;
import hospital.wardbell.pdu.Validity;
import hospital.wardbell.store.Store;
import hospital.wardbell.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Sends a text by one modem to its own number, and knows it when it comes back.
///
/// It passes the Gate like every text, and not the queue: it is about this modem at this moment, so
/// no other may send it, and it is worth no second try. It is on record before it is handed over.
final class SelfTests {
  private static final Actor SELF = new Actor.Wardbell("self-test");
  private static final String WORDS = "Wardbell self-test ";
  private static final Pattern TEXT = Pattern.compile(WORDS + "(W-[0-9A-Z]{6})");

  /// One that comes late still shows that the modem works; one of yesterday shows nothing.
  private static final Duration VALIDITY = Duration.ofHours(1);

  private final Store store;
  private final Gate gate;
  private final RoundTable table;
  private final InstantSource clock;

  SelfTests(Store store, Gate gate, RoundTable table, InstantSource clock) {
    this.store = store;
    this.gate = gate;
    this.table = table;
    this.clock = clock;
  }

  /// Waits until the modem has said what became of it.
  void send(Sender by, PhoneNumber own) {
    Id message = Id.random();
    String text = WORDS + Reference.of(message);
    boolean passes = store.write(tx -> review(tx, by, own, message, text));
    if (passes && by.submit(submit(own, text), false).join() instanceof SendOutcome.NotTried) {
      store.change(tx -> table.remove(tx, message));
    }
  }

  private boolean review(Tx tx, Sender by, PhoneNumber own, Id message, String text) {
    // It belongs to no conversation and no team, so it stands for both.
    Draft draft =
        new Draft(
            message,
            message,
            message,
            table.key(tx),
            new Recipient.OwnSim(own),
            Purpose.OPERATION,
            text,
            SELF,
            Optional.empty(),
            Optional.empty());
    if (!(gate.review(tx, draft) instanceof Verdict.Pass)) {
      return false;
    }
    table.insert(tx, message, by.name(), own, clock.instant());
    return true;
  }

  /// Takes a text that is one of ours.
  ///
  /// @return the modem that sent it
  Optional<String> cameBack(Tx tx, Remote from, String text, Instant at) {
    Matcher ours = TEXT.matcher(text);
    if (!ours.matches()) {
      return Optional.empty();
    }
    Reference reference = new Reference(ours.group(1));
    Optional<String> modem = table.modem(tx, from, reference);
    modem.ifPresent(_ -> table.back(tx, from, reference, at));
    return modem;
  }

  private static Pdu submit(PhoneNumber own, String text) {
    Segments segments = Segments.of(text);
    return new Pdu(
        Optional.empty(),
        new SubmitTpdu(
            0,
            Address.of(own),
            0,
            segments.coding(),
            Optional.of(new Validity.Relative(VALIDITY)),
            false,
            false,
            false,
            segments.userData(1, 0)));
  }
}
