package hospital.wardbell;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.Program.Outcome;
import hospital.wardbell.auditverifier.IndependentVerifier;
import hospital.wardbell.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The record of a real service, looked at from the command line; then changed behind its back.
class AuditIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path directory;

  @Test
  void the_record_is_checked_proven_exported_and_witnessed_and_damage_is_told_everywhere()
      throws Exception {
    try (TrialHome home = TrialHome.in(directory)) {
      Path witness = directory.resolve("witness");
      home.boot(
          "unlock: {passphrase-file: passphrase}", "audit: {witness: witness}", "trial: true");
      String key;
      try (ServiceProcess _ = ServiceProcess.start(home.setUp()).awaitOpen()) {
        key = home.run("audit", "key").out().strip();
        holds(home);
        proves(home);
        exports(home, key);
        Until.so("something is witnessed", PATIENCE, () -> Files.exists(witness));
        holds(home, "--witness", witness.toString(), "--key", key);
        assertThat(home.run("audit", "tail", "-n", "3").out()).contains("\"act\":\"audit.tail\"");
      }
      damage(home);
      try (ServiceProcess service = ServiceProcess.start(home).awaitOpen()) {
        tellsEverywhere(home, service);
      }
    }
  }

  private static void holds(TrialHome home, String... more) throws Exception {
    String[] words = new String[more.length + 2];
    words[0] = "audit";
    words[1] = "verify";
    System.arraycopy(more, 0, words, 2, more.length);
    Outcome outcome = home.run(words);

    assertThat(outcome.out()).contains("The record holds.");
    assertThat(outcome.exit()).isZero();
  }

  private static void proves(TrialHome home) throws Exception {
    Until.so(
        "the first entries are signed",
        PATIENCE,
        () -> home.run("audit", "prove", "0").exit() == 0);
    assertThat(home.run("audit", "prove", "0").out())
        .contains("\"leaf\":0,", "\n\u2014 wardbell.hospital/audit/");
    assertThat(home.run("audit", "prove", "--consistency", "1").exit()).isZero();
    assertThat(home.run("audit", "prove", "1000000").exit()).isEqualTo(3);
    assertThat(home.run("audit", "prove").exit()).isEqualTo(2);
  }

  private void exports(TrialHome home, String key) throws Exception {
    Path file = directory.resolve("export.zip");
    JsonObject done =
        JsonObject.parse(home.run("audit", "export", file.toString(), "--json").out());

    assertThat(done.number("to")).isPositive();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(IndependentVerifier.check(file, key)).isEmpty();
    holds(home, file.toString(), "--key", key);
    assertThat(home.run("audit", "export", file.toString()).exit()).isEqualTo(1);
    assertThat(home.run("audit", "tail").out()).contains("\"act\":\"audit.export\"");
  }

  private static void damage(TrialHome home) {
    try (Wiring wiring = home.open()) {
      wiring
          .store()
          .change(tx -> tx.update("update audit_entry set entry = entry || ' ' where leaf = 2"));
    }
  }

  private static void tellsEverywhere(TrialHome home, ServiceProcess service) throws Exception {
    Outcome verified = home.run("audit", "verify");
    assertThat(verified.out()).contains("Entry 2 is not the one that was recorded.");
    assertThat(verified.exit()).isEqualTo(1);
    assertThat(home.run("status").out()).contains("AUDIT RECORD DAMAGED: Entry 2 is not");
    assertThat(service.managed("/metrics").body()).contains("wardbell_audit_holds 0");
    try (ConsoleClient console = ConsoleClient.of(home)) {
      assertThat(console.get("/sign-in").body()).contains("does not hold at entry 2");
      console.signInAsLead("lead", "Practice Lead", InstantSource.system());
      for (String page : new String[] {"/inbox", "/held", "/unreadable", "/help"}) {
        assertThat(console.get(page).body()).as(page).contains("Record damaged");
      }
    }
    assertThat(home.run("audit", "tail", "-n", "50").out())
        .contains("\"act\":\"audit.broken\"", "entry-changed 2");
  }
}
