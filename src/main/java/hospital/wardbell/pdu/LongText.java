package hospital.wardbell.pdu;

import java.util.Arrays;
import java.util.List;

/// The text of a message that came in parts. Some senders divide an escape pair or a surrogate pair
/// between two parts; read together it is whole again.
public final class LongText {
  private final StringBuilder text = new StringBuilder();
  private byte[] escape = {};

  private LongText() {}

  /// @param parts all that are there, in their order
  /// @throws MalformedPdu if the user data of one cannot be read
  public static String of(List<DeliverTpdu> parts) {
    var whole = new LongText();
    parts.forEach(whole::append);
    return whole.end();
  }

  private void append(DeliverTpdu part) {
    UserData data = part.userData();
    switch (part.coding().alphabet()) {
      case GSM7 -> appendSeptets(data);
      case UCS2 -> text.append(Ucs2.decode(data.data()));
      case OCTETS -> text.append(data.text(part.coding()));
    }
  }

  private void appendSeptets(UserData data) {
    byte[] own = data.septets();
    byte[] septets = Arrays.copyOf(escape, escape.length + own.length);
    System.arraycopy(own, 0, septets, escape.length, own.length);
    int held = Gsm7.endsInEscape(septets) ? 1 : 0;
    escape = Arrays.copyOfRange(septets, septets.length - held, septets.length);
    text.append(Gsm7.shifted(data.header()).decode(Arrays.copyOf(septets, septets.length - held)));
  }

  private String end() {
    return Ucs2.mend(text.append(Gsm7.DEFAULT.decode(escape)));
  }
}
