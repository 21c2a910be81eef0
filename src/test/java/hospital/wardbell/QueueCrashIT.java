package hospital.wardbell;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Kills the service again and again while it works off a queue that was full before the first.
///
/// Four kills over 80 texts by default; eighteen over 300, as other programs were measured, by `mvn
/// verify -Dit.test=QueueCrashIT -Dwardbell.queue-kills=18 -Dwardbell.queued=300`.
class QueueCrashIT {
  private static final int KILLS = Integer.getInteger("wardbell.queue-kills", 4);
  private static final int QUEUED = Integer.getInteger("wardbell.queued", 80);
  private static final long SEED = Long.getLong("wardbell.seed", 20_261_123L);
  private static final Duration DRAINING = Duration.ofMinutes(5);
  private static final int LONGEST_LIFE_MILLIS = 3_000;

  /// Of a network that takes 0.2 s for a text.
  private static final Timing TIMING =
      new Timing(
          Duration.ofMillis(5),
          Duration.ofMillis(10),
          115_200,
          Duration.ofMillis(200),
          Duration.ofMillis(200));

  @TempDir private Path directory;

  @Test
  @Timeout(value = 30, unit = TimeUnit.MINUTES)
  void a_full_queue_goes_out_once_however_often_the_service_is_killed() throws Exception {
    Journal journal = Journal.inMemory();
    try (TrialHome home = TrialHome.in(directory).setUp()) {
      ServiceProcess service = ServiceProcess.start(home).awaitOpen();
      Traffic.admit(home);
      try (ApiClient api = ApiClient.of(home)) {
        Traffic traffic = new Traffic(api, (_, _) -> {}, SEED);
        traffic.queue(QUEUED);
        try (VirtualModem _ =
            VirtualModem.start(
                ModemOptions.of(TIMING).linked(home.modem()), People.silent(), journal)) {
          service = killedOften(home, service);
          int whileKilled = journal.entries(Submitted.class).size();
          traffic.drain(DRAINING);
          service.close();
          Toll toll = Toll.of(home, traffic, journal.entries(Submitted.class));

          System.out.printf(
              "After %d kills with seed %d, %d parts on the air by then: %s%n",
              KILLS, SEED, whileKilled, toll);
          assertThat(traffic.queued()).hasSize(QUEUED);
          assertThat(whileKilled).as("on the air while it was killed").isGreaterThan(KILLS);
          assertThat(toll.sentDoubled()).as("sent twice").isEmpty();
          assertThat(toll.sentMisstated()).as("lost, or said otherwise than it was").isEmpty();
          assertThat(toll.unknown()).as("in flight").isLessThanOrEqualTo(KILLS);
        }
      }
    }
  }

  private static ServiceProcess killedOften(TrialHome home, ServiceProcess first) throws Exception {
    ServiceProcess service = first;
    Random random = new Random(SEED);
    for (int kill = 0; kill < KILLS; kill++) {
      service.awaitOpen().awaitModem();
      Until.rest(Duration.ofMillis(random.nextInt(LONGEST_LIFE_MILLIS)));
      service.kill();
      service = ServiceProcess.launch(home, home.program());
    }
    return service.awaitOpen();
  }
}
