package hospital.wardbell;

import static hospital.wardbell.AgedHome.BY;
import static hospital.wardbell.AgedHome.OF_2026;
import static hospital.wardbell.AgedHome.OVER;
import static hospital.wardbell.AgedHome.PAT;
import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.backup.Evidence;
import hospital.wardbell.backup.Progress;
import hospital.wardbell.backup.Restoring;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.Secret;
import hospital.wardbell.compliance.Disposition;
import hospital.wardbell.compliance.LegalHold;
import hospital.wardbell.compliance.RetentionCertificates.Certificate;
import hospital.wardbell.store.Row;
import hospital.wardbell.store.Store;
import hospital.wardbell.vault.Cell;
import hospital.wardbell.vault.DatabaseKey;
import hospital.wardbell.vault.Keyring;
import hospital.wardbell.vault.Vault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A whole home in which all that was said in one year is erased, and its backups.
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class PeriodTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String TALKS = "kek.CONVERSATION/2026";
  private static final String PATIENTS = "kek.PATIENT/2026";

  @TempDir private Path directory;
  private Path home;

  @BeforeEach
  void name() {
    home = directory.resolve("home");
  }

  /// Erases what is over but one conversation, which a hold is on; then lifts that and erases it.
  private Disposition ended() throws Exception {
    try (AgedHome aged = AgedHome.open(home, OVER)) {
      aged.run();
      Id held = aged.conversations(0).getFirst();
      Id hold =
          aged.retention()
              .holds()
              .set(LegalHold.Kind.CONVERSATION, held, LegalHold.Reason.LITIGATION, "", PAT, "")
              .orElseThrow();
      Id first = aged.erase();
      assertThat(aged.purposes()).contains(TALKS, PATIENTS);
      assertThat(aged.conversations(0)).hasSize(1);

      assertThat(aged.retention().holds().lift(hold, LegalHold.Lifted.CLOSED, PAT, "")).isTrue();
      assertThat(aged.purposes()).contains(TALKS, PATIENTS);
      Id second = aged.erase();
      Until.so(
          "the certificates say that it is gone from backups",
          PATIENCE,
          () ->
              aged.disposition(first).periodsEnded().isPresent()
                  && aged.disposition(second).periodsEnded().isPresent());
      assertThat(aged.purposes())
          .doesNotContain(TALKS, PATIENTS)
          .contains("kek.CONVERSATION/2027", "kek.PATIENT/2027", "kek.SUPPRESSION", "kek.SYSTEM");
      assertThat(aged.count("audit_entry where entry like '%key.period-ended%'")).isEqualTo(2);
      assertThat(aged.count("audit_entry where entry like '%retention.period-ended%'"))
          .isEqualTo(2);
      return aged.disposition(second);
    }
  }

  @Test
  void when_all_of_a_year_is_erased_no_backup_opens_it_and_each_opens_the_rest() throws Exception {
    Path backup = AgedHome.furnish(home);

    Disposition done = ended();

    assertThat(done.backupsFree()).isEmpty();
    assertThat(done.periodsEnded()).contains(OVER);
    assertCertified(done);
    assertRawCopyIsShredded(backup);
    assertChecked(backup);
    assertRestored(backup);
  }

  private void assertCertified(Disposition done) {
    try (AgedHome aged = AgedHome.open(home, OVER)) {
      Certificate certificate = aged.retention().certificates().of(done).orElseThrow();
      assertThat(certificate.periodsEnded()).contains(OVER);
      assertThat(certificate.backupsFree()).isEmpty();
      assertThat(certificate.text()).contains("\"gone_at\":\"" + OVER);
    }
  }

  /// A cell of a conversation: with whom it is.
  private record Talk(Id id, Id key, Secret remote, Instant last) {
    static Talk of(Row row) {
      return new Talk(
          row.id("id"),
          row.id("data_key"),
          Secret.copyOf(row.bytes("remote")),
          row.instant("last_at"));
    }

    String opened(Store store, Vault vault) {
      Cell cell = new Cell("conversation.remote/1", id);
      return remote.lend(octets ->
          Vault.unlessShredded(
                  () -> store.<String>read(sql -> vault.openText(sql, key, cell, octets)))
              .orElse("SHREDDED"));
    }
  }

  /// Put into another home by hand, with the keyring of today and without the list of what was
  /// erased.
  private void assertRawCopyIsShredded(Path backup) throws Exception {
    Home raw = Home.prepare(directory.resolve("raw"));
    Files.copy(home.resolve("keyring"), raw.keyring());
    try (Keyring keyring = Keyring.open(raw.keyring(), IndexHome.UNLOCK)) {
      Restoring.Outcome outcome =
          new Restoring(raw.places(), () -> OVER)
              .restore(backup, false, keyring, (_, _) -> {}, BY, Progress.none());
      assertThat(outcome.wrong()).isEmpty();
      assertThat(outcome.ended()).isEqualTo(2 * OF_2026);
      assertOpensTheRest(raw, keyring);
    }
    try (AgedHome aged = AgedHome.open(raw.directory(), OVER)) {
      aged.run();
      Until.so(
          "a service that starts there erases them again",
          PATIENCE,
          () -> aged.count("conversation where erased_at is not null") == OF_2026);
      assertThat(aged.conversations(OF_2026)).hasSize(1);
    }
  }

  private static void assertOpensTheRest(Home raw, Keyring keyring) {
    try (Store store = DatabaseKey.open(raw.database(), keyring)) {
      Vault vault = new Vault(keyring);
      List<Talk> talks =
          store.read(
              sql -> sql.list("select id, data_key, remote, last_at from conversation", Talk::of));
      assertThat(talks).hasSize(OF_2026 + 1);
      for (Talk talk : talks) {
        assertThat(talk.opened(store, vault))
            .isEqualTo(
                talk.last().isBefore(AgedHome.NEXT_YEAR)
                    ? "SHREDDED"
                    : IndexHome.patient(OF_2026).canonical());
      }
    }
  }

  private void assertChecked(Path backup) {
    Optional<String> file = Optional.of(backup.toString());
    try (AgedHome aged = AgedHome.open(home, OVER)) {
      assertThat(aged.wiring().backups().verify(file).ended())
          .contains(TALKS, PATIENTS)
          .doesNotContain("kek.SYSTEM", "kek.CONVERSATION/2027");
      Evidence evidence = aged.wiring().backups().testRestore(file, BY);
      assertThat(evidence.wrong()).isEmpty();
      assertThat(evidence.passed()).isTrue();
      assertThat(evidence.ended()).isEqualTo(2 * OF_2026);
      assertThat(evidence.page()).contains("Do not come back:        6 records of a period");
      assertThat(evidence.json().number("ended_records")).isEqualTo(2 * OF_2026);
    }
  }

  /// By the command's own way, though the list beside the keyring was lost.
  private void assertRestored(Path backup) throws Exception {
    Files.delete(home.resolve("shredded"));
    assertThat(AgedHome.restore(home, backup, true, OVER).ended()).isEqualTo(2 * OF_2026);
    Restoring.Outcome outcome = AgedHome.restore(home, backup, false, OVER);
    assertThat(outcome.wrong()).isEmpty();
    assertThat(outcome.ended()).isEqualTo(2 * OF_2026);

    try (AgedHome restored = AgedHome.open(home, OVER)) {
      assertThat(restored.count("conversation where erased_at is not null")).isEqualTo(OF_2026);
      assertThat(restored.count("patient where erased_at is not null")).isEqualTo(OF_2026);
      assertThat(restored.count("patient_number")).isEqualTo(1);
      restored.run();
      assertThat(restored.conversations(0)).isEmpty();
      assertThat(restored.conversations(OF_2026)).hasSize(1);
      assertThat(restored.wiring().indexCheck().run()).isZero();
    }
  }
}
