package hospital.wardbell.conversation;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.base.Remote;
import hospital.wardbell.base.SenderName;
import hospital.wardbell.base.ShortCode;
import hospital.wardbell.consent.Consent;
import hospital.wardbell.consent.Ledger;
import hospital.wardbell.consent.Verdict;
import hospital.wardbell.contact.Patient;
import hospital.wardbell.contact.Patients;
import hospital.wardbell.conversation.Conversations.ApiMessage;
import hospital.wardbell.conversation.Conversations.Inbox;
import hospital.wardbell.conversation.Conversations.View;
import hospital.wardbell.identity.Sight;
import hospital.wardbell.settings.Settings;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
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
  private final Patients patients;
  private final Ledger ledger;
  private final Settings settings;
  private final InstantSource clock;

  Reading(
      Store store,
      Audit audit,
      ConversationTable conversations,
      MessageTable messages,
      Patients patients,
      Ledger ledger,
      Settings settings,
      InstantSource clock) {
    this.store = store;
    this.audit = audit;
    this.conversations = conversations;
    this.messages = messages;
    this.inbox = new InboxTable(conversations);
    this.patients = patients;
    this.ledger = ledger;
    this.settings = settings;
    this.clock = clock;
  }

  Optional<Conversation> open(Sight sight, Id conversation, Actor by, String origin) {
    Optional<Conversation> opened =
        store.read(
            sql -> conversations.head(sql, sight, conversation).map(head -> open(sql, sight, head)));
    String act = opened.isPresent() ? "conversation.read" : "conversation.read-refused";
    audit.record(Entry.of(by, act).about(conversation).from(origin));
    return opened;
  }

  private Conversation open(Sql sql, Sight sight, Head head) {
    Consent consent = ledger.standing(sql, head.remote());
    return new Conversation(
        head.id(),
        head.team(),
        head.remote(),
        head.version(),
        patients(sql, sight, head.remote()),
        consent,
        head.waiting(),
        messages.newest(sql, head, Conversations.PAGE),
        refused(head.remote(), consent));
  }

  /// A shared telephone may have a patient of another team, who is not shown here.
  private List<Patient> patients(Sql sql, Sight sight, Remote remote) {
    return patients.holding(sql, remote).stream().filter(p -> sight.covers(p.team())).toList();
  }

  /// What the Gate would say of a person's reply, whatever its text.
  private Optional<Verdict.Rule> refused(Remote remote, Consent consent) {
    return switch (remote) {
      case ShortCode _, SenderName _ -> Optional.of(Verdict.Rule.NOT_TEXTABLE);
      case PhoneNumber _ ->
          switch (consent) {
            case Consent.OptedIn _ -> Optional.empty();
            case Consent.OptedOut _ -> Optional.of(Verdict.Rule.OPTED_OUT);
            case Consent.NeverAsked(Instant lastTexted) ->
                mayAnswer(lastTexted) ? Optional.empty() : Optional.of(Verdict.Rule.NEVER_ASKED);
          };
    };
  }

  private boolean mayAnswer(Instant lastTexted) {
    Duration window = Duration.ofDays(settings.number(Settings.Key.ANSWER_DAYS));
    return !clock.instant().isAfter(lastTexted.plus(window));
  }

  Inbox inbox(Sight sight, View view, Actor by, String origin) {
    Inbox seen =
        store.read(
            sql ->
                new Inbox(
                    inbox.lines(sql, sight, view).stream()
                        .map(line -> line(sql, sight, line))
                        .toList(),
                    inbox.waiting(sql, sight)));
    audit.record(Entry.of(by, "inbox.read").from(origin).because(view.name()));
    return seen;
  }

  private InboxLine line(Sql sql, Sight sight, InboxTable.Line line) {
    return new InboxLine(
        line.conversation(),
        line.remote(),
        patients(sql, sight, line.remote()).stream().map(Patient::name).toList(),
        line.snippet(),
        line.lastAt(),
        line.lastIsOurs(),
        line.waitingSince(),
        line.lastState(),
        ledger.standing(sql, line.remote()) instanceof Consent.OptedOut);
  }

  List<ApiMessage> since(Sight sight, boolean received, Instant since, Actor by) {
    List<ApiMessage> found =
        store.read(sql -> messages.since(sql, sight, !received, since));
    audit.record(Entry.of(by, "messages.read").from("api"));
    return found;
  }

  Optional<ApiMessage> message(Sight sight, Id message, Actor by) {
    Optional<ApiMessage> found = store.read(sql -> messages.find(sql, sight, message));
    String act = found.isPresent() ? "message.read" : "message.read-refused";
    audit.record(Entry.of(by, act).about(message).from("api"));
    return found;
  }
}
