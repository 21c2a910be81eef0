package hospital.wardbell.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.modem.Arrivals;
import hospital.wardbell.modem.Cable;
import hospital.wardbell.modem.Carriers;
import hospital.wardbell.modem.LineAddress;
import hospital.wardbell.modem.LineFile;
import hospital.wardbell.modem.Modem;
import hospital.wardbell.modem.ModemHealth;
import hospital.wardbell.modem.Profile;
import hospital.wardbell.modem.Profiles;
import hospital.wardbell.modem.Receiving;
import hospital.wardbell.practice.Journal;
import hospital.wardbell.practice.ModemOptions;
import hospital.wardbell.practice.People;
import hospital.wardbell.practice.VirtualModem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// The practice modem on a pseudo-terminal, the driver and the real database.
abstract class OnModem {
  static final Duration LONG = Duration.ofSeconds(60);

  final Journal journal = Journal.inMemory();
  final Semaphore failsBefore = new Semaphore(0);
  final Semaphore failsAfter = new Semaphore(0);
  @TempDir Path directory;
  Desk desk;
  VirtualModem hardware;
  Optional<Modem> driver = Optional.empty();

  private final Semaphore registered = new Semaphore(0);

  /// Keeps what comes, or fails before or after it is on disk.
  private final class Keeping implements Arrivals {
    @Override
    public void message(String modem, String hex, Instant seen) {
      fail(failsBefore);
      desk.inbox().message(modem, hex, desk.ward().clock().instant());
      fail(failsAfter);
    }

    @Override
    public void report(String modem, Optional<String> sim, String hex, Instant seen) {
      throw new IllegalStateException("nothing was sent");
    }

    @Override
    public void call(String modem, Optional<String> caller, Instant seen) {
      throw new IllegalStateException("nobody calls");
    }

    @Override
    public boolean answersCalls() {
      return false;
    }

    private void fail(Semaphore permits) {
      if (permits.tryAcquire()) {
        throw new IllegalStateException("so it was arranged");
      }
    }
  }

  /// What the modem is like.
  abstract ModemOptions options();

  @BeforeEach
  void plugIn() throws IOException {
    desk = Desk.open(directory);
    hardware =
        VirtualModem.start(options().linked(directory.resolve("modem")), People.silent(), journal);
  }

  @AfterEach
  void close() {
    driver.ifPresent(Modem::close);
    hardware.close();
    desk.close();
  }

  /// Starts the driver and waits until it is on the network.
  void start(Receiving receiving) throws InterruptedException {
    driver.ifPresent(Modem::close);
    var setup =
        new Modem.Setup(
            "front",
            new LineAddress.Device(directory.resolve("modem")),
            "",
            Optional.empty(),
            receiving,
            Profiles.only(Profile.GENERIC),
            new LineFile(directory.resolve("line")),
            Carriers.NONE,
            Cable.USUAL);
    driver = Optional.of(Modem.start(setup, new Keeping(), this::told, InstantSource.system()));
    assertThat(registered.tryAcquire(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
  }

  private void told(ModemHealth health) {
    if (health.maySend()) {
      registered.release();
    }
  }
}
