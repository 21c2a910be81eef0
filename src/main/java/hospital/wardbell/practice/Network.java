package hospital.wardbell.practice;

import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.pdu.Address;
import hospital.wardbell.pdu.DataCoding;
import hospital.wardbell.pdu.DeliverTpdu;
import hospital.wardbell.pdu.MalformedPdu;
import hospital.wardbell.pdu.Pdu;
import hospital.wardbell.pdu.Status;
import hospital.wardbell.pdu.StatusReportTpdu;
import hospital.wardbell.pdu.SubmitTpdu;
import hospital.wardbell.pdu.Tpdu;
import hospital.wardbell.pdu.UserData;
import hospital.wardbell.pdu.WaitingIndication;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// The mobile network behind the practice modem: takes SUBMITs, numbers them, reports on them and
/// brings what people send. The modem's thread only.
final class Network {
  static final PhoneNumber CENTRE = new PhoneNumber("+12025550100");

  /// The number of the modem's own SIM: what is sent to it comes back.
  static final PhoneNumber OWN = CENTRE;

  private static final int REFERENCES = 256;

  /// The class of messages that are for the SIM.
  private static final int SIM_CLASS = 2;

  private final Timing timing;
  private final Agenda agenda;
  private final Delivery delivery;
  private final People people;
  private final Journal journal;
  private int nextReference;
  private Instant linkKeptUntil = Instant.MIN;

  Network(Timing timing, Agenda agenda, Delivery delivery, People people, Journal journal) {
    this.timing = timing;
    this.agenda = agenda;
    this.delivery = delivery;
    this.people = people;
    this.journal = journal;
  }

  /// How long the network will take for a SUBMIT now.
  Duration delay(boolean keepsLink) {
    boolean linkIsUp = keepsLink && Instant.now().isBefore(linkKeptUntil);
    return linkIsUp
        ? Duration.ofNanos((long) (timing.network().toNanos() * Timing.KEPT_LINK))
        : timing.network();
  }

  /// Takes a SUBMIT for good.
  ///
  /// @param hex the TPDU as the program gave it, service centre first
  /// @return its TP-MR
  int take(SubmitTpdu submit, int tpduOctets, String hex) {
    int reference = nextReference;
    nextReference = (nextReference + 1) % REFERENCES;
    linkKeptUntil = Instant.now().plus(Timing.LINK_KEPT);
    journal.record(
        new JournalEntry.Submitted(
            Instant.now(),
            reference,
            submit.destination().remote().canonical(),
            Fingerprint.ofTpdu(hex),
            tpduOctets,
            submit.statusReport(),
            textOf(submit.userData(), submit.coding())));
    OffsetDateTime taken = now();
    if (submit.destination().remote().equals(OWN)) {
      post(broughtBack(submit, taken), timing.report());
    }
    int status = people.hear(submit, this::post);
    if (submit.statusReport()) {
      agenda.after(timing.report(), () -> report(reference, submit.destination(), taken, status));
    }
    return reference;
  }

  /// Brings a text to the modem.
  void bring(DeliverTpdu message) {
    Delivery.Item item = item(message);
    journal.record(
        new JournalEntry.Arrived(
            Instant.now(),
            message.originator().remote().canonical(),
            item.fingerprint(),
            textOf(message.userData(), message.coding())));
    delivery.text(item);
  }

  /// Brings octets as they are.
  ///
  /// @param hex service centre and TPDU
  void bring(String hex) {
    int centre = Integer.parseInt(hex.substring(0, 2), 16);
    String fingerprint = Fingerprint.ofTpdu(hex);
    journal.record(new JournalEntry.Arrived(Instant.now(), "", fingerprint, ""));
    delivery.text(
        new Delivery.Item(hex, hex.length() / 2 - 1 - centre, fingerprint, Delivery.Keeping.ANY));
  }

  private static DeliverTpdu broughtBack(SubmitTpdu submit, OffsetDateTime taken) {
    return new DeliverTpdu(
        Address.of(OWN),
        submit.protocol(),
        submit.coding(),
        taken,
        false,
        false,
        false,
        submit.userData());
  }

  private void post(DeliverTpdu message, Duration later) {
    agenda.after(later, () -> bring(message));
  }

  private void report(int reference, Address recipient, OffsetDateTime taken, int status) {
    Delivery.Item item =
        item(
            new StatusReportTpdu(
                reference, recipient, taken, now(), new Status(status), false, false));
    journal.record(new JournalEntry.Reported(Instant.now(), reference, status, item.fingerprint()));
    delivery.report(item);
  }

  private static Delivery.Item item(Tpdu tpdu) {
    Pdu pdu = new Pdu(Optional.of(Address.of(CENTRE)), tpdu);
    return new Delivery.Item(pdu.hex(), pdu.tpduOctets(), Fingerprint.ofTpdu(pdu), keeping(tpdu));
  }

  /// @spec https://www.3gpp.org/dynareport/27005.htm#3.4.1 3GPP TS 27.005 §3.4.1 (+CNMI, `mt` 2)
  private static Delivery.Keeping keeping(Tpdu tpdu) {
    if (!(tpdu instanceof DeliverTpdu deliver)) {
      return Delivery.Keeping.ANY;
    }
    if (deliver.coding().messageClass().filter(c -> c == SIM_CLASS).isPresent()) {
      return Delivery.Keeping.SIM;
    }
    return deliver.indication().filter(WaitingIndication::kept).isPresent()
        ? Delivery.Keeping.STORE
        : Delivery.Keeping.ANY;
  }

  /// A text whose header contradicts its length is carried all the same, as a network would.
  private static String textOf(UserData data, DataCoding coding) {
    try {
      return data.text(coding);
    } catch (MalformedPdu e) {
      return "";
    }
  }

  private static OffsetDateTime now() {
    return OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
  }
}
