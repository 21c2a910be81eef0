package hospital.wardbell.inbox;

import static hospital.wardbell.inbox.Desk.SENT;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import hospital.wardbell.base.Remote;
import hospital.wardbell.pdu.Concatenation;
import hospital.wardbell.pdu.DataCoding;
import hospital.wardbell.pdu.Ports;
import hospital.wardbell.pdu.Udh;
import hospital.wardbell.pdu.UserData;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;

/// WAP pushes, made octet by octet.
final class Pushes {
  static final int PORT = 2948;
  static final DataCoding DATA = new DataCoding(0x04);
  private static final String NAMED = "application/vnd.wap.mms-message\0";
  private static final int IN_ONE_PART = 100;

  private Pushes() {}

  /// Word of a picture message, its content type written out or not.
  ///
  /// @param from as the operator writes it; empty if the sender hides
  static byte[] picture(boolean named, String from) {
    var body = new ByteArrayOutputStream();
    put(body, 0x8c, 0x82, 0x98, "T-17\0", 0x8d, 0x92);
    if (from.isEmpty()) {
      put(body, 0x89, 0x01, 0x81);
    } else {
      put(body, 0x89, from.length() + 4, 0x80, from.length() + 2, 0xea, from + "\0");
    }
    put(
        body,
        0x96,
        "the wound\0",
        0x8a,
        0x80,
        0x8e,
        0x02,
        0x40,
        0x00,
        0x88,
        0x03,
        0x81,
        0x01,
        0x60);
    put(body, 0x83, "http://mms.example/T-17\0");
    return push(named ? NAMED : "\u00be", body.toByteArray());
  }

  /// A push of a content type with a body.
  static byte[] push(String type, byte[] body) {
    var out = new ByteArrayOutputStream();
    put(out, 0x11, 0x06, type.length() + 2, type, 0xaf, 0x84);
    out.writeBytes(body);
    return out.toByteArray();
  }

  private static void put(ByteArrayOutputStream out, Object... pieces) {
    for (Object piece : pieces) {
      switch (piece) {
        case Integer octet -> out.write(octet);
        case String text -> out.writeBytes(text.getBytes(ISO_8859_1));
        default -> throw new IllegalArgumentException("an octet or a text");
      }
    }
  }

  /// As PDUs: one, or two if it is long.
  static List<String> pdus(Remote operator, byte[] push, int reference) {
    if (push.length <= IN_ONE_PART) {
      return List.of(pdu(operator, Udh.of(new Ports(PORT, 9200).element()), push));
    }
    return List.of(
        part(operator, Arrays.copyOf(push, IN_ONE_PART), reference, 1),
        part(operator, Arrays.copyOfRange(push, IN_ONE_PART, push.length), reference, 2));
  }

  private static String part(Remote operator, byte[] data, int reference, int number) {
    return pdu(
        operator,
        Udh.of(
            new Ports(PORT, 9200).element(),
            new Concatenation(reference, 2, number, false).element()),
        data);
  }

  private static String pdu(Remote operator, Udh header, byte[] data) {
    return Texts.deliver(operator, 0, DATA, SENT, UserData.ofOctets(header, data));
  }
}
