package hospital.wardbell.backup;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Pause;
import hospital.wardbell.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// When the daily backup is due, and that it comes about by itself.
class DailyTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /// Two o'clock in New York.
  private static final Instant TWO = Instant.parse("2026-11-26T07:00:00Z");

  @TempDir private Path directory;

  private static boolean isDue(
      BackupHome home, Instant now, Optional<Instant> made, Optional<Instant> failed) {
    return new Schedule(home.settings()).isDue(now, made, failed);
  }

  @Test
  void one_is_due_from_its_hour_of_the_hospitals_day_until_it_is_made() throws Exception {
    try (BackupHome home = BackupHome.in(directory)) {
      Optional<Instant> yesterday = Optional.of(TWO.minus(Duration.ofDays(1)));
      assertThat(isDue(home, TWO, Optional.empty(), Optional.empty())).isFalse();

      home.settings().set(Settings.Key.BACKUP_HOUR, "2", BackupHome.BY);

      assertThat(isDue(home, TWO.minusSeconds(1), yesterday, Optional.empty())).isFalse();
      assertThat(isDue(home, TWO, yesterday, Optional.empty())).isTrue();
      assertThat(isDue(home, TWO.plusSeconds(60), Optional.of(TWO), Optional.empty())).isFalse();
      assertThat(isDue(home, TWO, Optional.empty(), Optional.empty())).isTrue();
    }
  }

  @Test
  void one_that_failed_is_tried_again_after_an_hour() throws Exception {
    try (BackupHome home = BackupHome.in(directory)) {
      home.settings().set(Settings.Key.BACKUP_HOUR, "2", BackupHome.BY);
      Optional<Instant> failed = Optional.of(TWO.plusSeconds(10));

      assertThat(isDue(home, TWO.plusSeconds(60), Optional.empty(), failed)).isFalse();
      assertThat(isDue(home, TWO.plusSeconds(3610), Optional.empty(), failed)).isTrue();
    }
  }

  @Test
  void the_loop_makes_it() throws Exception {
    try (BackupHome home = BackupHome.in(directory)) {
      home.settings().set(Settings.Key.BACKUP_HOUR, "2", BackupHome.BY);

      home.backups().start();

      long end = System.nanoTime() + PATIENCE.toNanos();
      while (home.backups().health().last().isEmpty() && System.nanoTime() < end) {
        Pause.real().await(Duration.ofMillis(50));
      }
      assertThat(home.backups().history().getFirst().by()).isEqualTo("system:backup");
      assertThat(home.backups().isDue()).isFalse();
    }
  }
}
