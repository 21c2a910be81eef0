package hospital.wardbell.bench;

import hospital.wardbell.practice.Journal;
import hospital.wardbell.practice.ModemOptions;
import hospital.wardbell.practice.People;
import hospital.wardbell.practice.Timing;
import hospital.wardbell.practice.VirtualModem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Measures the console with many people at it: signing in, and pages while all are there.
/// Arguments as for [Bench]; there is one part.
public final class StaffBench {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration LOOK = Duration.ofMillis(20);

  private final Report report = new Report();
  private final BenchOptions options;
  private final BenchHome home;

  private StaffBench(BenchOptions options, BenchHome home) {
    this.options = options;
    this.home = home;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    BenchOptions options = BenchOptions.parse(List.of(arguments));
    Path directory = Files.createTempDirectory("wardbell-bench");
    try {
      new StaffBench(options, BenchHome.setUp(directory, options.program(), 1)).run();
    } finally {
      BenchHome.delete(directory);
    }
  }

  private void run() throws IOException, InterruptedException {
    System.out.println(report.machine("Wardbell's console with many people at it"));
    ModemOptions modem = ModemOptions.of(Timing.none()).linked(home.modem(0));
    try (VirtualModem network = VirtualModem.start(modem, People.silent(), Journal.inMemory());
        RunningService service = RunningService.start(options.program(), home);
        Crowd crowd = new Crowd(report, service, home)) {
      Patience.await(PATIENCE, LOOK, "the modem", new Door(home)::canText);
      AtomicInteger texts = new AtomicInteger();
      Runnable text = () -> text(network, texts.getAndIncrement());
      int before = options.quick() ? 50 : 1_000;
      report.heading("%d texts arrive".formatted(before));
      for (int i = 0; i < before; i++) {
        text.run();
        Patience.pass(LOOK);
      }
      crowd.measure(
          options.quick() ? 20 : 200, Duration.ofSeconds(options.quick() ? 15 : 120), text);
    }
    report.finish(options.out());
  }

  private static void text(VirtualModem network, int number) {
    network.text(
        Sending.PATIENTS.get(number % Sending.PATIENTS.size()),
        "Question %d: may I come later?".formatted(number));
  }
}
