package hospital.wardbell.alert;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.vault.KilledAt;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A kill between the raising, the telling and its row leaves nobody untold.
class AlertCrashTest {
  @TempDir private Path directory;

  private AlertHome again() {
    return AlertHome.with(directory, new AlertKilled.Written(directory.resolve("told"), _ -> {}));
  }

  @Test
  void who_was_to_be_told_is_told_after_a_kill() throws Exception {
    KilledAt.run(AlertKilled.class, directory.toString(), AlertKilled.RAISED);
    assertThat(directory.resolve("told")).doesNotExist();

    try (AlertHome home = again()) {
      var _ = home.alerts.turn();

      assertThat(Files.readAllLines(directory.resolve("told")))
          .containsExactly(AlertHome.ONA.toString());
      assertThat(home.alerts.open().getFirst().reached()).isEqualTo(1);
    }
  }

  @Test
  void one_who_was_told_and_no_row_says_so_is_told_twice_rather_than_never() throws Exception {
    KilledAt.run(AlertKilled.class, directory.toString(), AlertKilled.TOLD);

    try (AlertHome home = again()) {
      assertThat(home.alerts.open().getFirst().reached()).isZero();
      var _ = home.alerts.turn();
      var _ = home.alerts.turn();

      assertThat(Files.readAllLines(directory.resolve("told"))).hasSize(2);
      assertThat(home.alerts.open().getFirst().reached()).isEqualTo(1);
    }
  }
}
