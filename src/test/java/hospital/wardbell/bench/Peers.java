package hospital.wardbell.bench;

import hospital.wardbell.practice.Journal;
import hospital.wardbell.practice.ModemOptions;
import hospital.wardbell.practice.People;
import hospital.wardbell.practice.VirtualModem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/// Runs the peers that are installed on the same practice modem with the same settings.
final class Peers {
  private static final List<Peer> ALL = List.of(new Smstools(), new Gammu(), new Kannel());
  private static final int STOPPING_SECONDS = 10;

  private final Report report;
  private final Path directory;
  private final Map<Setting, Double> ours;

  /// @param ours our overhead in milliseconds by setting
  Peers(Report report, Path directory, Map<Setting, Double> ours) {
    this.report = report;
    this.directory = directory;
    this.ours = ours;
  }

  void measure(boolean quick) throws IOException, InterruptedException {
    for (Peer peer : ALL) {
      report.heading("On the same modem: " + peer.name());
      if (!Files.isExecutable(peer.program())) {
        report.note(peer.program() + " is not installed");
      } else if (quick) {
        one(peer, Setting.hardware(0, false), 8);
      } else {
        for (boolean reports : new boolean[] {false, true}) {
          one(peer, Setting.hardware(0, reports), 30);
          one(peer, Setting.hardware(500, reports), 20);
          one(peer, Setting.hardware(3000, reports), 10);
        }
      }
    }
  }

  private void one(Peer peer, Setting setting, int queued)
      throws IOException, InterruptedException {
    try {
      Pace pace = send(peer, setting, queued);
      String words = setting.words(queued);
      double overhead = pace.overhead().median();
      report.add(Figure.of(peer.name() + ": overhead, median", words, overhead, "ms"));
      report.add(Figure.of(peer.name() + ": steady rate", words, pace.perMinute(), "per min"));
      if (ours.containsKey(setting)) {
        report.add(
            Figure.of(
                peer.name() + ": overhead by ours", words, overhead / ours.get(setting), "times"));
      }
    } catch (IllegalStateException e) {
      report.note(peer.name() + " did not send all: " + e.getMessage());
    }
  }

  private Pace send(Peer peer, Setting setting, int queued)
      throws IOException, InterruptedException {
    Path own = Files.createTempDirectory(directory, peer.name());
    Path device = own.resolve("modem");
    List<Peer.Text> queue =
        IntStream.range(0, queued)
            .mapToObj(i -> new Peer.Text(Sending.PATIENTS.get(i), Sending.text(i)))
            .toList();
    Journal journal = Journal.inMemory();
    ModemOptions options = ModemOptions.of(setting.timing()).linked(device);
    try (VirtualModem _ = VirtualModem.start(options, People.silent(), journal)) {
      Process process =
          new ProcessBuilder(peer.prepare(own, device, queue, setting.reports()))
              .redirectErrorStream(true)
              .redirectOutput(own.resolve("output").toFile())
              .start();
      try {
        Duration longest =
            Duration.ofSeconds(60).plus(setting.network().plusSeconds(3).multipliedBy(queued));
        return Pace.of(Sending.answers(journal, queued, longest));
      } finally {
        stop(process);
      }
    }
  }

  /// Ends the program and what it started, by their numbers.
  private static void stop(Process process) throws InterruptedException {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroy();
    if (!process.waitFor(STOPPING_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    children.forEach(ProcessHandle::destroyForcibly);
  }
}
