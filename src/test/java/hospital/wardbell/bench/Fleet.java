package hospital.wardbell.bench;

import hospital.wardbell.practice.Journal;
import hospital.wardbell.practice.JournalEntry.Answered;
import hospital.wardbell.practice.ModemOptions;
import hospital.wardbell.practice.People;
import hospital.wardbell.practice.Timing;
import hospital.wardbell.practice.VirtualModem;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Practice modems that are plugged in at the same time, each with a journal of its own.
record Fleet(List<VirtualModem> modems) implements AutoCloseable {
  private static final Duration LOOK = Duration.ofSeconds(1);

  /// Modems at the first `count` lines of `home`.
  static Fleet plug(BenchHome home, int count, Timing timing) throws IOException {
    List<ModemOptions> options = new ArrayList<>();
    for (int line = 0; line < count; line++) {
      options.add(ModemOptions.of(timing).linked(home.modem(line)));
    }
    return plug(options);
  }

  /// Modems that no service looks for.
  static Fleet apart(int count, Timing timing) throws IOException {
    List<ModemOptions> options = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      options.add(ModemOptions.of(timing));
    }
    return plug(options);
  }

  private static Fleet plug(List<ModemOptions> options) throws IOException {
    List<VirtualModem> modems = new ArrayList<>();
    for (ModemOptions each : options) {
      modems.add(VirtualModem.start(each, People.silent(), Journal.inMemory()));
    }
    return new Fleet(modems);
  }

  /// What each modem has answered so far.
  List<List<Answered>> answers() {
    return modems.stream().map(modem -> modem.journal().entries(Answered.class)).toList();
  }

  /// Waits until the modems have taken `count` texts in all.
  ///
  /// @return what each has answered
  List<List<Answered>> awaitAnswers(int count, Duration longest) throws InterruptedException {
    Patience.await(
        longest,
        LOOK,
        count + " texts",
        () -> answers().stream().mapToInt(List::size).sum() >= count);
    return answers();
  }

  @Override
  public void close() {
    modems.forEach(VirtualModem::close);
  }
}
