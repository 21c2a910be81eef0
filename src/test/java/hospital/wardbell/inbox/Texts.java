package hospital.wardbell.inbox;

import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.base.Remote;
import hospital.wardbell.pdu.Address;
import hospital.wardbell.pdu.Concatenation;
import hospital.wardbell.pdu.DataCoding;
import hospital.wardbell.pdu.DeliverTpdu;
import hospital.wardbell.pdu.Pdu;
import hospital.wardbell.pdu.Segments;
import hospital.wardbell.pdu.Udh;
import hospital.wardbell.pdu.UserData;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// DELIVER PDUs as a modem gives them.
final class Texts {
  private Texts() {}

  static String deliver(Remote from, int protocol, DataCoding coding, Instant sent, UserData data) {
    return deliver(Optional.empty(), from, protocol, coding, sent, false, data);
  }

  static String deliver(
      Optional<Address> centre,
      Remote from,
      int protocol,
      DataCoding coding,
      Instant sent,
      boolean more,
      UserData data) {
    return new Pdu(
            centre,
            new DeliverTpdu(
                Address.of(from),
                protocol,
                coding,
                sent.atOffset(ZoneOffset.UTC),
                more,
                false,
                false,
                data))
        .hex();
  }

  /// One text in one part.
  static String single(Remote from, String text, Instant sent) {
    Segments segments = Segments.of(text);
    return deliver(from, 0, segments.coding(), sent, segments.userData(1, 0));
  }

  /// The same, from another service centre and with more to come: it was delivered again.
  static String again(Remote from, String text, Instant sent) {
    Segments segments = Segments.of(text);
    return deliver(
        Optional.of(Address.of(new PhoneNumber("+12025550199"))),
        from,
        0,
        segments.coding(),
        sent,
        true,
        segments.userData(1, 0));
  }

  /// A text in parts with an 8-bit reference.
  static List<String> parts(Remote from, String text, int reference, Instant sent) {
    Segments segments = Segments.of(text);
    return IntStream.rangeClosed(1, segments.parts())
        .mapToObj(n -> deliver(from, 0, segments.coding(), sent, segments.userData(n, reference)))
        .toList();
  }

  /// Parts of our choosing with a 16-bit reference.
  static String widePart(
      Remote from, String text, int reference, int total, int number, Instant sent) {
    Udh header = Udh.of(new Concatenation(reference, total, number, true).element());
    return deliver(from, 0, DataCoding.GSM7, sent, UserData.of(header, text, DataCoding.GSM7));
  }

  /// A part of octets that need not be whole characters.
  static String ucs2Part(
      Remote from, byte[] octets, int reference, int total, int number, Instant sent) {
    Udh header = Udh.of(new Concatenation(reference, total, number, false).element());
    return deliver(from, 0, DataCoding.UCS2, sent, UserData.ofOctets(header, octets));
  }
}
