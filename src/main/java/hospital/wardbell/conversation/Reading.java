package hospital.wardbell.conversation;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.base.SenderName;
import hospital.wardbell.base.ShortCode;
import hospital.wardbell.consent.Consent;
import hospital.wardbell.consent.Gate;
import hospital.wardbell.consent.Ledger;
import hospital.wardbell.consent.Purpose;
import hospital.wardbell.consent.Verdict;
import hospital.wardbell.contact.Patient;
import hospital.wardbell.conversation.Conversations.ApiMessage;
import hospital.wardbell.conversation.Conversations.Inbox;
import hospital.wardbell.conversation.Conversations.View;
import hospital.wardbell.identity.Sight;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Opens conversations for people and programs. What is read is read in one go, then the read goes
/// on the audit log, and only then does anybody get it: no entry, no page.
final class Reading {
  private final Store store;
  private final Audit audit;
  private final ConversationTable conversations;
  private final MessageTable messages;
  private final InboxTable inbox;
  private final Holders holders;
  private final Ledger ledger;
  private final Gate gate;
  private final Finding finding;
  private final Shown shown;

  Reading(
      Store store,
      Audit audit,
      ConversationTable conversations,
      MessageTable messages,
      Holders holders,
      Ledger ledger,
      Gate gate,
      Finding finding) {
    this.store = store;
    this.audit = audit;
    this.conversations = conversations;
    this.messages = messages;
    this.inbox = new InboxTable(conversations);
    this.holders = holders;
    this.ledger = ledger;
    this.gate = gate;
    this.finding = finding;
    this.shown = new Shown(store, audit, holders);
  }

  Optional<Conversation> open(Sight sight, Id conversation, Actor by, String origin) {
    Optional<Conversation> opened =
        store.read(sql ->
            conversations.head(sql, sight, conversation).map(head -> open(sql, sight, head, by)));
    String act = opened.isPresent() ? "conversation.read" : "conversation.read-refused";
    audit.record(Entry.of(by, act).about(conversation).from(origin));
    return opened;
  }

  private Conversation open(Sql sql, Sight sight, Head head, Actor by) {
    return new Conversation(
        head.id(),
        head.team(),
        head.remote(),
        head.version(),
        holders.within(sql, sight, head.remote()),
        ledger.standing(sql, head.remote()),
        head.waiting(),
        messages.newest(sql, head, Conversations.PAGE),
        refused(sql, head, by));
  }

  /// What the Gate would say of a reply by this reader, whatever its text.
  private Optional<Verdict.Rule> refused(Sql sql, Head head, Actor by) {
    return switch (head.remote()) {
      case PhoneNumber number ->
          gate.forbids(sql, holders.recipient(sql, head.team(), number), Purpose.CARE, by);
      case ShortCode _, SenderName _ -> Optional.of(Verdict.Rule.NOT_TEXTABLE);
    };
  }

  Inbox inbox(Sight sight, View view, Actor by, String origin) {
    Inbox seen =
        store.read(sql ->
            new Inbox(
                inbox.lines(sql, sight, view).stream().map(line -> line(sql, sight, line)).toList(),
                inbox.waiting(sql, sight)));
    audit.record(Entry.of(by, "inbox.read").from(origin).because(view.name()));
    return seen;
  }

  private InboxLine line(Sql sql, Sight sight, InboxTable.Line line) {
    return new InboxLine(
        line.conversation(),
        line.team(),
        line.remote(),
        holders.within(sql, sight, line.remote()).stream().map(Patient::name).toList(),
        line.snippet(),
        line.lastAt(),
        line.lastIsOurs(),
        line.waitingSince(),
        line.lastState(),
        line.lastKind(),
        ledger.standing(sql, line.remote()) instanceof Consent.OptedOut);
  }

  List<ApiMessage> since(Sight sight, boolean received, Instant since, Actor by) {
    List<ApiMessage> found = store.read(sql -> messages.since(sql, sight, !received, since));
    audit.record(Entry.of(by, "messages.read").from("api").because("found " + found.size()));
    shown.record(found, "messages.read", by, "api");
    return found;
  }

  Optional<ApiMessage> message(Sight sight, Id message, boolean whole, Actor by) {
    Optional<ApiMessage> found = store.read(sql -> messages.find(sql, sight, message));
    String act = found.isPresent() ? "message.read" : "message.read-refused";
    audit.record(Entry.of(by, act).about(message).from("api"));
    if (whole) {
      shown.record(found.stream().toList(), "messages.read", by, "api");
    }
    return found;
  }

  Found search(Sight sight, String words, Optional<Long> below, Actor by, String origin) {
    Found found = store.read(sql -> finding.find(sql, sight, words, below, Conversations.PAGE));
    audit.record(
        Entry.of(by, "messages.searched").from(origin).because("found " + found.messages().size()));
    shown.record(found.messages(), "messages.searched", by, origin);
    return found;
  }

  int waiting(Sql sql, Sight sight) {
    return inbox.waiting(sql, sight);
  }
}
