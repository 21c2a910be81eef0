package hospital.wardbell;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.modem.Receiving;
import hospital.wardbell.practice.Journal;
import hospital.wardbell.practice.JournalEntry.Submitted;
import hospital.wardbell.practice.ModemOptions;
import hospital.wardbell.practice.People;
import hospital.wardbell.practice.Timing;
import hospital.wardbell.practice.VirtualModem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Kills the service at random moments while texts flow both ways, and counts.
///
/// Ten times by default, with texts stored and with texts given directly; fifty by `mvn test
/// -Dtest=CrashIT -Dwardbell.kills=50`. The same `-Dwardbell.seed` kills after the same delays.
class CrashIT {
  private static final int KILLS = Integer.getInteger("wardbell.kills", 10);
  private static final long SEED = Long.getLong("wardbell.seed", 20_261_122L);
  private static final Duration DRAINING = Duration.ofMinutes(3);

  private static final Timing QUICK =
      new Timing(
          Duration.ofMillis(2),
          Duration.ofMillis(2),
          0,
          Duration.ofMillis(60),
          Duration.ofMillis(40));

  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource
  @Timeout(value = 30, unit = TimeUnit.MINUTES)
  void nothing_is_lost_and_nothing_is_doubled_however_often_the_service_is_killed(
      Receiving receiving) throws Exception {
    Journal journal = Journal.inMemory();
    ModemOptions options = ModemOptions.of(QUICK).acknowledgedWithin(Duration.ofSeconds(1));
    try (TrialHome home = TrialHome.in(directory).receiving(receiving).setUp();
        VirtualModem modem =
            VirtualModem.start(options.linked(home.modem()), People.silent(), journal)) {
      Traffic traffic = killedOften(home, modem);
      Toll toll = Toll.of(home, traffic, journal.entries(Submitted.class));

      System.out.printf("After %d kills, texts %s: %s%n", KILLS, receiving, toll);
      assertThat(traffic.queued()).hasSizeGreaterThan(KILLS);
      assertThat(traffic.sentIn()).hasSizeGreaterThan(KILLS);
      assertThat(toll.receivedLost()).as("received and lost").isEmpty();
      assertThat(toll.receivedDoubled()).as("received and doubled").isEmpty();
      assertThat(toll.receivedInvented()).as("shown and never sent").isEmpty();
      assertThat(toll.sentDoubled()).as("sent twice").isEmpty();
      assertThat(toll.sentMisstated()).as("said otherwise than it was").isEmpty();
      assertThat(toll.unknown()).as("in flight").isLessThanOrEqualTo(KILLS);
    }
  }

  private static Traffic killedOften(TrialHome home, VirtualModem modem) throws Exception {
    ServiceProcess service = ServiceProcess.start(home).awaitModem();
    Traffic.admit(home);
    try (ApiClient api = ApiClient.of(home)) {
      Traffic traffic = new Traffic(api, modem::text, SEED);
      traffic.start(Duration.ofMillis(60), Duration.ofMillis(240));
      Random random = new Random(SEED);
      for (int kill = 0; kill < KILLS; kill++) {
        boolean whileStarting = random.nextInt(4) == 0;
        if (!whileStarting) {
          service.awaitOpen();
        }
        Until.rest(Duration.ofMillis(random.nextInt(whileStarting ? 1_500 : 3_000)));
        service.kill();
        service = ServiceProcess.launch(home, home.program());
      }
      service.awaitOpen().awaitModem();
      Until.rest(Duration.ofSeconds(1));
      traffic.end();
      traffic.drain(DRAINING);
      Until.so(
          "everything received is shown",
          DRAINING,
          () -> modem.waitingTexts() == 0 && api.all("received").size() >= traffic.sentIn().size());
      service.close();
      return traffic;
    }
  }
}
