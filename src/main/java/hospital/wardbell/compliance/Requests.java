package hospital.wardbell.compliance;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.compliance.Request.Asked;
import hospital.wardbell.compliance.Request.Asker;
import hospital.wardbell.compliance.Request.Closing;
import hospital.wardbell.compliance.Request.State;
import hospital.wardbell.contact.Patient;
import hospital.wardbell.contact.Patients;
import hospital.wardbell.conversation.Transcripts;
import hospital.wardbell.conversation.Transcripts.Talk;
import hospital.wardbell.identity.Staff;
import hospital.wardbell.settings.Settings;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Store;
import hospital.wardbell.store.Tx;
import hospital.wardbell.vault.Vault;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/// Requests of patients, from the day they come in to the day they are answered. Any thread.
public final class Requests {
  /// How many are shown at once.
  private static final int MOST = 200;

  private static final int EXTENSION_DAYS = 30;
  private static final int LONGEST_WORDS = 1_000;

  /// What came of an act on a request.
  public enum Outcome {
    DONE,
    /// There is no such request or conversation.
    NOT_THERE,
    /// It is closed and is not changed any more.
    CLOSED_ALREADY,
    /// It has been extended once, which is as often as the law allows.
    EXTENDED_ALREADY,
    /// It is over already, and an extension must be told before.
    TOO_LATE,
    /// Words are missing, or there are too many.
    NO_WORDS,
    /// The day on which it came is yet to come.
    NOT_YET
  }

  /// A conversation, and whether it belongs to the request's patient.
  ///
  /// @param belongs empty while nobody has decided
  public record Belonging(Talk talk, Optional<Boolean> belongs) {}

  /// A request with all that goes with it.
  ///
  /// @param patient each time with another number; empty if the patient was erased
  public record Opened(Request request, List<Patient> patient, List<Belonging> talks) {
    public Opened {
      patient = List.copyOf(patient);
      talks = List.copyOf(talks);
    }

    /// Whether what is asked for can be made now.
    public boolean mayCopy() {
      return !patient.isEmpty() && (request.kind() == Request.Kind.ACCOUNTING || !isUndecided());
    }

    /// Whether somebody must say first which conversations belong.
    public boolean isUndecided() {
      return talks.stream().anyMatch(talk -> talk.belongs().isEmpty());
    }

    @Override
    public String toString() {
      return "Opened[" + request.id() + "]";
    }
  }

  private final Store store;
  private final Vault vault;
  private final Audit audit;
  private final Patients patients;
  private final Transcripts transcripts;
  private final Settings settings;
  private final InstantSource clock;
  private final RequestTable table;

  public Requests(
      Store store,
      Vault vault,
      Audit audit,
      Patients patients,
      Transcripts transcripts,
      Settings settings,
      InstantSource clock) {
    this.store = store;
    this.vault = vault;
    this.audit = audit;
    this.patients = patients;
    this.transcripts = transcripts;
    this.settings = settings;
    this.clock = clock;
    this.table = new RequestTable(vault);
  }

  /// The day it is at the hospital.
  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), settings.zone());
  }

  /// Those that are open, the most urgent first, then the newest others.
  public List<Request> all(Actor by, String origin) {
    List<Request> all = store.read(sql -> table.all(sql, MOST));
    audit.record(Entry.of(by, "request.read").from(origin).because("all"));
    return all;
  }

  /// What a request came to, and its id if it was kept.
  public record Made(Outcome outcome, Optional<Id> request) {}

  /// Keeps a request; its clock runs from the day it came.
  public Made make(Asked asked, Staff by) {
    if (!isWorded(asked.verified())
        || (asked.asker() == Asker.REPRESENTATIVE && !isWorded(asked.askerName()))) {
      return new Made(Outcome.NO_WORDS, Optional.empty());
    }
    if (asked.received().isAfter(today())) {
      return new Made(Outcome.NOT_YET, Optional.empty());
    }
    return store.write(tx -> {
      Optional<Id> key = patients.key(tx, asked.patient());
      if (key.isEmpty()) {
        return new Made(Outcome.NOT_THERE, Optional.empty());
      }
      LocalDate due = asked.received().plusDays(asked.kind().days());
      Id id = table.insert(tx, asked, key.get(), due, by.id(), clock.instant());
      record(tx, by.actor(), "request.made", asked.patient(), asked.kind() + " " + id);
      return new Made(Outcome.DONE, Optional.of(id));
    });
  }

  private static boolean isWorded(String words) {
    return !words.isBlank() && words.length() <= LONGEST_WORDS;
  }

  private void record(Tx tx, Actor by, String act, Id patient, String reason) {
    audit.record(tx, Entry.of(by, act).aboutPatient(vault.pseudonym(patient)).because(reason));
  }

  /// A request with its patient and their conversations; that it was opened is an entry before.
  public Optional<Opened> open(Id id, Actor by, String origin) {
    Optional<Opened> opened = store.read(sql -> table.find(sql, id).map(r -> opened(sql, r)));
    opened.ifPresent(its ->
        audit.record(
            Entry.of(by, "request.read")
                .aboutPatient(vault.pseudonym(its.request().patient()))
                .from(origin)
                .because(id.toString())));
    return opened;
  }

  private Opened opened(Sql sql, Request request) {
    List<Patient> each = patients.numbered(sql, request.patient());
    Map<Id, Boolean> decided = table.decided(sql, request.id());
    List<Belonging> talks =
        each.stream()
            .map(Patient::number)
            .distinct()
            .flatMap(number -> transcripts.with(sql, number).stream())
            .map(talk -> new Belonging(talk, belongs(talk, decided)))
            .toList();
    return new Opened(request, each, talks);
  }

  /// What one patient alone has belongs to that patient; of what several share a person decides.
  private static Optional<Boolean> belongs(Talk talk, Map<Id, Boolean> decided) {
    return talk.shared() ? Optional.ofNullable(decided.get(talk.id())) : Optional.of(true);
  }

  /// Keeps whether a conversation with a shared telephone belongs to the request's patient.
  public Outcome decide(Id id, Id conversation, boolean belongs, Staff by) {
    return whileOpen(
        id,
        (tx, request) -> {
          boolean has =
              opened(tx, request).talks().stream()
                  .anyMatch(its -> its.talk().id().equals(conversation));
          if (!has) {
            return Outcome.NOT_THERE;
          }
          table.decide(tx, id, conversation, belongs, by.id(), clock.instant());
          String what = conversation + (belongs ? " belongs" : " does not belong");
          record(tx, by.actor(), "request.decided", request.patient(), what);
          return Outcome.DONE;
        });
  }

  /// Puts the day on which it is due off by thirty days, once, for a reason that the patient is
  /// told in writing before it is due.
  public Outcome extend(Id id, String reason, Staff by) {
    if (!isWorded(reason)) {
      return Outcome.NO_WORDS;
    }
    return whileOpen(
        id,
        (tx, request) -> {
          if (request.extension().isPresent()) {
            return Outcome.EXTENDED_ALREADY;
          }
          if (request.isOverdue(today())) {
            return Outcome.TOO_LATE;
          }
          LocalDate due = request.due().plusDays(EXTENSION_DAYS);
          table.extend(tx, request, reason.strip(), due, clock.instant());
          record(tx, by.actor(), "request.extended", request.patient(), id + " until " + due);
          return Outcome.DONE;
        });
  }

  /// Ends a request: it was answered, or refused with a reason.
  public Outcome close(Id id, boolean answered, String words, Staff by) {
    if (!isWorded(words)) {
      return Outcome.NO_WORDS;
    }
    return whileOpen(
        id,
        (tx, request) -> {
          State state = answered ? State.ANSWERED : State.REFUSED;
          table.close(tx, request, state, new Closing(words.strip(), by.id(), clock.instant()));
          record(tx, by.actor(), "request.closed", request.patient(), id + " " + state);
          return Outcome.DONE;
        });
  }

  private Outcome whileOpen(Id id, BiFunction<Tx, Request, Outcome> act) {
    return store.write(tx -> {
      Optional<Request> found = table.find(tx, id);
      if (found.isEmpty()) {
        return Outcome.NOT_THERE;
      }
      return found.get().isOpen() ? act.apply(tx, found.get()) : Outcome.CLOSED_ALREADY;
    });
  }
}
