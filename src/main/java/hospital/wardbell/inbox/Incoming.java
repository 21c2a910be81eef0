package hospital.wardbell.inbox;

import hospital.wardbell.base.Remote;
import hospital.wardbell.conversation.ReceivedKind;
import hospital.wardbell.pdu.Concatenation;
import hospital.wardbell.pdu.DataCoding;
import hospital.wardbell.pdu.DeliverTpdu;
import hospital.wardbell.pdu.MalformedPdu;
import hospital.wardbell.pdu.Pdu;
import hospital.wardbell.pdu.Ports;
import hospital.wardbell.pdu.StatusReportTpdu;
import hospital.wardbell.pdu.SubmitTpdu;
import hospital.wardbell.pdu.WaitingIndication;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// What a raw PDU turned out to be.
sealed interface Incoming {
  /// The ports of a WAP push, plain and encrypted.
  List<Integer> PUSH = List.of(2948, 2949);

  /// What can be read of a DELIVER.
  sealed interface Delivered extends Incoming {
    DeliverTpdu tpdu();

    default Remote remote() {
      return tpdu().originator().remote();
    }

    /// The service centre's time.
    default Instant sentAt() {
      return tpdu().timestamp().toInstant();
    }

    default DataCoding.Alphabet alphabet() {
      return tpdu().coding().alphabet();
    }

    /// Which part of a longer message it is, if it is one of several.
    default Optional<Concatenation> part() {
      return tpdu().userData().concatenation().filter(c -> c.total() > 1);
    }

    /// The program's port that it is for, -1 if it is for none.
    default int port() {
      return tpdu().userData().header().ports().map(Ports::destination).orElse(-1);
    }

    /// The same whenever the network delivers the same thing again: originator, protocol, coding,
    /// time stamp, header and data. Not the first octet nor the service centre, which may differ
    /// each time.
    default String fingerprint() {
      return String.join(
          " ",
          remote().canonical(),
          "%02x%02x".formatted(tpdu().protocol(), tpdu().coding().octet()),
          tpdu().timestamp().toString(),
          HexFormat.of().formatHex(tpdu().userData().octets()));
    }
  }

  /// A text, or a part of one, for people.
  ///
  /// @param text what this part alone says
  record Text(DeliverTpdu tpdu, ReceivedKind kind, String text) implements Delivered {
    @Override
    public String toString() {
      return "Text[" + text.length() + " characters]";
    }
  }

  /// A WAP push, or a part of one. It may be word of a picture message.
  record Push(DeliverTpdu tpdu) implements Delivered {}

  /// Not for people, and whole in itself.
  record Aside(DeliverTpdu tpdu, NoticeKind kind) implements Delivered {}

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
    Optional<NoticeKind> aside = aside(deliver);
    if (aside.isPresent()) {
      return new Aside(deliver, aside.get());
    }
    if (deliver.userData().header().ports().isPresent()) {
      return new Push(deliver);
    }
    if (deliver.coding().isCompressed()) {
      return new Unreadable("the text is compressed (3GPP TS 23.042)");
    }
    return new Text(deliver, kind(deliver), deliver.userData().text(deliver.coding()));
  }

  /// Why it is not for people, if it is not.
  ///
  /// @spec https://www.3gpp.org/dynareport/23040.htm#9.2.3.9 3GPP TS 23.040 §9.2.3.9 (TP-PID)
  private static Optional<NoticeKind> aside(DeliverTpdu deliver) {
    if (deliver.userData().header().isForSim()) {
      return Optional.of(NoticeKind.SIM);
    }
    Optional<NoticeKind> byProtocol =
        switch (deliver.protocol()) {
          case 0x40 -> Optional.of(NoticeKind.SILENT);
          case 0x7c, 0x7d, 0x7e, 0x7f -> Optional.of(NoticeKind.SIM);
          default -> Optional.empty();
        };
    return byProtocol
        .or(() ->
            deliver
                .userData()
                .header()
                .ports()
                .filter(ports -> !PUSH.contains(ports.destination()))
                .map(_ -> NoticeKind.APPLICATION))
        .or(() -> deliver.indication().filter(i -> !i.kept()).map(i -> waiting(i)));
  }

  private static NoticeKind waiting(WaitingIndication indication) {
    if (!indication.waits()) {
      return NoticeKind.NONE_WAITS;
    }
    return switch (indication.kind()) {
      case VOICEMAIL -> NoticeKind.VOICEMAIL;
      case FAX, EMAIL, OTHER -> NoticeKind.WAITING;
    };
  }

  private static ReceivedKind kind(DeliverTpdu deliver) {
    if (deliver.indication().isPresent()) {
      return ReceivedKind.INDICATION;
    }
    if (deliver.coding().messageClass().filter(c -> c == 0).isPresent()) {
      return ReceivedKind.FLASH;
    }
    return deliver.protocol() >= 0x41 && deliver.protocol() <= 0x47
        ? ReceivedKind.REPLACEMENT
        : ReceivedKind.TEXT;
  }
}
