package hospital.wardbell.compliance;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.compliance.Disclosure.Told;
import hospital.wardbell.contact.Patient;
import hospital.wardbell.contact.Patients;
import hospital.wardbell.conversation.Transcripts;
import hospital.wardbell.conversation.Transcripts.Sent;
import hospital.wardbell.identity.Sight;
import hospital.wardbell.identity.Staff;
import hospital.wardbell.settings.Settings;
import hospital.wardbell.store.Store;
import hospital.wardbell.store.Tx;
import hospital.wardbell.vault.Vault;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// To whom something about patients was disclosed: by a text that went to the wrong person, or as
/// somebody wrote it down. Any thread.
public final class Disclosures {
  /// How far back an accounting goes.
  ///
  /// @spec https://www.ecfr.gov/current/title-45/section-164.528#a-1 45 CFR 164.528(a)(1)
  static final int YEARS = 6;

  private static final int MOST = 100;
  private static final int LONGEST = 500;

  /// What came of writing one down.
  public enum Outcome {
    DONE,
    /// There is no such message or patient within the reader's walls.
    NOT_THERE,
    /// It is written down already.
    TOLD_ALREADY,
    /// Words are missing, or there are too many.
    NO_WORDS,
    /// The day is yet to come.
    NOT_YET
  }

  private final Store store;
  private final Vault vault;
  private final Audit audit;
  private final Patients patients;
  private final Transcripts transcripts;
  private final Settings settings;
  private final InstantSource clock;
  private final DisclosureTable table;

  Disclosures(
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
    this.table = new DisclosureTable(vault);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), settings.zone());
  }

  /// A text of ours that the reader may see, which may have gone to the wrong person.
  public Optional<Sent> sent(Sight sight, Id message) {
    return transcripts.sent(sight, message);
  }

  /// Of which of these texts, a page of them, somebody has said that they went to the wrong person.
  public Set<Id> misdirected(List<Id> messages) {
    return store.read(sql -> table.told(sql, messages));
  }

  /// A text of ours went to the wrong person. Whose it was is the privacy officer's to say.
  ///
  /// @param why what happened, and what was in the text, in short
  public Outcome misdirected(Sight sight, Id message, String why, Staff by) {
    String words = why.strip();
    if (words.isEmpty() || words.length() > LONGEST) {
      return Outcome.NO_WORDS;
    }
    Optional<Sent> found = sent(sight, message);
    if (found.isEmpty()) {
      return Outcome.NOT_THERE;
    }
    Sent sent = found.get();
    Told told =
        new Told(
            LocalDate.ofInstant(sent.at(), settings.zone()),
            "Whoever has the telephone " + sent.remote().canonical(),
            "Text message " + sent.reference().text(),
            words);
    return store.write(tx -> {
      if (table.isTold(tx, message)) {
        return Outcome.TOLD_ALREADY;
      }
      Id _ =
          table.insert(
              tx,
              Optional.empty(),
              sent.key(),
              told,
              Optional.of(message),
              by.id(),
              clock.instant());
      audit.record(tx, Entry.of(by.actor(), "message.misdirected").about(message));
      return Outcome.DONE;
    });
  }

  /// Those of which nobody has said yet whose they were.
  public List<Disclosure> nobodys(Actor by, String origin) {
    List<Disclosure> found = store.read(sql -> table.nobodys(sql, MOST));
    audit.record(Entry.of(by, "disclosure.read").from(origin).because("unassigned"));
    return found;
  }

  /// A patient's, six years back; that they were looked at is an entry before.
  public List<Disclosure> of(Id patient, Actor by, String origin) {
    audit.record(
        Entry.of(by, "disclosure.read").aboutPatient(vault.pseudonym(patient)).from(origin));
    return accounted(patient, today());
  }

  /// What an accounting has that was asked for on `day`.
  List<Disclosure> accounted(Id patient, LocalDate day) {
    return store.read(sql -> table.of(sql, patient, day.minusYears(YEARS)));
  }

  /// Writes down one that no text of ours was.
  public Outcome tell(Id patient, Told told, Staff by) {
    if (!isWorded(told.recipient()) || !isWorded(told.what()) || !isWorded(told.why())) {
      return Outcome.NO_WORDS;
    }
    if (told.day().isAfter(today())) {
      return Outcome.NOT_YET;
    }
    return store.write(tx -> {
      Optional<Id> key = patients.key(tx, patient);
      if (key.isEmpty()) {
        return Outcome.NOT_THERE;
      }
      Id id =
          table.insert(
              tx,
              Optional.of(patient),
              key.get(),
              told,
              Optional.empty(),
              by.id(),
              clock.instant());
      record(tx, by, "disclosure.told", patient, id);
      return Outcome.DONE;
    });
  }

  private static boolean isWorded(String words) {
    return !words.isBlank() && words.length() <= LONGEST;
  }

  private void record(Tx tx, Staff by, String act, Id patient, Id disclosure) {
    audit.record(
        tx,
        Entry.of(by.actor(), act)
            .aboutPatient(vault.pseudonym(patient))
            .because(disclosure.toString()));
  }

  /// Says whose a misdirected text was.
  public Outcome assign(Id disclosure, Id patient, Staff by) {
    return store.write(tx -> {
      Optional<Disclosure> found = table.find(tx, disclosure);
      Optional<Id> key = patients.key(tx, patient);
      if (found.isEmpty() || key.isEmpty()) {
        return Outcome.NOT_THERE;
      }
      if (found.get().patient().isPresent()) {
        return Outcome.TOLD_ALREADY;
      }
      table.assign(tx, found.get(), patient, key.get());
      record(tx, by, "disclosure.told", patient, disclosure);
      return Outcome.DONE;
    });
  }

  /// A patient, whose disclosures are looked at.
  public Optional<Patient> patient(Id id) {
    return store.read(sql -> patients.numbered(sql, id)).stream().findFirst();
  }
}
