package hospital.wardbell;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Secret;
import hospital.wardbell.base.SettableClock;
import hospital.wardbell.vault.Keyring;
import hospital.wardbell.web.console.SealedDoor.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnlockerTest {
  private static final Instant NIGHT = Instant.parse("2026-11-26T23:00:00Z");
  private final SettableClock clock = new SettableClock(NIGHT);

  @TempDir private Path directory;
  private Unlocker unlocker = new Unlocker(new Home(Path.of("none")), clock, new NeverOpens());

  /// The service, which has nothing to open here.
  private static final class NeverOpens implements Unlocker.Opens {
    @Override
    public boolean isOpen() {
      return false;
    }

    @Override
    public void open(Wiring parts) {
      throw new IllegalStateException("nothing was to be opened");
    }
  }

  @BeforeEach
  void seal() {
    Home home = Home.prepare(directory.resolve("home"));
    Keyring.create(home.keyring(), Unlocking.typed("correct horse battery staple")).close();
    unlocker = new Unlocker(home, clock, new NeverOpens());
  }

  private Answer tries(String passphrase) {
    return unlocker.passphrase(Secret.copyOf(passphrase.toCharArray()), "10.0.0.7");
  }

  private static Answer waits(long seconds) {
    return new Answer.Wait(Duration.ofSeconds(seconds));
  }

  @Test
  void each_wrong_try_makes_the_next_wait_twice_as_long_up_to_a_minute() {
    for (long seconds : List.of(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L)) {
      assertThat(tries("a wrong one")).isEqualTo(new Answer.Wrong());
      assertThat(tries("a wrong one")).isEqualTo(waits(seconds));
      assertThat(tries("correct horse battery staple")).isEqualTo(waits(seconds));
      clock.set(clock.instant().plusSeconds(seconds));
    }
    assertThat(unlocker.wrong()).isEqualTo(8);
  }

  @Test
  void shares_that_are_none_cost_no_try() {
    assertThat(unlocker.shares(List.of("bolban nonsense"), "10.0.0.7"))
        .isEqualTo(new Answer.Mistyped("no-such-word", List.of(1, 2)));
    assertThat(unlocker.shares(List.of(), "10.0.0.7"))
        .isEqualTo(new Answer.Mistyped("too-few", List.of(2, 0)));

    assertThat(unlocker.wrong()).isZero();
    assertThat(unlocker.sharesNeeded()).isZero();
  }
}
