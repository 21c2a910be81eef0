package hospital.wardbell.inbox;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.conversation.Conversations;
import hospital.wardbell.conversation.Message;
import hospital.wardbell.pdu.Concatenation;
import hospital.wardbell.pdu.DeliverTpdu;
import hospital.wardbell.pdu.LongText;
import hospital.wardbell.store.Tx;
import hospital.wardbell.vault.Vault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Reads one raw PDU, in the caller's transaction: what it is, whether it came before, which text
/// it is a part of, and whether that text can be shown.
final class Intake {
  /// Networks deliver again for days; patients seldom send the same words in the same second.
  static final Duration WINDOW = Duration.ofDays(4);

  /// Parts of one text are sent at one go; a phone out of reach may take a while over it.
  private static final Duration ONE_GO = Duration.ofHours(1);

  private static final String GAP = " […] ";
  private static final Actor SELF = new Actor.Wardbell("inbox");

  private final RawTable raws;
  private final MultipartTable multiparts;
  private final Routing routing;
  private final Conversations conversations;
  private final Audit audit;

  Intake(RawTable raws, Vault vault, Routing routing, Conversations conversations, Audit audit) {
    this.raws = raws;
    this.multiparts = new MultipartTable(vault);
    this.routing = routing;
    this.conversations = conversations;
    this.audit = audit;
  }

  MultipartTable multiparts() {
    return multiparts;
  }

  void read(Tx tx, Id id) {
    Raw raw = raws.find(tx, id);
    switch (Incoming.read(raw.hex())) {
      case Incoming.Unreadable(String why) -> unreadable(tx, id, why);
      case Incoming.Notice(String kind) -> raws.state(tx, id, Raw.State.NOTICE, kind);
      case Incoming.Text text -> take(tx, raw, text);
    }
  }

  /// It stays as it came, for a lead to see.
  void unreadable(Tx tx, Id raw, String why) {
    raws.state(tx, raw, Raw.State.UNREADABLE, why);
    audit.record(tx, Entry.of(SELF, "message.unreadable").about(raw).from("modem"));
  }

  private void take(Tx tx, Raw raw, Incoming.Text text) {
    if (raws.had(tx, text.fingerprint(), raw.seen().minus(WINDOW))) {
      raws.state(tx, raw.id(), Raw.State.DOUBLE, "");
      return;
    }
    raws.identify(tx, raw.id(), text);
    text.part().ifPresentOrElse(part -> add(tx, raw, text, part), () -> whole(tx, raw, text));
  }

  private void whole(Tx tx, Raw raw, Incoming.Text text) {
    Id message = Id.random();
    raws.belongs(tx, raw.id(), message, 1);
    Id conversation =
        routing.deliver(
            tx, text, new Message.Received(message, raw.seen(), text.text(), 0), Optional.empty());
    conversations.heard(tx, conversation, raw.modem());
    raws.reseal(tx, raw, conversations.key(tx, conversation), Raw.State.READ);
  }

  private void add(Tx tx, Raw raw, Incoming.Text text, Concatenation part) {
    Id message =
        multiparts
            .lacking(tx, text, part, ONE_GO)
            .orElseGet(() -> multiparts.insert(tx, text, part, raw.seen()));
    raws.belongs(tx, raw.id(), message, part.number());
    Multipart group = multiparts.find(tx, message);
    SortedMap<Integer, Raw> parts = raws.parts(tx, message);
    if (parts.size() == group.total() || group.state() == Multipart.State.SHOWN) {
      show(tx, group, parts);
    }
  }

  /// Shows what has come of a text in parts.
  void show(Tx tx, Id message) {
    show(tx, multiparts.find(tx, message), raws.parts(tx, message));
  }

  private void show(Tx tx, Multipart group, SortedMap<Integer, Raw> parts) {
    int missing = group.total() - parts.size();
    SortedMap<Integer, Incoming.Text> read = new TreeMap<>();
    parts.forEach((number, raw) -> read.put(number, text(raw)));
    Message.Received message =
        new Message.Received(group.id(), group.firstSeen(), joined(group.total(), read), missing);
    Id conversation =
        routing.deliver(tx, read.firstEntry().getValue(), message, group.conversation());
    conversations.heard(tx, conversation, parts.lastEntry().getValue().modem());
    Id key = conversations.key(tx, conversation);
    Raw.State state = missing == 0 ? Raw.State.READ : Raw.State.PARTIAL;
    parts.values().forEach(raw -> raws.reseal(tx, raw, key, state));
    multiparts.state(
        tx,
        group.id(),
        missing == 0 ? Multipart.State.WHOLE : Multipart.State.SHOWN,
        Optional.of(conversation));
  }

  private static Incoming.Text text(Raw raw) {
    if (Incoming.read(raw.hex()) instanceof Incoming.Text text) {
      return text;
    }
    throw new IllegalStateException("a part that was read cannot be read any more");
  }

  /// Neighbours are read together. A gap is marked, lest what is on its two sides be taken for one
  /// sentence.
  private static String joined(int total, SortedMap<Integer, Incoming.Text> parts) {
    StringBuilder text = new StringBuilder();
    List<DeliverTpdu> run = new ArrayList<>();
    boolean inGap = false;
    for (int number = 1; number <= total; number++) {
      Incoming.Text part = parts.get(number);
      if (part != null) {
        run.add(part.tpdu());
      } else if (!inGap) {
        text.append(LongText.of(run)).append(GAP);
        run.clear();
      }
      inGap = part == null;
    }
    String joined = text.append(LongText.of(run)).toString();
    return parts.size() == total ? joined : joined.strip();
  }

  /// What cannot be shown is not tried for ever.
  void giveUp(Tx tx, Id message, String why) {
    raws.parts(tx, message).values().forEach(raw -> unreadable(tx, raw.id(), why));
    multiparts.state(tx, message, Multipart.State.GIVEN_UP, Optional.empty());
  }
}
