package hospital.wardbell.practice;

import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.pdu.Address;
import hospital.wardbell.pdu.Pdu;
import hospital.wardbell.pdu.Segments;
import hospital.wardbell.pdu.SubmitTpdu;
import hospital.wardbell.practice.JournalEntry.Attached;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// A practice modem, its journal and a program at its device.
final class Rig implements AutoCloseable {
  static final PhoneNumber PATIENT = new PhoneNumber("+12025550123");
  static final Duration PATIENCE = Duration.ofSeconds(10);
  static final String CTRL_Z = "\u001a";
  static final String ESC = "\u001b";

  final Journal journal = Journal.inMemory();
  final VirtualModem modem;
  RawClient client;

  Rig(ModemOptions options) throws Exception {
    this(options, People.silent());
  }

  Rig(ModemOptions options, People people) throws Exception {
    this.modem = VirtualModem.start(options, people, journal);
    this.client = new RawClient(modem.path());
    client.ask("ATE0");
  }

  /// A modem that takes no time, with announcements and direct reports switched on.
  static Rig ready() throws Exception {
    Rig rig = new Rig(options());
    rig.client.ask("AT+CNMI=2,1,0,1,0");
    return rig;
  }

  /// The program closes the device, and another opens it.
  void reopen() throws Exception {
    client.close();
    int visits = journal.entries(Attached.class).size();
    journal.await(Attached.class, visits + visits % 2, _ -> true, PATIENCE);
    client = new RawClient(modem.path());
  }

  static ModemOptions options() {
    return ModemOptions.of(Timing.none());
  }

  static Pdu submit(String text, boolean report) {
    return submits(PATIENT, text, report).getFirst();
  }

  static List<Pdu> submits(PhoneNumber to, String text, boolean report) {
    Segments segments = Segments.of(text);
    return IntStream.rangeClosed(1, segments.parts())
        .mapToObj(number -> new Pdu(Optional.empty(), part(to, segments, number, report)))
        .toList();
  }

  private static SubmitTpdu part(PhoneNumber to, Segments segments, int number, boolean report) {
    return new SubmitTpdu(
        0,
        Address.of(to),
        0,
        segments.coding(),
        Optional.empty(),
        false,
        report,
        false,
        segments.userData(number, 7));
  }

  /// Hands a SUBMIT over in two steps, without waiting for the answer.
  void handOver(Pdu pdu) throws Exception {
    client.write("AT+CMGS=" + pdu.tpduOctets() + "\r");
    client.await("\r\n> ");
    client.write(pdu.hex() + CTRL_Z);
  }

  /// The answer to a SUBMIT.
  String send(Pdu pdu) throws Exception {
    handOver(pdu);
    return client.answer();
  }

  /// The one line of `answer` that is a PDU.
  static Pdu pdu(String answer) {
    return answer
        .lines()
        .filter(line -> line.matches("[0-9A-F]{20,}"))
        .map(hex -> Pdu.read(hex, Pdu.Way.TO_MOBILE))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() throws IOException {
    client.close();
    modem.close();
  }
}
