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

/// From executing `wardbell serve` to its first page: unlocked, over TLS.
final class Starting {
  private final Report report;
  private final BenchHome home;
  private final int rounds;

  Starting(Report report, BenchHome home, int rounds) {
    this.report = report;
    this.home = home;
    this.rounds = rounds;
  }

  /// @param cache the AOT cache, if one has been made
  void measure(Program program, Path cache) throws IOException, InterruptedException {
    report.heading("Starting: from exec to the first page, unlocked, over TLS");
    ModemOptions options =
        ModemOptions.of(Timing.likeHardware(Duration.ZERO)).linked(home.modem(0));
    try (VirtualModem _ = VirtualModem.start(options, People.silent(), Journal.inMemory())) {
      add("no AOT cache", seconds(program), 3);
      if (Files.exists(cache)) {
        add("AOT cache", seconds(program.with("-XX:AOTCache=" + cache)), 1.5);
      } else {
        report.note("no AOT cache at " + cache + "; appliance/aot makes one");
      }
    }
  }

  private void add(String how, Sample seconds, double most) {
    report.add(Figure.of("start, median of " + rounds, how, seconds.median(), "s").within(most));
  }

  /// The first start is not counted: it brings the files into the page cache.
  private Sample seconds(Program program) throws IOException, InterruptedException {
    double[] seconds = new double[rounds];
    for (int round = -1; round < rounds; round++) {
      try (RunningService service = RunningService.start(program, home)) {
        seconds[Math.max(0, round)] = service.started().toNanos() / 1e9;
      }
      Patience.pass(Duration.ofMillis(500));
    }
    return new Sample(seconds);
  }
}
