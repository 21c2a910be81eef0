package hospital.wardbell.compliance;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.compliance.Requests.Belonging;
import hospital.wardbell.compliance.Requests.Opened;
import hospital.wardbell.consent.Ledger;
import hospital.wardbell.contact.Patient;
import hospital.wardbell.conversation.Transcripts;
import hospital.wardbell.conversation.Transcripts.Talk;
import hospital.wardbell.identity.Accounts;
import hospital.wardbell.identity.Staff;
import hospital.wardbell.settings.Settings;
import hospital.wardbell.store.Store;
import hospital.wardbell.vault.Vault;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Makes the copies of records that requests are answered with. Nothing of them is kept: they are
/// written to whoever asks, message by message. Any thread.
///
/// @spec https://www.ecfr.gov/current/title-45/section-164.524#c-2 45 CFR 164.524(c)(2)
public final class Copies {
  /// Writes a copy; once.
  public interface Copy {
    /// @throws IOException if `out` takes no more
    void write(OutputStream out) throws IOException;
  }

  private final Store store;
  private final Vault vault;
  private final Audit audit;
  private final Ledger ledger;
  private final Accounts accounts;
  private final Transcripts transcripts;
  private final Disclosures disclosures;
  private final Settings settings;
  private final InstantSource clock;

  Copies(
      Store store,
      Vault vault,
      Audit audit,
      Ledger ledger,
      Accounts accounts,
      Transcripts transcripts,
      Disclosures disclosures,
      Settings settings,
      InstantSource clock) {
    this.store = store;
    this.vault = vault;
    this.audit = audit;
    this.ledger = ledger;
    this.accounts = accounts;
    this.transcripts = transcripts;
    this.disclosures = disclosures;
    this.settings = settings;
    this.clock = clock;
  }

  /// The record of a request's patient, or to whom it was disclosed, as the request asks. That it
  /// is given out is an entry before this returns.
  ///
  /// @param pdf or else JSON
  /// @param words in the patient's language
  /// @throws IllegalStateException if nobody has decided yet whose a conversation is
  public Copy of(
      Opened opened, boolean pdf, Wording words, Locale locale, Staff by, String origin) {
    if (!opened.mayCopy()) {
      throw new IllegalStateException("it is not decided what belongs to the record");
    }
    audit.record(
        Entry.of(by.actor(), "request.exported")
            .aboutPatient(vault.pseudonym(opened.request().patient()))
            .from(origin)
            .because(opened.request().id() + (pdf ? " PDF" : " JSON")));
    if (opened.request().kind() == Request.Kind.ACCOUNTING) {
      AccountingHead head = accounting(opened, clock.instant());
      return pdf ? new PdfAccounting(head, words, locale)::write : new JsonAccounting(head)::write;
    }
    RecordHead head = head(opened, clock.instant());
    People people = new People(accounts, words);
    return pdf
        ? new PdfRecord(head, people, transcripts, words, locale)::write
        : new JsonRecord(head, people, transcripts)::write;
  }

  private AccountingHead accounting(Opened opened, Instant now) {
    Request request = opened.request();
    Patient patient = opened.patient().getFirst();
    return new AccountingHead(
        settings.text(Settings.Key.HOSPITAL_NAME),
        settings.zone(),
        now,
        request,
        patient.name(),
        patient.language(),
        request.received().minusYears(Disclosures.YEARS),
        disclosures.accounted(patient.id(), request.received()));
  }

  private RecordHead head(Opened opened, Instant now) {
    Patient patient = opened.patient().getFirst();
    List<PhoneNumber> numbers = opened.patient().stream().map(Patient::number).distinct().toList();
    Map<PhoneNumber, List<Ledger.Said>> consent = new LinkedHashMap<>();
    numbers.forEach(number -> consent.put(number, store.read(sql -> ledger.history(sql, number))));
    List<Talk> talks =
        opened.talks().stream()
            .filter(belonging -> belonging.belongs().orElse(false))
            .map(Belonging::talk)
            .toList();
    Map<Id, String> teams = accounts.teams();
    return new RecordHead(
        settings.text(Settings.Key.HOSPITAL_NAME),
        settings.zone(),
        now,
        opened.request(),
        patient.name(),
        patient.language(),
        numbers,
        consent,
        talks,
        teams,
        opened.talks().size() - talks.size());
  }
}
