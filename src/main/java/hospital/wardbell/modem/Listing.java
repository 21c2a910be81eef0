package hospital.wardbell.modem;

import hospital.wardbell.modem.Arrival.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// Reads what `AT+CMGL` lists: a header and the PDU after it, for each message in a store.
///
/// @spec https://www.3gpp.org/dynareport/27005.htm#4.1 3GPP TS 27.005 §4.1 (+CMGL in PDU mode)
final class Listing {
  private static final String HEADER = "+CMGL:";
  private static final int RECEIVED_READ = 1;

  private Listing() {}

  /// The messages that were received. Others were written on the SIM by somebody and are no
  /// arrivals; a header without its PDU is left for the next look.
  static List<Arrival.Listed> read(String store, List<String> lines) {
    List<Arrival.Listed> found = new ArrayList<>();
    for (int i = 0; i + 1 < lines.size(); i++) {
      String header = lines.get(i);
      String pdu = lines.get(i + 1);
      OptionalInt index = Fields.number(header, 0);
      if (isReceived(header) && index.isPresent() && !pdu.startsWith(HEADER)) {
        found.add(new Arrival.Listed(new Slot(store, index.getAsInt()), pdu));
      }
    }
    return found;
  }

  private static boolean isReceived(String header) {
    return header.startsWith(HEADER) && Fields.number(header, 1).orElse(0) <= RECEIVED_READ;
  }
}
