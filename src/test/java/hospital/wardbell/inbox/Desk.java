package hospital.wardbell.inbox;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.Remote;
import hospital.wardbell.conversation.Conversation;
import hospital.wardbell.conversation.Conversations.View;
import hospital.wardbell.conversation.InboxLine;
import hospital.wardbell.conversation.Message;
import hospital.wardbell.conversation.Ward;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// A ward with an inbox that is turned by hand.
record Desk(Ward ward, Inbox inbox) implements AutoCloseable {
  static final Instant SENT = Ward.MORNING.minusSeconds(5);

  static Desk open(Path directory) {
    return of(Ward.open(directory));
  }

  private static Desk of(Ward ward) {
    return new Desk(
        ward,
        new Inbox(
            ward.store(),
            ward.vault(),
            ward.audit(),
            ward.ledger(),
            ward.conversations(),
            ward.clock()));
  }

  /// After a kill: the same rows, and nothing remembered.
  Desk again() {
    return of(ward.again());
  }

  /// The modem hands a PDU over; nobody has read it yet.
  void kept(String hex) {
    keptBy("modem", hex);
  }

  void keptBy(String modem, String hex) {
    inbox.message(modem, hex, ward.clock().instant());
  }

  /// The modem hands PDUs over, and each is read before the next.
  void comes(String... pdus) {
    for (String hex : pdus) {
      kept(hex);
      read();
    }
  }

  /// The loop's turns until there is nothing to do.
  ///
  /// @return its rest
  Duration read() {
    Duration rest = inbox.turn();
    while (rest.isZero()) {
      rest = inbox.turn();
    }
    return rest;
  }

  List<InboxLine> lines() {
    return ward.inbox(View.ALL).lines();
  }

  /// The one conversation of the front desk with `remote`.
  Conversation with(Remote remote) {
    Id id =
        lines().stream()
            .filter(line -> line.remote().equals(remote))
            .map(InboxLine::conversation)
            .findFirst()
            .orElseThrow();
    return ward.opened(id);
  }

  /// What was said to and by `remote`, oldest first.
  List<String> said(Remote remote) {
    return with(remote).messages().stream().map(Message::text).toList();
  }

  /// What `remote` said, oldest first.
  List<String> heard(Remote remote) {
    return with(remote).messages().stream()
        .filter(Message.Received.class::isInstance)
        .map(Message::text)
        .toList();
  }

  /// How many raw PDUs are in a state.
  long raws(Raw.State state) {
    return ward.store()
        .read(sql -> sql.number("select count(*) from raw_pdu where state = ?", state));
  }

  @Override
  public void close() {
    ward.close();
  }
}
