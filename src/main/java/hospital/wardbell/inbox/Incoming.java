package hospital.wardbell.inbox;

import hospital.wardbell.base.Remote;
import hospital.wardbell.pdu.Concatenation;
import hospital.wardbell.pdu.DataCoding;
import hospital.wardbell.pdu.DeliverTpdu;
import hospital.wardbell.pdu.MalformedPdu;
import hospital.wardbell.pdu.Pdu;
import hospital.wardbell.pdu.Ports;
import hospital.wardbell.pdu.StatusReportTpdu;
import hospital.wardbell.pdu.SubmitTpdu;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/// What a raw PDU turned out to be.
sealed interface Incoming {
  int WAP_PUSH = 2948;

  /// TP-PID of a message for the SIM itself, and of one that phones acknowledge and forget.
  ///
  /// @spec https://www.3gpp.org/dynareport/23040.htm#9.2.3.9 3GPP TS 23.040 §9.2.3.9
  int SIM_DATA = 0x7f;

  int SILENT = 0x40;

  /// A text, or a part of one, for people.
  ///
  /// @param text what this part alone says
  record Text(DeliverTpdu tpdu, String text) implements Incoming {
    Remote remote() {
      return tpdu.originator().remote();
    }

    /// The service centre's time.
    Instant sentAt() {
      return tpdu.timestamp().toInstant();
    }

    DataCoding.Alphabet alphabet() {
      return tpdu.coding().alphabet();
    }

    /// Shown and not kept: networks and robots send it.
    boolean isFlash() {
      return tpdu.coding().messageClass().filter(c -> c == 0).isPresent();
    }

    /// Which part of a longer text it is, if it is one of several.
    Optional<Concatenation> part() {
      return tpdu.userData().concatenation().filter(c -> c.total() > 1);
    }

    /// The same whenever the network delivers the same thing again: originator, time stamp, header
    /// and data. Not the first octet nor the service centre, which may differ each time.
    String fingerprint() {
      return String.join(
          " ",
          remote().canonical(),
          tpdu.timestamp().toString(),
          HexFormat.of().formatHex(tpdu.userData().octets()));
    }

    @Override
    public String toString() {
      return "Text[" + text.length() + " characters]";
    }
  }

  /// For a program and not for people, such as word of a picture message.
  record Notice(String kind) implements Incoming {}

  record Unreadable(String why) implements Incoming {}

  static Incoming read(String hex) {
    try {
      return switch (Pdu.read(hex, Pdu.Way.TO_MOBILE).tpdu()) {
        case DeliverTpdu deliver -> read(deliver);
        case StatusReportTpdu _ -> new Unreadable("a status report where a text was due");
        case SubmitTpdu _ -> new Unreadable("a submitted text where a received one was due");
      };
    } catch (MalformedPdu e) {
      return new Unreadable(String.valueOf(e.getMessage()));
    }
  }

  private static Incoming read(DeliverTpdu deliver) {
    Optional<Ports> ports = deliver.userData().header().ports();
    if (ports.isPresent()) {
      return new Notice(forPort(ports.get().destination()));
    }
    if (deliver.protocol() == SIM_DATA) {
      return new Notice("data for the SIM");
    }
    if (deliver.protocol() == SILENT) {
      return new Notice("a silent message of the network");
    }
    if (deliver.coding().isCompressed()) {
      return new Unreadable("the text is compressed (3GPP TS 23.042)");
    }
    return new Text(deliver, deliver.userData().text(deliver.coding()));
  }

  private static String forPort(int port) {
    return port == WAP_PUSH ? "word of a picture message (MMS)" : "data for port " + port;
  }
}
