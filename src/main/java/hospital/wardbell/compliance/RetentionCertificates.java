package hospital.wardbell.compliance;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.audit.Evidence;
import hospital.wardbell.audit.Proof;
import hospital.wardbell.audit.Recorded;
import hospital.wardbell.audit.Search;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.Sha256;
import hospital.wardbell.compliance.Disposition.Fate;
import hospital.wardbell.compliance.Disposition.Item;
import hospital.wardbell.compliance.Disposition.State;
import hospital.wardbell.json.JsonObject;
import hospital.wardbell.settings.Settings;
import hospital.wardbell.store.Tx;
import hospital.wardbell.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Certificates of what was erased: JSON without anybody's data, whose SHA-256 is an entry of the
/// audit log, so that the log's signature and proof are the certificate's.
///
/// @spec https://csrc.nist.gov/pubs/sp/800/88/r2/final NIST SP 800-88r2
public final class RetentionCertificates {
  private static final String ACT = "retention.certified";
  private static final Actor SELF = new Actor.Wardbell("retention");
  private static final String METHOD = "cryptographic erase, NIST SP 800-88r2";

  /// A certificate and what proves it.
  ///
  /// @param text the JSON, whose octets are what the digest is of
  /// @param digest SHA-256, hexadecimal
  /// @param proof that the entry with the digest is in the audit log; empty until it is signed
  /// @param backupsFree as of [Disposition]
  /// @param periodsEnded likewise
  public record Certificate(
      Id id,
      String text,
      String digest,
      Optional<Proof.Inclusion> proof,
      Optional<Instant> backupsFree,
      Optional<Instant> periodsEnded) {}

  private final Audit audit;
  private final Evidence evidence;
  private final Settings settings;
  private final DispositionTable table = new DispositionTable();

  RetentionCertificates(Audit audit, Evidence evidence, Settings settings) {
    this.audit = audit;
    this.evidence = evidence;
    this.settings = settings;
  }

  void issue(Tx tx, Dispositions.Whole whole, Instant now) {
    Disposition carriedOut = whole.disposition();
    String text = text(whole, now);
    table.ended(tx, carriedOut.id(), State.DONE, now, Optional.of(text));
    audit.record(tx, Entry.of(SELF, ACT).about(carriedOut.id()).because("sha256 " + digest(text)));
  }

  private String text(Dispositions.Whole whole, Instant now) {
    Disposition of = whole.disposition();
    JsonObject text =
        new JsonObject()
            .put("format", "wardbell-erasure/1")
            .put("certificate", of.id().toString())
            .put("hospital", settings.text(Settings.Key.HOSPITAL_NAME))
            .put("method", METHOD)
            .put("policy", of.policy())
            .put("policy_version", of.policyVersion())
            .put("proposed_at", of.proposed().at().toString())
            .put("proposed_by", of.proposed().by())
            .put("reviewed_at", of.reviewed().map(done -> done.at().toString()))
            .put("reviewed_by", of.reviewed().map(Disposition.Done::by))
            .put("approved_at", of.approved().map(done -> done.at().toString()))
            .put("approved_by", of.approved().map(Disposition.Done::by));
    for (RecordClass each : RecordClass.values()) {
      text.put(name("erased", each), whole.count(each, Fate.ERASED));
      text.put(name("kept", each), kept(whole.items(), each));
    }
    return text.put("held", whole.items().stream().filter(i -> i.fate() == Fate.HELD).count())
        .put("gone_at", now.toString())
        .put("in_backups_until", inBackupsUntil(now).toString())
        .put(
            "keys_destroyed",
            erased(whole.items()).map(item -> Vault.fingerprint(item.key())).toList())
        .write();
  }

  private static String name(String what, RecordClass each) {
    return what
        + "_"
        + switch (each) {
          case CONVERSATION -> "conversations";
          case PATIENT -> "patients";
          case RAW_DAY -> "raw_days";
        };
  }

  private static long kept(List<Item> items, RecordClass of) {
    return items.stream()
        .filter(item -> item.recordClass() == of && item.fate() != Fate.ERASED)
        .count();
  }

  private static Stream<Item> erased(List<Item> items) {
    return items.stream().filter(item -> item.fate() == Fate.ERASED);
  }

  /// When the last backup from before is removed, if one is made each day from now on.
  private LocalDate inBackupsUntil(Instant now) {
    LocalDate day = now.atZone(settings.zone()).toLocalDate();
    LocalDate newest = day.plusDays(settings.number(Settings.Key.BACKUP_NEWEST));
    LocalDate days = day.plusDays(settings.number(Settings.Key.BACKUP_DAILY));
    LocalDate weeks = day.plusWeeks(settings.number(Settings.Key.BACKUP_WEEKLY));
    LocalDate months = day.plusMonths(settings.number(Settings.Key.BACKUP_MONTHLY));
    return Stream.of(newest, days, weeks, months).max(LocalDate::compareTo).orElse(day);
  }

  static String digest(String text) {
    return HexFormat.of().formatHex(Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
  }

  /// The certificate of what was carried out, with its proof as the log has it now.
  public Optional<Certificate> of(Disposition disposition) {
    return disposition
        .certificate()
        .map(text ->
            new Certificate(
                disposition.id(),
                text,
                digest(text),
                proof(disposition.id()),
                disposition.backupsFree(),
                disposition.periodsEnded()));
  }

  private Optional<Proof.Inclusion> proof(Id disposition) {
    Search search =
        new Search(
            List.of(disposition.toString()), Optional.empty(), Search.Acts.ALL, 0, Long.MAX_VALUE);
    return evidence.find(search).entries().stream()
        .filter(entry -> entry.act().equals(ACT))
        .map(Recorded::leaf)
        .findFirst()
        .flatMap(evidence::inclusion);
  }
}
