package hospital.wardbell.bench;

import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.practice.Journal;
import hospital.wardbell.practice.JournalEntry.Answered;
import hospital.wardbell.practice.ModemOptions;
import hospital.wardbell.practice.People;
import hospital.wardbell.practice.VirtualModem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Has texts sent that were all queued before the modem was there, so the queue is full from the
/// first to the last.
final class Sending {
  static final List<PhoneNumber> PATIENTS =
      IntStream.range(0, 200)
          .mapToObj(i -> new PhoneNumber("+1%d55501%02d".formatted(202 + i / 100, i % 100)))
          .toList();
  private static final int QUICK = 500;

  private final Backlog backlog;
  private final Path link;

  /// @param link where the service looks for its modem
  Sending(RunningService service, Path link) {
    this.backlog = new Backlog(service);
    this.link = link;
  }

  /// A text of one segment.
  static String text(int number) {
    return "Measurement %05d: your visit is on Tuesday at 10:30. Call 202-555-0100 with questions."
        .formatted(number);
  }

  Pace measure(Setting setting, int queued) throws IOException, InterruptedException {
    return Pace.of(send(setting, queued));
  }

  /// The same for texts of several parts each.
  Pace measure(Setting setting, int texts, int parts, IntFunction<String> words)
      throws IOException, InterruptedException {
    backlog.add(texts, words);
    return Pace.of(sent(setting, texts * parts));
  }

  /// The same over several short queues.
  Pace measure(Setting setting, int queued, int rounds) throws IOException, InterruptedException {
    List<List<Answered>> runs = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      runs.add(send(setting, queued));
    }
    return Pace.ofRuns(runs);
  }

  private List<Answered> send(Setting setting, int count) throws IOException, InterruptedException {
    backlog.add(count, Sending::text);
    return sent(setting, count);
  }

  private List<Answered> sent(Setting setting, int count) throws IOException, InterruptedException {
    Journal journal = Journal.inMemory();
    ModemOptions options = ModemOptions.of(setting.timing()).linked(link);
    try (VirtualModem _ = VirtualModem.start(options, People.silent(), journal)) {
      Duration longest =
          Duration.ofSeconds(60).plus(setting.network().plusMillis(300).multipliedBy(count));
      return answers(journal, count, longest);
    }
  }

  /// Waits for so many answers; looking at a long journal takes time itself, so that is done
  /// seldom.
  static List<Answered> answers(Journal journal, int count, Duration longest)
      throws InterruptedException {
    Duration between = Duration.ofMillis(count > QUICK ? 2_000 : 100);
    Patience.await(
        longest, between, count + " texts", () -> journal.entries(Answered.class).size() >= count);
    return journal.entries(Answered.class);
  }
}
