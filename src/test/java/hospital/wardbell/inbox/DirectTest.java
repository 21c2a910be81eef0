package hospital.wardbell.inbox;

import static hospital.wardbell.conversation.Ward.ANA;
import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.modem.Arrivals;
import hospital.wardbell.modem.LineAddress;
import hospital.wardbell.modem.LineFile;
import hospital.wardbell.modem.Modem;
import hospital.wardbell.modem.ModemHealth;
import hospital.wardbell.modem.Profile;
import hospital.wardbell.modem.Profiles;
import hospital.wardbell.modem.Receiving;
import hospital.wardbell.practice.Journal;
import hospital.wardbell.practice.JournalEntry.Acknowledged;
import hospital.wardbell.practice.JournalEntry.Deleted;
import hospital.wardbell.practice.JournalEntry.Handed;
import hospital.wardbell.practice.JournalEntry.Unacknowledged;
import hospital.wardbell.practice.ModemOptions;
import hospital.wardbell.practice.People;
import hospital.wardbell.practice.Timing;
import hospital.wardbell.practice.VirtualModem;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Texts given directly: the practice modem on a pseudo-terminal, the driver and the real database.
class DirectTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  private final Journal journal = Journal.inMemory();
  private final Semaphore failsBefore = new Semaphore(0);
  private final Semaphore failsAfter = new Semaphore(0);
  private final Semaphore registered = new Semaphore(0);
  @TempDir private Path directory;
  private Desk desk;
  private VirtualModem hardware;
  private Modem driver;

  /// Keeps what comes, or fails before or after it is on disk.
  private final class Keeping implements Arrivals {
    @Override
    public void message(String modem, String hex, Instant seen) {
      fail(failsBefore);
      desk.inbox().message(modem, hex, desk.ward().clock().instant());
      fail(failsAfter);
    }

    @Override
    public void report(String modem, String hex, Instant seen) {
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

  @BeforeEach
  void open() throws Exception {
    desk = Desk.open(directory);
    hardware =
        VirtualModem.start(
            ModemOptions.of(Timing.none())
                .linked(directory.resolve("modem"))
                .acknowledgedWithin(Duration.ofMillis(500)),
            People.silent(),
            journal);
    driver = start();
  }

  @AfterEach
  void close() {
    driver.close();
    hardware.close();
    desk.close();
  }

  private Modem start() throws InterruptedException {
    Modem modem =
        Modem.start(
            new Modem.Setup(
                "front",
                new LineAddress.Device(directory.resolve("modem")),
                "",
                Optional.empty(),
                Receiving.DIRECT,
                Profiles.only(Profile.GENERIC),
                new LineFile(directory.resolve("line"))),
            new Keeping(),
            this::told,
            InstantSource.system());
    assertThat(registered.tryAcquire(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
    return modem;
  }

  private void told(ModemHealth health) {
    if (health.maySend()) {
      registered.release();
    }
  }

  @Test
  void a_text_is_acknowledged_once_it_is_kept_and_never_stored() throws Exception {
    hardware.text(ANA, "Is the lab open?");

    assertThat(journal.await(Acknowledged.class, 1, _ -> true, LONG)).hasSize(1);
    desk.read();
    assertThat(desk.heard(ANA)).containsExactly("Is the lab open?");
    assertThat(journal.entries(Deleted.class)).isEmpty();
  }

  @Test
  void killed_between_the_text_and_its_acknowledgement_it_comes_again_and_is_shown_once()
      throws Exception {
    failsAfter.release();
    hardware.text(ANA, "Is the lab open?");
    assertThat(journal.await(Handed.class, 1, _ -> true, LONG)).hasSize(1);
    assertThat(journal.await(Unacknowledged.class, 1, _ -> true, LONG)).hasSize(1);
    driver.close();

    driver = start();

    assertThat(journal.await(Acknowledged.class, 1, _ -> true, LONG)).hasSize(1);
    desk.read();
    assertThat(desk.heard(ANA)).containsExactly("Is the lab open?");
    assertThat(journal.entries(Handed.class)).hasSize(2);
  }

  @Test
  void what_cannot_be_kept_is_not_acknowledged_and_the_modem_gives_directly_again_afterwards()
      throws Exception {
    failsBefore.release();
    hardware.text(ANA, "one");

    assertThat(journal.await(Unacknowledged.class, 1, _ -> true, LONG)).hasSize(1);
    assertThat(journal.entries(Acknowledged.class)).isEmpty();
    assertThat(journal.await(Deleted.class, 1, _ -> true, LONG)).hasSize(1);
    hardware.text(ANA, "two");

    assertThat(journal.await(Acknowledged.class, 1, _ -> true, LONG)).hasSize(1);
    desk.read();
    assertThat(desk.heard(ANA)).containsExactly("one", "two");
  }
}
