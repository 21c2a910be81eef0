package hospital.wardbell.compliance;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.compliance.Disposition.Fate;
import hospital.wardbell.compliance.Disposition.Item;
import hospital.wardbell.compliance.Disposition.State;
import hospital.wardbell.contact.Keeping;
import hospital.wardbell.conversation.Erasing;
import hospital.wardbell.store.Store;
import hospital.wardbell.store.Tx;
import hospital.wardbell.vault.ShredList;
import hospital.wardbell.vault.Steps;
import hospital.wardbell.vault.Vault;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Carries out what was approved, a subject in a change.
///
/// In that change the subject is looked at once more: a legal hold, or something said since, keeps
/// it. Then its keys are destroyed and whatever finds it, on record. After the change the keys go
/// on the list outside the database. Then what its messages have left in other tables is blanked,
/// and the word index loses its words. The rows say how far each is, so that wherever it is broken
/// off it goes on. One thread at a time.
final class Shredding {
  private static final int NOTED_AT_ONCE = 50;
  private static final int BLANKED_AT_ONCE = 50;
  private static final Actor SELF = new Actor.Wardbell("retention");

  private final Store store;
  private final Vault vault;
  private final Audit audit;
  private final InstantSource clock;
  private final RetentionPolicies policies;
  private final Due due;
  private final Erasing conversations;
  private final Keeping patients;
  private final Traces traces;
  private final ShredList list;
  private final RetentionCertificates certificates;
  private final Steps steps;
  private final DispositionTable table = new DispositionTable();

  Shredding(
      Store store,
      Vault vault,
      Audit audit,
      InstantSource clock,
      RetentionPolicies policies,
      Due due,
      Erasing conversations,
      Keeping patients,
      Traces traces,
      ShredList list,
      RetentionCertificates certificates,
      Steps steps) {
    this.store = store;
    this.vault = vault;
    this.audit = audit;
    this.clock = clock;
    this.policies = policies;
    this.due = due;
    this.conversations = conversations;
    this.patients = patients;
    this.traces = traces;
    this.list = list;
    this.certificates = certificates;
    this.steps = steps;
  }

  /// What a turn has come to.
  enum Turn {
    /// There is more to do.
    MORE,
    /// The word index has still to lose words; nothing else is left.
    WAITS,
    IDLE
  }

  /// Does a little of what is left.
  Turn turn() {
    Optional<Disposition> approved = store.read(sql -> table.in(sql, State.APPROVED));
    Optional<Item> next = approved.flatMap(d -> store.read(sql -> table.next(sql, d.id())));
    if (next.isPresent()) {
      RetentionPolicy policy = policies.now();
      Fate fate = store.write(tx -> settle(tx, policy, next.get()));
      steps.reached(fate == Fate.ERASED ? "erased" : "kept");
      return Turn.MORE;
    }
    if (note() || blank()) {
      return Turn.MORE;
    }
    return approved.map(this::end).orElse(Turn.IDLE);
  }

  private Fate settle(Tx tx, RetentionPolicy policy, Item item) {
    Instant now = clock.instant();
    LocalDate today = now.atZone(policy.zone()).toLocalDate();
    Fate fate =
        switch (item.recordClass()) {
          case CONVERSATION ->
              conversations
                  .find(tx, item.subject())
                  .map(c -> conversation(tx, policy, today, c, now))
                  .orElse(Fate.NOT_DUE);
          case PATIENT ->
              patients
                  .find(tx, item.subject())
                  .map(p -> patient(tx, policy, today, p, now))
                  .orElse(Fate.NOT_DUE);
          case RAW_DAY -> rawDay(tx, policy, today, item);
        };
    table.fate(tx, item, fate, now);
    record(tx, item, fate);
    steps.reached("settled");
    return fate;
  }

  /// What was erased before, by a proposal that this database does not know of, is erased.
  private Fate conversation(
      Tx tx, RetentionPolicy policy, LocalDate today, Erasing.Subject subject, Instant now) {
    Fate fate = subject.erased() ? Fate.ERASED : fate(due.conversation(tx, policy, subject), today);
    steps.reached("looked");
    if (fate == Fate.ERASED && !subject.erased()) {
      int _ = conversations.erase(tx, subject, now);
    }
    return fate;
  }

  private Fate patient(
      Tx tx, RetentionPolicy policy, LocalDate today, Keeping.Subject subject, Instant now) {
    Fate fate =
        subject.erased() ? Fate.ERASED : fate(due.patient(tx, policy, subject, Set.of()), today);
    if (fate == Fate.ERASED && !subject.erased()) {
      int _ = patients.erase(tx, subject, now);
    }
    return fate;
  }

  private Fate rawDay(Tx tx, RetentionPolicy policy, LocalDate today, Item item) {
    LocalDate day = item.anchor().atZone(ZoneOffset.UTC).toLocalDate();
    Fate fate = fate(due.rawDay(tx, policy, day, item.key()), today);
    if (fate == Fate.ERASED) {
      int _ = vault.shred(tx, item.key());
    }
    return fate;
  }

  private static Fate fate(Due.Standing standing, LocalDate today) {
    if (standing.held()) {
      return Fate.HELD;
    }
    return standing.isOver(today) ? Fate.ERASED : Fate.NOT_DUE;
  }

  private void record(Tx tx, Item item, Fate fate) {
    String act = fate == Fate.ERASED ? "retention.erased" : "retention.kept";
    Entry entry = Entry.of(SELF, act).because(fate + " " + item.disposition());
    audit.record(
        tx,
        item.recordClass() == RecordClass.PATIENT
            ? entry.aboutPatient(vault.pseudonym(item.subject()))
            : entry.about(item.subject()));
  }

  /// Puts keys that were destroyed on the list outside the database. Killed before the rows say so,
  /// they are put there twice, which does no harm.
  private boolean note() {
    List<Item> unnoted = store.read(sql -> table.unnoted(sql, NOTED_AT_ONCE));
    if (unnoted.isEmpty()) {
      return false;
    }
    list.add(unnoted.stream().map(Item::key).toList(), clock.instant());
    steps.reached("noted");
    store.change(tx -> unnoted.forEach(item -> table.noted(tx, item)));
    steps.reached("noted-kept");
    return true;
  }

  private boolean blank() {
    Optional<Id> next = store.read(sql -> conversations.withTraces(sql, 1)).stream().findFirst();
    next.ifPresent(this::blank);
    return next.isPresent();
  }

  private void blank(Id conversation) {
    long place = 0;
    while (true) {
      long from = place;
      List<Erasing.Place> messages =
          store.read(sql -> conversations.messages(sql, conversation, from, BLANKED_AT_ONCE));
      if (messages.isEmpty()) {
        break;
      }
      store.change(tx -> messages.forEach(message -> traces.blank(tx, message.message())));
      steps.reached("blanked");
      place = messages.getLast().place();
    }
    store.change(tx -> conversations.cleared(tx, conversation));
    steps.reached("cleared");
  }

  private Turn end(Disposition approved) {
    List<Item> items = store.read(sql -> table.items(sql, approved.id()));
    boolean gone =
        store.read(sql ->
            items.stream()
                .filter(i -> i.recordClass() == RecordClass.CONVERSATION)
                .filter(i -> i.fate() == Fate.ERASED)
                .allMatch(i -> conversations.isGone(sql, i.subject())));
    if (!gone) {
      return Turn.WAITS;
    }
    steps.reached("gone");
    store.change(tx -> {
      certificates.issue(tx, new Dispositions.Whole(approved, items), clock.instant());
      steps.reached("certified");
    });
    steps.reached("ended");
    return Turn.MORE;
  }
}
