package hospital.wardbell.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Measures the modem driver with what is around it: sending by one modem and by many, arrivals in
/// great number, and coming back from what goes wrong. Arguments as for [Bench]; the parts are
/// `overhead`, `ceiling`, `storm`, `many`, `idle`, `recovery` and `peers`.
public final class ModemBench {
  private static final Duration RESTING = Duration.ofMinutes(2);
  private static final Duration RESTING_QUICK = Duration.ofSeconds(15);

  private final Report report = new Report();
  private final BenchOptions options;
  private final BenchHome home;
  private Map<Setting, Double> overheads = Map.of();

  private ModemBench(BenchOptions options, BenchHome home) {
    this.options = options;
    this.home = home;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    BenchOptions options = BenchOptions.parse(List.of(arguments));
    Path directory = Files.createTempDirectory("wardbell-bench");
    try {
      BenchHome home = BenchHome.setUp(directory, options.program(), Multitude.MOST);
      new ModemBench(options, home).run();
    } finally {
      BenchHome.delete(directory);
    }
  }

  private void run() throws IOException, InterruptedException {
    System.out.println(report.machine("Wardbell's modem driver"));
    try (RunningService service = RunningService.start(options.program(), home)) {
      for (int i = 0; i < Sending.PATIENTS.size(); i++) {
        service.addPatient("Bench Patient %03d".formatted(i), Sending.PATIENTS.get(i));
      }
      parts(service, new Sending(service, home.modem(0)));
    }
    if (options.wants("peers")) {
      new Peers(report, home.directory(), overheads).measure(options.quick());
    }
    report.finish(options.out());
  }

  private void parts(RunningService service, Sending sending)
      throws IOException, InterruptedException {
    boolean quick = options.quick();
    if (options.wants("overhead")) {
      Multiparts multiparts = new Multiparts(report, sending);
      multiparts.measure(quick);
      overheads = multiparts.overheads();
    }
    if (options.wants("ceiling")) {
      new Ceiling(report, sending).measure(quick);
    }
    if (options.wants("storm")) {
      new Storm(report, service, home).measure(quick);
    }
    if (options.wants("many")) {
      new Multitude(report, service, home).measure(quick);
    }
    if (options.wants("idle")) {
      Idle.measure(report, service, home, quick ? RESTING_QUICK : RESTING);
    }
    if (options.wants("recovery")) {
      new Recovery(report, service, home).measure(quick);
    }
  }
}
