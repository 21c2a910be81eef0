package hospital.wardbell.compliance;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.audit.Evidence;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.Loop;
import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.consent.Gate;
import hospital.wardbell.contact.Keeping;
import hospital.wardbell.contact.Patients;
import hospital.wardbell.conversation.Conversations;
import hospital.wardbell.conversation.Erasing;
import hospital.wardbell.identity.Sight;
import hospital.wardbell.inbox.Inbox;
import hospital.wardbell.outbox.Outbox;
import hospital.wardbell.settings.Settings;
import hospital.wardbell.store.Store;
import hospital.wardbell.vault.PeriodEnds;
import hospital.wardbell.vault.ShredList;
import hospital.wardbell.vault.Steps;
import hospital.wardbell.vault.Vault;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// How long the records of one home are kept, and their end. Any thread.
public final class Retention implements AutoCloseable {
  private static final Actor SELF = new Actor.Wardbell("retention");
  private static final Duration BETWEEN = Duration.ofMillis(10);
  private static final Duration FOR_WORDS = Duration.ofSeconds(2);
  private static final Duration IDLE = Duration.ofMinutes(5);
  private static final int AT_ONCE = 50;

  private final Store store;
  private final Audit audit;
  private final InstantSource clock;
  private final Settings settings;
  private final Vault vault;
  private final Erasing erasing;
  private final Keeping keeping;
  private final RetentionPolicies policies;
  private final LegalHolds holds;
  private final Dispositions dispositions;
  private final RetentionCertificates certificates;
  private final Shredding shredding;
  private final ShredList list;
  private final ErasedAgain again;
  private final GoneFromBackups copies;
  private Optional<LocalDate> proposed = Optional.empty(); // the loop's own thread only
  private boolean listed; // likewise: whether nothing on the list is back
  private volatile Optional<Loop> loop = Optional.empty();

  /// What it is made of.
  public record Parts(
      Store store,
      Vault vault,
      Audit audit,
      Evidence evidence,
      Settings settings,
      Patients patients,
      Conversations conversations,
      Inbox inbox,
      Outbox outbox,
      Gate gate,
      ShredList list,
      PeriodEnds periods) {}

  /// @param backups when each backup that is left of this home was made
  public Retention(Parts parts, Supplier<List<Instant>> backups, InstantSource clock) {
    this(parts, backups, clock, Steps.unheard());
  }

  Retention(Parts parts, Supplier<List<Instant>> backups, InstantSource clock, Steps steps) {
    this.store = parts.store();
    this.audit = parts.audit();
    this.clock = clock;
    this.settings = parts.settings();
    this.vault = parts.vault();
    this.erasing = parts.conversations().removal().erasing();
    this.keeping = parts.patients().keeping();
    this.list = parts.list();
    this.again = new ErasedAgain(vault, erasing, keeping);
    this.copies = new GoneFromBackups(store, audit, vault, backups, parts.periods(), clock);
    this.policies = new RetentionPolicies(settings);
    this.holds = new LegalHolds(store, parts.vault(), erasing, keeping, audit, clock);
    Due due = new Due(parts.vault(), erasing, parts.patients(), parts.inbox(), holds);
    this.dispositions = new Dispositions(store, audit, clock, policies, due, erasing, keeping);
    this.certificates = new RetentionCertificates(audit, parts.evidence(), settings);
    this.shredding =
        new Shredding(
            store,
            parts.vault(),
            audit,
            clock,
            policies,
            due,
            erasing,
            keeping,
            new Traces(parts.inbox(), parts.outbox(), parts.gate()),
            list,
            certificates,
            steps);
  }

  /// Begins to carry out what is approved, and goes on with what was broken off.
  public void start() {
    loop = Optional.of(Loop.start("retention", this::turn));
  }

  public RetentionPolicies policies() {
    return policies;
  }

  public LegalHolds holds() {
    return holds;
  }

  public Dispositions dispositions() {
    return dispositions;
  }

  public RetentionCertificates certificates() {
    return certificates;
  }

  /// What the audit record calls a patient.
  public String pseudonym(Id patient) {
    return vault.pseudonym(patient);
  }

  /// When a conversation was erased, if it was, for who may see what it was of.
  public Optional<Instant> erasedAt(Sight sight, Id conversation) {
    return store.read(sql -> erasing.erasedAt(sql, sight, conversation));
  }

  /// Keeps when the one patient with this number was born and discharged. What is not given stays
  /// as it was.
  ///
  /// @return false if there is not exactly one
  public boolean know(
      PhoneNumber number,
      Optional<LocalDate> born,
      Optional<LocalDate> discharged,
      Actor by,
      String origin) {
    ZoneId zone = settings.zone();
    return store.write(tx -> {
      List<Id> holders = keeping.holding(tx, number);
      Optional<Keeping.Subject> only =
          holders.size() == 1 ? keeping.find(tx, holders.getFirst()) : Optional.empty();
      only.ifPresent(patient -> {
        keeping.know(
            tx,
            patient,
            born.or(patient::born),
            discharged.map(day -> day.atStartOfDay(zone).toInstant()).or(patient::discharged));
        audit.record(
            tx,
            Entry.of(by, "retention.known")
                .aboutPatient(vault.pseudonym(patient.id()))
                .from(origin));
      });
      return only.isPresent();
    });
  }

  /// What was approved is carried out now, not at the next round.
  public void wake() {
    loop.ifPresent(Loop::wake);
  }

  /// A little of what is left to do.
  Duration turn() {
    if (!listed) {
      eraseAgain();
      return BETWEEN;
    }
    return switch (shredding.turn()) {
      case MORE -> {
        copies.erased();
        yield BETWEEN;
      }
      case WAITS -> FOR_WORDS;
      case IDLE -> {
        propose();
        copies.look();
        yield IDLE;
      }
    };
  }

  /// A restore may have been taken back, or files been put in their place by hand: what is on the
  /// list goes again, a few subjects in a change.
  private void eraseAgain() {
    List<Id> keys = list.subjects();
    List<Id> back = store.read(sql -> again.back(sql, keys));
    List<Id> some = back.subList(0, Math.min(back.size(), AT_ONCE));
    if (some.isEmpty()) {
      listed = true;
    } else {
      store.change(tx -> again.apply(tx, audit, some, SELF, clock.instant()));
    }
  }

  /// Once in the hour that is set, what has passed its time.
  private void propose() {
    ZonedDateTime now = clock.instant().atZone(settings.zone());
    boolean hour =
        settings.text(Settings.Key.RETENTION_HOUR).equals(Integer.toString(now.getHour()));
    if (hour && !proposed.equals(Optional.of(now.toLocalDate()))) {
      proposed = Optional.of(now.toLocalDate());
      Dispositions.Proposal _ = dispositions.propose(SELF, "");
    }
  }

  @Override
  public void close() {
    loop.ifPresent(Loop::close);
  }
}
