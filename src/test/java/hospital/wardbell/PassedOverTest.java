package hospital.wardbell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hospital.wardbell.backup.BackupFault;
import hospital.wardbell.backup.Progress;
import hospital.wardbell.store.Tree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What keyring and database do not know of one another.
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class PassedOverTest {
  private static final Instant SECOND = AgedHome.NEXT_YEAR.plus(Duration.ofDays(2));
  private static final Instant LATER = SECOND.plus(Duration.ofHours(1));
  private static final Instant YEAR_AFTER = AgedHome.NEXT_YEAR.plus(Duration.ofDays(365));

  @TempDir private Path directory;
  private Path home;

  @BeforeEach
  void name() {
    home = directory.resolve("home");
  }

  @Test
  void a_keyring_of_two_years_before_a_backup_is_refused_and_told() throws Exception {
    Path old = directory.resolve("keyring-of-2026");
    try (AgedHome first = AgedHome.open(home, IndexHome.MORNING)) {
      first.writes(0);
      Files.copy(home.resolve("keyring"), old);
    }
    Path backup;
    try (AgedHome second = AgedHome.open(home, YEAR_AFTER)) {
      second.writes(1);
      backup = second.backup();
    }
    RestoreHome.Request request =
        new RestoreHome.Request(
            directory.resolve("new"),
            Optional.of(old),
            IndexHome.UNLOCK,
            AgedHome.BY,
            () -> YEAR_AFTER);

    assertThatThrownBy(() -> RestoreHome.restore(request, backup, false, Progress.none()))
        .isInstanceOfSatisfying(
            BackupFault.class, f -> assertThat(f.kind()).isEqualTo(BackupFault.Kind.UNSOUND))
        .hasMessageContaining("not in the keyring any more, or not yet");
  }

  @Test
  void what_a_restore_has_passed_over_keeps_the_keys_until_it_is_gone() throws Exception {
    Path first = AgedHome.furnish(home);
    Path second;
    try (AgedHome aged = AgedHome.open(home, SECOND)) {
      aged.writes(AgedHome.OF_2026 + 1);
      second = aged.backup();
      assertThat(aged.wiring().backups().elsewhere()).isEmpty();
    }
    Path aside = AgedHome.restore(home, first, false, LATER).aside().orElseThrow();

    try (AgedHome aged = AgedHome.open(home, LATER)) {
      assertThat(why(aged)).contains("database.before-");
      Tree.delete(aside);
      assertThat(why(aged)).contains("the backup of 2027-02-03T16:00:00Z, made before a restore");
      Path moved = directory.resolve("moved");
      Files.move(home.resolve("backups"), moved);
      assertThat(why(aged)).contains("is not reached");
      Files.move(moved, home.resolve("backups"));
      Files.delete(second);
      assertThat(aged.wiring().backups().elsewhere()).isEmpty();
    }
  }

  private static String why(AgedHome aged) {
    return aged.wiring().backups().elsewhere().orElseThrow();
  }
}
