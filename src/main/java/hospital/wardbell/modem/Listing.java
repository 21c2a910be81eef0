package hospital.wardbell.modem;

import hospital.wardbell.modem.Arrival.Slot;
import java.time.Instant;
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
  /// arrivals. One whose PDU is not there, or not of the length its header names, is still to be
  /// read: the line before it may have been cut, and then its index as well.
  static List<Arrival> read(String store, List<String> lines) {
    List<Arrival> found = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String header = lines.get(i);
      String pdu = i + 1 < lines.size() ? lines.get(i + 1) : "";
      OptionalInt index = Fields.number(header, 0);
      if (isReceived(header) && index.isPresent()) {
        Slot slot = new Slot(store, index.getAsInt());
        found.add(
            Handover.isWhole(header, pdu)
                ? new Arrival.Listed(slot, pdu)
                : new Arrival.Announced(slot, 0, Instant.MIN));
      }
    }
    return found;
  }

  private static boolean isReceived(String header) {
    return header.startsWith(HEADER) && Fields.number(header, 1).orElse(0) <= RECEIVED_READ;
  }
}
