package hospital.wardbell.inbox;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.Remote;
import hospital.wardbell.conversation.Conversations;
import hospital.wardbell.conversation.Message;
import hospital.wardbell.conversation.ReceivedKind;
import hospital.wardbell.pdu.Concatenation;
import hospital.wardbell.pdu.DeliverTpdu;
import hospital.wardbell.pdu.LongText;
import hospital.wardbell.store.Tx;
import hospital.wardbell.vault.Vault;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
  private volatile OwnTexts own = (_, _, _, _) -> false;

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

  void listen(OwnTexts listener) {
    own = listener;
  }

  void read(Tx tx, Id id) {
    Raw raw = raws.find(tx, id);
    switch (Incoming.read(raw.hex())) {
      case Incoming.Unreadable(String why) -> unreadable(tx, id, why);
      case Incoming.Delivered delivered -> take(tx, raw, delivered);
    }
  }

  /// It stays as it came, for a lead to see.
  void unreadable(Tx tx, Id raw, String why) {
    raws.state(tx, raw, Raw.State.UNREADABLE, why);
    audit.record(tx, Entry.of(SELF, "message.unreadable").about(raw).from("modem"));
  }

  private void take(Tx tx, Raw raw, Incoming.Delivered delivered) {
    if (raws.had(tx, raw, delivered, raw.seen().minus(WINDOW))) {
      raws.state(tx, raw.id(), Raw.State.DOUBLE, "");
      return;
    }
    raws.identify(tx, raw, delivered);
    if (delivered instanceof Incoming.Text text
        && own.take(tx, text.remote(), text.text(), raw.seen())) {
      raws.state(tx, raw.id(), Raw.State.NOTICE, "a self-test that came back");
      return;
    }
    switch (delivered) {
      case Incoming.Aside(_, NoticeKind kind) -> raws.putAside(tx, raw.id(), kind);
      case Incoming.Text _, Incoming.Push _ ->
          delivered
              .part()
              .ifPresentOrElse(part -> add(tx, raw, delivered, part), () -> whole(tx, raw));
    }
  }

  private void whole(Tx tx, Raw raw) {
    Id message = Id.random();
    raws.belongs(tx, raw.id(), message, 1);
    show(tx, Multipart.ofOne(message, raw.seen()), new TreeMap<>(Map.of(1, raw)));
  }

  private void add(Tx tx, Raw raw, Incoming.Delivered delivered, Concatenation part) {
    Id message =
        multiparts
            .lacking(tx, raw, delivered, part, ONE_GO)
            .orElseGet(() -> multiparts.insert(tx, raw, delivered, part));
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
    SortedMap<Integer, Incoming.Delivered> read = new TreeMap<>();
    parts.forEach((number, raw) -> read.put(number, delivered(raw)));
    Optional<Id> conversation = deliver(tx, group, read, missing);
    if (conversation.isPresent()) {
      conversations.heard(tx, conversation.get(), parts.lastEntry().getValue().modem());
      Id key = conversations.key(tx, conversation.get());
      Raw.State state = missing == 0 ? Raw.State.READ : Raw.State.PARTIAL;
      parts.values().forEach(raw -> raws.reseal(tx, raw, key, state));
    } else {
      parts.values().forEach(raw -> raws.putAside(tx, raw.id(), NoticeKind.PUSH));
    }
    if (group.total() > 1) {
      multiparts.state(
          tx,
          group.id(),
          missing == 0 ? Multipart.State.WHOLE : Multipart.State.SHOWN,
          conversation);
    }
  }

  /// @return the conversation it is in, if it is for people
  private Optional<Id> deliver(
      Tx tx, Multipart group, SortedMap<Integer, Incoming.Delivered> parts, int missing) {
    Incoming.Delivered first = parts.firstEntry().getValue();
    return switch (first) {
      case Incoming.Text(_, ReceivedKind kind, _) -> {
        String text = joined(group.total(), parts);
        yield Optional.of(
            routing.deliver(
                tx,
                first.remote(),
                new Message.Received(group.id(), group.firstSeen(), kind, text, missing),
                group.conversation()));
      }
      case Incoming.Push _ ->
          PictureNotice.in(beginning(parts))
              .map(notice ->
                  routing.deliver(
                      tx,
                      notice.from().<Remote>map(from -> from).orElse(first.remote()),
                      new Message.Received(
                          group.id(), group.firstSeen(), ReceivedKind.PICTURE, "", missing),
                      group.conversation()));
      case Incoming.Aside _ -> throw new IllegalStateException("what is put aside has no parts");
    };
  }

  private static Incoming.Delivered delivered(Raw raw) {
    if (Incoming.read(raw.hex()) instanceof Incoming.Delivered delivered) {
      return delivered;
    }
    throw new IllegalStateException("a part that was read cannot be read any more");
  }

  /// The data up to the first part that is missing.
  private static byte[] beginning(SortedMap<Integer, Incoming.Delivered> parts) {
    var data = new ByteArrayOutputStream();
    int number = 1;
    for (Map.Entry<Integer, Incoming.Delivered> part : parts.entrySet()) {
      if (part.getKey() == number++) {
        data.writeBytes(part.getValue().tpdu().userData().data());
      }
    }
    return data.toByteArray();
  }

  /// Neighbours are read together. A gap is marked, lest what is on its two sides be taken for one
  /// sentence.
  private static String joined(int total, SortedMap<Integer, Incoming.Delivered> parts) {
    StringBuilder text = new StringBuilder();
    List<DeliverTpdu> run = new ArrayList<>();
    boolean inGap = false;
    for (int number = 1; number <= total; number++) {
      Incoming.Delivered part = parts.get(number);
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
