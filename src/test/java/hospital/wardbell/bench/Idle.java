package hospital.wardbell.bench;

import hospital.wardbell.practice.Timing;
import hospital.wardbell.practice.VirtualModem;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/// What 16 modems on the network are asked, and what the service takes, while nothing happens.
final class Idle {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration LOOK = Duration.ofMillis(100);
  private static final Duration SETTLING = Duration.ofSeconds(5);

  private Idle() {}

  static void measure(Report report, RunningService service, BenchHome home, Duration time)
      throws IOException, InterruptedException {
    report.heading("Idle: %d modems".formatted(Multitude.MOST));
    Timing timing = Timing.likeHardware(Duration.ofMillis(500));
    try (Fleet fleet = Fleet.plug(home, Multitude.MOST, timing)) {
      Patience.await(PATIENCE, LOOK, "all modems", () -> service.registered() == Multitude.MOST);
      Patience.pass(SETTLING);
      List<Long> before = commands(fleet);
      double processor = service.processorSeconds();
      long begun = System.nanoTime();
      Patience.pass(time);
      double seconds = (System.nanoTime() - begun) / 1e9;
      double percent = 100 * (service.processorSeconds() - processor) / seconds;
      List<Long> after = commands(fleet);
      double most = 0;
      for (int i = 0; i < Multitude.MOST; i++) {
        most = Math.max(most, 60 * (after.get(i) - before.get(i)) / seconds);
      }
      String words = "%d modems on the network, over %.0f s".formatted(Multitude.MOST, seconds);
      report.add(Figure.of("AT commands, most of any modem", words, most, "per min").within(60));
      report.add(Figure.of("processor, of one core", words, percent, "%"));
    }
  }

  private static List<Long> commands(Fleet fleet) {
    return fleet.modems().stream().map(VirtualModem::journal).map(j -> j.commands()).toList();
  }
}
