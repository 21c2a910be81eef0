package hospital.wardbell.bench;

import hospital.wardbell.practice.Journal;
import hospital.wardbell.practice.ModemOptions;
import hospital.wardbell.practice.People;
import hospital.wardbell.practice.Timing;
import hospital.wardbell.practice.VirtualModem;
import java.io.IOException;
import java.time.Duration;

/// What the service takes while nothing happens.
final class Resting {
  private static final Duration SETTLING = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration LOOK = Duration.ofMillis(100);
  private static final double MOST_MEGABYTES = 350;

  private Resting() {}

  /// @param when before or after what, for the report
  static void measure(
      Report report, RunningService service, BenchHome home, Duration time, String when)
      throws IOException, InterruptedException {
    report.heading("Resting " + when);
    Journal journal = Journal.inMemory();
    ModemOptions options =
        ModemOptions.of(Timing.likeHardware(Duration.ofMillis(500))).linked(home.modem(0));
    try (VirtualModem _ = VirtualModem.start(options, People.silent(), journal)) {
      Patience.await(PATIENCE, LOOK, "the modem", new Door(home)::canText);
      Patience.pass(SETTLING);
      double processor = service.processorSeconds();
      long commands = journal.commands();
      long begun = System.nanoTime();
      Patience.pass(time);
      double seconds = (System.nanoTime() - begun) / 1e9;
      String settings = "%s, modem on the network, over %.0f s".formatted(when, seconds);
      double percent = 100 * (service.processorSeconds() - processor) / seconds;
      report.add(Figure.of("processor, of one core", settings, percent, "%").within(0.5));
      double perMinute = 60 * (journal.commands() - commands) / seconds;
      report.add(Figure.of("AT commands", settings, perMinute, "per min").within(60));
    }
    memory(report, service, when);
  }

  static void memory(Report report, RunningService service, String when) throws IOException {
    report.add(
        Figure.of("resident memory", when, service.residentMegabytes(), "MB")
            .within(MOST_MEGABYTES));
  }
}
