package hospital.wardbell.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hospital.wardbell.vault.Keyring;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/// Kills backups and restores at every step they have, as a power cut would.
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class BackupCrashIT {
  @TempDir private Path directory;
  private Path home;
  private Path backup;

  @BeforeEach
  void make() throws Exception {
    home = directory.resolve("home");
    try (BackupHome furnished = BackupHome.in(home)) {
      furnished.write("before");
      backup = furnished.backup();
      furnished.write("after");
    }
  }

  private void killedAt(Step step, String what) throws Exception {
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                Killed.class.getName(),
                home.toString(),
                what,
                step.name())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    boolean reached = false;
    try (BufferedReader out = process.inputReader(StandardCharsets.US_ASCII)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (line.equals(step.name())) {
          reached = true;
          process.toHandle().destroyForcibly();
        }
      }
    }
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(reached).as("it came to %s", step).isTrue();
    assertThat(process.exitValue()).isEqualTo(128 + 9);
  }

  private List<Path> backups() throws Exception {
    try (Stream<Path> files = Files.list(home.resolve("backups"))) {
      return files.filter(file -> file.toString().contains(".wbk")).sorted().toList();
    }
  }

  private void isThere(String act, boolean is) throws Exception {
    try (BackupHome opened = BackupHome.in(home)) {
      assertThat(opened.entries("\"" + act + "\"") > 0).as(act).isEqualTo(is);
      assertThat(opened.store().check()).isGreaterThan(20);
    }
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.INCLUDE,
      names = {"CLEARED", "MEASURED", "COPIED", "SEALED", "SYNCED", "NAMED", "RECORDED"})
  void what_bears_a_backups_name_is_whole_wherever_the_making_was_killed(Step step)
      throws Exception {
    killedAt(step, "backup");

    try (Keyring keyring = BackupHome.keyring(home)) {
      List<Path> named = backups().stream().filter(f -> f.toString().endsWith(".wbk")).toList();
      assertThat(named).hasSize(step.compareTo(Step.NAMED) >= 0 ? 2 : 1);
      named.forEach(file -> assertThat(Verifying.verify(file, keyring).files()).isPositive());
    }
    isThere("while", true);

    try (BackupHome opened = BackupHome.in(home)) {
      opened.backups().start();
      assertThat(home.resolve("backup.scratch")).doesNotExist();
      opened.clock().set(BackupHome.NIGHT.plusSeconds(100));
      opened.run();
    }
    assertThat(backups()).noneMatch(file -> file.toString().endsWith(BackupName.PART));
  }

  private void resume() {
    try (Keyring keyring = BackupHome.keyring(home)) {
      Restoring.Outcome _ =
          restoring().resume(keyring, (_, _) -> {}, BackupHome.BY, Progress.none());
    }
  }

  private Restoring restoring() {
    return new Restoring(BackupHome.places(home), InstantSource.system());
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.INCLUDE,
      names = {"UNPACKED", "CHECKED"})
  void a_restore_killed_before_it_replaced_anything_has_changed_nothing(Step step)
      throws Exception {
    killedAt(step, backup.toString());

    Restoring.requireNone(BackupHome.places(home));
    isThere("after", true);
    assertThatThrownBy(this::resume).isInstanceOf(BackupFault.class);
    try (BackupHome opened = BackupHome.in(home)) {
      opened.backups().start();
    }
    assertThat(home.resolve("restore.unpacked")).doesNotExist();
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.INCLUDE,
      names = {"BEGUN", "ASIDE", "IN_PLACE", "OPENED"})
  void a_restore_that_was_killed_is_gone_on_with(Step step) throws Exception {
    killedAt(step, backup.toString());

    assertThatThrownBy(() -> Restoring.requireNone(BackupHome.places(home)))
        .hasMessageContaining("wardbell restore --resume");
    resume();

    Restoring.requireNone(BackupHome.places(home));
    isThere("before", true);
    isThere("after", false);
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.INCLUDE,
      names = {"BEGUN", "ASIDE", "IN_PLACE", "OPENED", "DONE"})
  void a_restore_that_was_killed_is_taken_back(Step step) throws Exception {
    killedAt(step, backup.toString());

    assertThat(restoring().undo()).isPresent();

    Restoring.requireNone(BackupHome.places(home));
    isThere("after", true);
    assertThat(home.resolve("restore.unpacked")).doesNotExist();
  }
}
