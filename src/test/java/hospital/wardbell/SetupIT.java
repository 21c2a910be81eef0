package hospital.wardbell;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.Program.Outcome;
import hospital.wardbell.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Making a home, and going on with one that was half made.
class SetupIT {
  private static final int KILLS = 4;

  @TempDir private Path directory;

  @Test
  void a_set_up_that_was_killed_is_taken_up_where_it_ended() throws Exception {
    TrialHome home = TrialHome.in(directory);
    Random random = new Random(5);

    for (int kill = 0; kill < KILLS && !home.home().isSetUp(); kill++) {
      Process setUp =
          home.program()
              .start(
                  directory.resolve("out"),
                  directory.resolve("err"),
                  home.arguments("setup", "--hospital", "Practice Hospital"));
      Until.rest(Duration.ofMillis(500 + random.nextInt(2_500)));
      setUp.toHandle().destroyForcibly();
      assertThat(setUp.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    assertThat(home.run("setup", "--hospital", "Practice Hospital").exit()).isIn(0, 3);
    try (home;
        ServiceProcess service = ServiceProcess.start(home).awaitOpen()) {
      assertThat(service.isAlive()).isTrue();
    }
    try (Wiring open = home.open()) {
      assertThat(open.settings().text(Settings.Key.HOSPITAL_NAME)).isEqualTo("Practice Hospital");
    }
  }

  @Test
  void a_set_up_begun_with_another_passphrase_is_said_so() throws Exception {
    TrialHome home = TrialHome.in(directory).setUp();
    Files.move(home.home().keyring(), home.home().keyringInTheMaking());
    Files.writeString(directory.resolve("passphrase"), "another one altogether");

    Outcome outcome = home.run("setup");
    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.err()).contains("with another passphrase").hasLineCount(1);
    assertThat(home.home().isSetUp()).isFalse();
  }

  @Test
  void an_unlawful_setting_makes_nothing() throws Exception {
    TrialHome home = TrialHome.in(directory);

    Outcome outcome = home.run("setup", "--zone", "Atlantis");

    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.err()).contains("IANA").hasLineCount(1);
    assertThat(home.home().directory()).doesNotExist();
    assertThat(home.run("setup").exit()).isZero();
    assertThat(home.run("setup").exit()).isEqualTo(3);
  }
}
