package hospital.wardbell.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// The whole measurement: `[--quick] [--aot FILE] [--out FILE] -- COMMAND...`, where the command is
/// how the program is started.
public final class Bench {
  private final Report report = new Report();
  private final BenchOptions options;
  private final BenchHome home;

  private Bench(BenchOptions options, BenchHome home) {
    this.options = options;
    this.home = home;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    BenchOptions options = BenchOptions.parse(List.of(arguments));
    Path directory = Files.createTempDirectory("wardbell-bench");
    try {
      new Bench(options, BenchHome.setUp(directory, options.program(), 1)).run();
    } finally {
      BenchHome.delete(directory);
    }
    System.exit(0); // the browser's driver leaves threads behind
  }

  private void run() throws IOException, InterruptedException {
    System.out.println(report.machine("Wardbell, measured from outside"));
    if (options.wants("start")) {
      new Starting(report, home, options.quick() ? 2 : 5).measure(options.program(), options.aot());
    }
    SendingFigures sending = new SendingFigures(report);
    try (RunningService service = RunningService.start(options.program(), home)) {
      withService(service, sending);
    }
    if (options.wants("peers")) {
      new Peers(report, home.directory(), sending.overheads()).measure(options.quick());
    }
    report.finish(options.out());
  }

  private void withService(RunningService service, SendingFigures figures)
      throws IOException, InterruptedException {
    if (options.wants("rest")) {
      Resting.measure(report, service, home, resting(), "before the load");
    }
    for (int i = 0; i < Sending.PATIENTS.size(); i++) {
      service.addPatient("Bench Patient %03d".formatted(i), Sending.PATIENTS.get(i));
    }
    if (options.wants("arrive")) {
      new Arriving(report, service, home).measure(options.quick() ? 10 : 60);
    }
    if (options.wants("send")) {
      figures.measure(new Sending(service, home.modem(0)), options.quick());
    }
    if (options.wants("rest") && options.wants("send")) {
      Resting.measure(report, service, home, resting(), "after the load");
    }
  }

  private Duration resting() {
    return Duration.ofSeconds(options.quick() ? 10 : 60);
  }
}
