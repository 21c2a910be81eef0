package hospital.wardbell;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.pdu.DeliverTpdu;
import hospital.wardbell.practice.Faults;
import hospital.wardbell.practice.Journal;
import hospital.wardbell.practice.JournalEntry.Submitted;
import hospital.wardbell.practice.ModemOptions;
import hospital.wardbell.practice.People;
import hospital.wardbell.practice.Timing;
import hospital.wardbell.practice.VirtualModem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Lets everything go wrong with four modems at random moments while texts flow both ways, and
/// counts.
///
/// Two minutes by default; an hour by `mvn verify -Dit.test=SoakIT -Dwardbell.soak=PT1H`. The same
/// `-Dwardbell.seed` lets the same things go wrong in the same order.
class SoakIT {
  private static final Duration LENGTH =
      Duration.parse(System.getProperty("wardbell.soak", "PT2M"));
  private static final long SEED = Long.getLong("wardbell.seed", 20_261_123L);

  /// A text that was refused again and again waits for up to half an hour.
  private static final Duration DRAINING = Duration.ofMinutes(20).plus(LENGTH);

  private static final int LOOKS = 60;
  private static final Duration SOON = Duration.ofMillis(100);
  private static final Duration NEVER = Duration.ofDays(1);
  private static final int SAMPLES = 12;
  private static final int SETTLED = SAMPLES / 3;
  private static final int MOST_MORE_THREADS = 4;
  private static final int MOST_MORE_HANDLES = 8;
  private static final long MOST_MORE_HEAP = 8_000_000;

  @TempDir private Path directory;
  private final List<SoakLine> lines = new ArrayList<>();
  private final List<Footprint> footprints = new ArrayList<>();
  private final Random chance = new Random(SEED);
  private int longTexts;

  @Test
  @Timeout(value = 3, unit = TimeUnit.HOURS)
  void nothing_is_lost_or_doubled_or_leaks_whatever_goes_wrong_with_the_modems() throws Exception {
    List<VirtualModem> modems = new ArrayList<>();
    try (TrialHome home = home()) {
      for (int number = 0; number < options().size(); number++) {
        ModemOptions options = options().get(number).linked(directory.resolve("modem-" + number));
        modems.add(VirtualModem.start(options, People.silent(), Journal.inMemory()));
        lines.add(new SoakLine("line-" + number, modems.getLast(), SEED + number));
      }
      Traffic traffic = soaked(home);
      Toll toll = Toll.of(home, traffic, onAir());
      List<String> unexplained = Unexplained.among(home, journals());

      System.out.printf(
          "After %s of trouble with seed %d: %s%n  %s%n  at first %s, in the end %s%n",
          LENGTH, SEED, toll, lines, footprints.get(SETTLED), footprints.getLast());
      assertThat(traffic.queued()).hasSizeGreaterThan((int) LENGTH.toSeconds());
      assertThat(traffic.sentIn()).hasSizeGreaterThan((int) LENGTH.toSeconds());
      assertThat(toll.receivedLost()).as("received and lost").isEmpty();
      assertThat(toll.receivedDoubled()).as("received and doubled").isEmpty();
      assertThat(toll.receivedInvented()).as("shown and never sent").isEmpty();
      assertThat(toll.sentDoubled()).as("sent twice").isEmpty();
      assertThat(toll.sentMisstated()).as("said otherwise than it was").isEmpty();
      assertThat(unexplained).as("unknown for no reason").isEmpty();
      assertFlat();
    } finally {
      modems.forEach(VirtualModem::close);
    }
  }

  private TrialHome home() throws Exception {
    TrialHome home = TrialHome.in(directory);
    List<String> boot =
        new ArrayList<>(List.of("unlock: {passphrase-file: passphrase}", "trial: true", "modems:"));
    for (int number = 0; number < options().size(); number++) {
      boot.add("  - {name: line-%1$d, line: modem-%1$d, submit-patience: 10s}".formatted(number));
    }
    home.boot(boot.toArray(String[]::new));
    return home.setUp();
  }

  /// A quick one, one on a noisy line, one whose SIM is always full, one that takes its time. The
  /// first and the last never report, so that an outcome that is unknown stays so.
  ///
  /// The last must be able to keep up: patients here text any line, and one with a backlog makes
  /// itself known to each again and again, so that in the end it has all of the queue.
  private static List<ModemOptions> options() {
    Faults noise = new Faults(SEED, 0.005, 0.01, 0.05, 0.05, 0.05);
    return List.of(
        ModemOptions.of(timing(2, 60, NEVER)),
        ModemOptions.of(timing(2, 60, SOON)).with(noise),
        ModemOptions.of(timing(2, 150, SOON)).withCapacity(2, 2),
        ModemOptions.of(timing(60, 250, NEVER)));
  }

  private static Timing timing(long command, long network, Duration report) {
    return new Timing(
        Duration.ofMillis(command),
        Duration.ofMillis(command),
        0,
        Duration.ofMillis(network),
        report);
  }

  private Traffic soaked(TrialHome home) throws Exception {
    Program observable = home.program().with("-XX:-DisableAttachMechanism");
    try (ServiceProcess service = ServiceProcess.start(home, observable).awaitOpen().awaitModem();
        ApiClient api = ApiClient.of(home)) {
      Traffic.admit(home);
      Traffic traffic = new Traffic(api, this::bring, SEED);
      traffic.start(Duration.ofMillis(600), Duration.ofMillis(500));
      List<FutureTask<Void>> troubles = lines.stream().map(FutureTask<Void>::new).toList();
      troubles.forEach(trouble -> Thread.ofVirtual().start(trouble));
      watch(service, api);
      lines.forEach(SoakLine::end);
      for (FutureTask<Void> trouble : troubles) {
        trouble.get();
      }
      traffic.end();
      traffic.drain(DRAINING);
      Until.so(
          "the modems have handed over everything",
          DRAINING,
          () -> lines.stream().allMatch(line -> line.waitingTexts() == 0));
      for (int look = 0; look < LOOKS && shown(api) < traffic.sentIn().size(); look++) {
        Until.rest(Duration.ofSeconds(1));
      }
      sample(service);
      return traffic;
    }
  }

  private static int shown(ApiClient api) throws IOException, InterruptedException {
    return api.all("received").size();
  }

  private void watch(ServiceProcess service, ApiClient api) throws Exception {
    Instant begun = Instant.now();
    for (int number = 1; number <= SAMPLES; number++) {
      Instant next = begun.plus(LENGTH.multipliedBy(number).dividedBy(SAMPLES));
      Until.rest(Duration.between(Instant.now(), next));
      int _ = shown(api); // what the last sample comes after: buffers for long answers stay
      sample(service);
    }
  }

  private void sample(ServiceProcess service) throws Exception {
    footprints.add(Footprint.of(service.pid()));
    System.out.println("  " + footprints.getLast());
  }

  /// A patient's text comes by any of the modems, and one in eight comes again.
  private void bring(PhoneNumber from, String text) {
    SoakLine line = lines.get(chance.nextInt(lines.size()));
    List<DeliverTpdu> segments = SoakLine.segments(from, text, longTexts++ & 0xff);
    line.deliver(segments);
    if (chance.nextInt(8) == 0) {
      line.deliver(segments);
    }
  }

  private List<Submitted> onAir() {
    return lines.stream()
        .flatMap(line -> line.journal().entries(Submitted.class).stream())
        .toList();
  }

  private Map<String, Journal> journals() {
    return lines.stream().collect(Collectors.toMap(SoakLine::name, SoakLine::journal));
  }

  private void assertFlat() {
    Footprint first = footprints.get(SETTLED);
    Footprint last = footprints.getLast();
    assertThat(last.threads())
        .as("threads")
        .isLessThanOrEqualTo(first.threads() + MOST_MORE_THREADS);
    assertThat(last.handles())
        .as("handles")
        .isLessThanOrEqualTo(first.handles() + MOST_MORE_HANDLES);
    assertThat(last.heap()).as("heap").isLessThanOrEqualTo(first.heap() + MOST_MORE_HEAP);
  }
}
