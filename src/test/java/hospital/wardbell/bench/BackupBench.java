package hospital.wardbell.bench;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.backup.Backups;
import hospital.wardbell.backup.Evidence;
import hospital.wardbell.backup.Places;
import hospital.wardbell.backup.Verifying;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Secret;
import hospital.wardbell.settings.Settings;
import hospital.wardbell.store.Store;
import hospital.wardbell.vault.Keyring;
import hospital.wardbell.vault.Unlock;
import hospital.wardbell.vault.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Measures a backup of a database of some size, and what it costs those who read meanwhile.
/// Arguments as for [Bench]; there is one part.
public final class BackupBench {
  private static final int MEGABYTES = 300;
  private static final int MEGABYTES_QUICK = 40;
  private static final Duration RESTING = Duration.ofSeconds(20);
  private static final Duration RESTING_QUICK = Duration.ofSeconds(4);
  private static final double MILLIS_PER_MEGABYTE = 1000.0 / 50;
  private static final double TWICE = 2;
  private static final Actor BY = new Actor.Wardbell("bench");

  private final Report report = new Report();
  private final BenchOptions options;
  private final Places places;

  private BackupBench(BenchOptions options, Path directory) {
    this.options = options;
    this.places =
        new Places(directory, directory.resolve("database"), directory.resolve("keyring"));
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    BenchOptions options = BenchOptions.parse(List.of(arguments));
    Path directory = Files.createTempDirectory("wardbell-bench");
    try {
      new BackupBench(options, directory).run();
    } finally {
      BenchHome.delete(directory);
    }
  }

  private void run() throws IOException, InterruptedException {
    System.out.println(report.machine("Wardbell's backups"));
    Unlock unlock = new Unlock.Credential(Secret.copyOf(new byte[32]));
    InstantSource clock = InstantSource.system();
    try (Keyring keyring = Keyring.create(places.keyring(), unlock);
        Store store = Store.open(places.database(), keyring.databaseKey())) {
      Audit audit = new Audit(store, clock);
      Settings settings = new Settings(store, audit, clock);
      try (Backups backups =
          new Backups(
              places, keyring, store, new Vault(keyring), audit, settings, "bench", clock)) {
        measure(store, backups);
      }
    }
    report.finish(options.out());
  }

  private void measure(Store store, Backups backups) throws IOException, InterruptedException {
    int megabytes = options.quick() ? MEGABYTES_QUICK : MEGABYTES;
    report.heading("Filling the database with %d MB of messages".formatted(megabytes));
    Archive archive = Archive.fill(store, megabytes);

    report.heading("A backup into the home, while pages of 50 messages are read");
    Reader idle = Reader.start(archive);
    Patience.pass(options.quick() ? RESTING_QUICK : RESTING);
    Sample before = idle.end();
    Reader busy = Reader.start(archive);
    long start = System.nanoTime();
    Backups.Kept made =
        backups.run(
            BY,
            step ->
                report.note(
                    "%-8s after %.2f s".formatted(step, (System.nanoTime() - start) / 1e9)));
    double seconds = (System.nanoTime() - start) / 1e9;
    Sample meanwhile = busy.end();

    double size = made.octets() / 1e6;
    String settings = "%.0f MB".formatted(size);
    report.add(Figure.of("backup", settings, size / seconds, "MB/s"));
    report.add(
        Figure.of("backup, for each MB", settings, 1000 * seconds / size, "ms")
            .within(MILLIS_PER_MEGABYTE));
    latency(settings, before, meanwhile);
    afterwards(settings, size, backups);
  }

  private void latency(String settings, Sample before, Sample meanwhile) {
    report.add(Figure.of("page, median, before", settings, before.median(), "ms"));
    report.add(Figure.of("page, median, during the backup", settings, meanwhile.median(), "ms"));
    report.add(
        Figure.of(
                "page, median, times as long", settings, meanwhile.median() / before.median(), "x")
            .within(TWICE));
    report.add(Figure.of("page, p95, before", settings, before.percentile(95), "ms"));
    report.add(Figure.of("page, p95, during the backup", settings, meanwhile.percentile(95), "ms"));
    report.add(
        Figure.of(
                "page, p95, times as long",
                settings,
                meanwhile.percentile(95) / before.percentile(95),
                "x")
            .within(TWICE));
  }

  private void afterwards(String settings, double size, Backups backups) {
    long start = System.nanoTime();
    Verifying.Verified _ = backups.verify(Optional.empty());
    double seconds = (System.nanoTime() - start) / 1e9;
    report.add(Figure.of("verify", settings, size / seconds, "MB/s"));
    Evidence evidence = backups.testRestore(Optional.empty(), BY);
    report.add(
        Figure.of(
            evidence.passed() ? "restore on trial" : "restore on trial, FAILED",
            settings,
            evidence.took().toMillis() / 1000.0,
            "s"));
  }
}
