package hospital.wardbell;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.Program.Outcome;
import hospital.wardbell.json.JsonObject;
import hospital.wardbell.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Backups and restores as a person at the command line has them, with the real program.
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class BackupIT {
  private static final int DONE = 0;
  private static final int FAILED = 1;
  private static final int BAD_USAGE = 2;
  private static final int NOTHING_TO_DO = 3;
  private static final int TRY_LATER = 75;

  @TempDir private Path directory;

  private static void does(Outcome outcome, int exit) {
    assertThat(outcome.exit()).as("%s %s", outcome.out(), outcome.err()).isEqualTo(exit);
  }

  private static String made(TrialHome home) throws Exception {
    Outcome run = home.run("backup", "run", "--json");
    does(run, DONE);
    return JsonObject.parse(run.out()).text("backup");
  }

  @Test
  void a_home_is_backed_up_checked_tried_out_and_restored_on_another_machine() throws Exception {
    Path mount = Files.createDirectory(directory.resolve("mount"));
    Path first = Files.createDirectory(directory.resolve("first"));
    String name;
    try (TrialHome home = TrialHome.in(first).setUp()) {
      does(home.run("backup", "run"), TRY_LATER);
      try (ServiceProcess service = ServiceProcess.start(home).awaitOpen()) {
        assertThat(home.run("status").out()).contains("Backups: none yet; none is made by itself");
        does(home.run("backup", "target", "add", mount.toString()), DONE);
        does(home.run("backup", "list"), NOTHING_TO_DO);
        does(home.run("config", "set", "hospital.name", "Before the Fire"), DONE);
        name = made(home);
        does(home.run("config", "set", "hospital.name", "After the Fire"), DONE);
        whatIsKept(home, mount, name);
        tried(home, mount);
        refusedWhileItRuns(home, mount.resolve(name));
        assertThat(service.status().object("backup").orElseThrow().has("last")).isTrue();
      }
      offline(home, mount.resolve(name));
      restored(home, mount.resolve(name));
      startsNotInTheMiddleOfARestore(home);
    }
    onAnotherMachine(mount, name);
  }

  private static void whatIsKept(TrialHome home, Path mount, String name) throws Exception {
    Outcome list = home.run("backup", "list");
    does(list, DONE);
    assertThat(list.out()).contains(name);
    does(home.run("backup", "verify"), DONE);
    does(home.run("backup", "verify", mount.resolve(name).toString()), DONE);
    does(home.run("backup", "prune"), NOTHING_TO_DO);
    assertThat(home.run("backup", "target", "show").out()).contains(mount.toString());
    does(home.run("backup", "target", "add", "no/path"), BAD_USAGE);
  }

  private static void tried(TrialHome home, Path mount) throws Exception {
    Path evidence = home.directory().resolve("drill.txt");

    Outcome drill = home.run("backup", "test-restore", "--evidence", evidence.toString());

    does(drill, DONE);
    assertThat(drill.out()).contains("Wardbell: restore drill", "passed");
    assertThat(Files.readAllLines(evidence).getLast()).startsWith("{").contains("\"passed\":true");
    Path marker = mount.resolve("wardbell-backups");
    Files.move(marker, mount.resolve("away"));
    Outcome unmounted = home.run("backup", "run");
    does(unmounted, FAILED);
    assertThat(unmounted.err()).contains("may not be mounted");
    assertThat(home.run("status").out()).contains("could not be made (NO_TARGET");
    Files.move(mount.resolve("away"), marker);
  }

  private static void refusedWhileItRuns(TrialHome home, Path backup) throws Exception {
    Outcome refused = home.run("restore", backup.toString());
    does(refused, FAILED);
    assertThat(refused.err()).contains("Another Wardbell runs").hasLineCount(1);
    does(home.run("restore"), BAD_USAGE);
  }

  private static void offline(TrialHome home, Path backup) throws Exception {
    does(home.run("backup", "verify", backup.toString()), DONE);
    Path changed = home.directory().resolve("changed.wbk");
    byte[] octets = Files.readAllBytes(backup);
    octets[octets.length / 2] ^= 1;
    Files.write(changed, octets);

    Outcome refused = home.run("backup", "verify", changed.toString());

    does(refused, FAILED);
    assertThat(refused.err()).contains("damaged, changed or cut short").hasLineCount(1);
    does(home.run("restore", changed.toString()), FAILED);
  }

  private static void restored(TrialHome home, Path backup) throws Exception {
    does(home.run("restore", backup.toString(), "--dry-run"), DONE);
    named(home, "After the Fire");

    Outcome restored = home.run("restore", backup.toString());

    does(restored, DONE);
    assertThat(restored.out()).contains("Sending is paused", "wardbell restore --undo");
    assertThat(home.home().directory().resolve("restore.unpacked")).doesNotExist();
    named(home, "Before the Fire");
    does(home.run("restore", "--undo"), DONE);
    named(home, "After the Fire");
    does(home.run("restore", "--undo"), NOTHING_TO_DO);
    does(home.run("restore", "--resume"), NOTHING_TO_DO);
  }

  private static void startsNotInTheMiddleOfARestore(TrialHome home) throws Exception {
    Path journal = home.home().directory().resolve("restore.journal");
    Files.writeString(journal, "{}");

    Outcome refused = home.run("serve");

    does(refused, FAILED);
    assertThat(refused.err())
        .contains("wardbell restore --resume", "wardbell restore --undo")
        .hasLineCount(1);
    Files.delete(journal);
  }

  private static void named(TrialHome home, String name) {
    try (Wiring open = home.open()) {
      assertThat(open.settings().text(Settings.Key.HOSPITAL_NAME)).isEqualTo(name);
    }
  }

  private void onAnotherMachine(Path mount, String name) throws Exception {
    Path second = Files.createDirectory(directory.resolve("second"));
    try (TrialHome home = TrialHome.in(second)) {
      Outcome without = home.run("restore", mount.resolve(name).toString());
      does(without, FAILED);
      assertThat(without.err()).contains("--keyring");

      Path keyring = keyringIn(mount);
      does(
          home.run("restore", mount.resolve(name).toString(), "--keyring", keyring.toString()),
          DONE);

      named(home, "Before the Fire");
      try (ServiceProcess service = ServiceProcess.start(home).awaitOpen()) {
        assertThat(service.isAlive()).isTrue();
        assertThat(home.run("queue", "show").out()).contains("Sending is paused");
      }
    }
  }

  private static Path keyringIn(Path mount) throws Exception {
    try (Stream<Path> files = Files.list(mount)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("keyring-"))
          .findFirst()
          .orElseThrow();
    }
  }
}
