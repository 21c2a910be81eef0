package hospital.wardbell.bench;

import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.pdu.Address;
import hospital.wardbell.pdu.DeliverTpdu;
import hospital.wardbell.pdu.Segments;
import hospital.wardbell.practice.Journal;
import hospital.wardbell.practice.JournalEntry.Announced;
import hospital.wardbell.practice.JournalEntry.Answered;
import hospital.wardbell.practice.JournalEntry.Command;
import hospital.wardbell.practice.JournalEntry.Deleted;
import hospital.wardbell.practice.ModemOptions;
import hospital.wardbell.practice.People;
import hospital.wardbell.practice.Timing;
import hospital.wardbell.practice.VirtualModem;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;

/// Very many texts that arrive at one modem at once, with and without texts to send meanwhile.
///
/// The time that the modem itself needs to hand them over is what a bare client takes that reads
/// and deletes one after the other and keeps nothing.
final class Storm {
  private static final int PATIENTS = 20;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final Duration LOOK = Duration.ofMillis(50);
  private static final double MOST_TIMES = 2;
  private static final int LOOKS = 60;

  private final Report report;
  private final RunningService service;
  private final BenchHome home;
  private final Door door;
  private final ReceivedTexts received;
  private final Instant begun = Instant.now();
  private int storms;

  Storm(Report report, RunningService service, BenchHome home) {
    this.report = report;
    this.service = service;
    this.home = home;
    this.door = new Door(home);
    this.received = new ReceivedTexts(service, door);
  }

  void measure(boolean quick) throws IOException, InterruptedException {
    int count = quick ? 200 : 1_000;
    report.heading("Storm: %,d texts arrive at one modem at once".formatted(count));
    double bare = bare(count);
    String words = "%,d texts, SIM with room for 50".formatted(count);
    report.add(Figure.of("bare client: until all are handed over", words, bare, "s"));
    alone(count, words, bare);
    whileSending(count, quick ? 60 : 200);
  }

  private static double bare(int count) throws IOException, InterruptedException {
    Timing timing = Timing.likeHardware(Duration.ZERO);
    try (VirtualModem modem =
        VirtualModem.start(ModemOptions.of(timing), People.silent(), Journal.inMemory())) {
      FutureTask<Void> client = BareRun.receiving(modem.path(), count);
      Patience.await(PATIENCE, LOOK, "the bare client", () -> commands(modem, "+CNMI") > 0);
      modem.deliver(texts("bare", count));
      BareRun.finish(client, LONGEST);
      return seconds(modem.journal());
    }
  }

  private void alone(int count, String words, double bare)
      throws IOException, InterruptedException {
    String name = "storm " + storms++;
    try (VirtualModem modem = plug(Timing.likeHardware(Duration.ZERO))) {
      modem.deliver(texts(name, count));
      awaitDeleted(modem.journal(), count);
      double ours = seconds(modem.journal());
      report.add(Figure.of("until all are committed", words, ours, "s"));
      report.add(
          Figure.of("the same by the bare client's time", words, ours / bare, "times")
              .within(MOST_TIMES));
    }
    count(name, count, words);
  }

  private void whileSending(int count, int queued) throws IOException, InterruptedException {
    String name = "storm " + storms++;
    String words = "%,d texts arrive while %d go out, network 0.5 s".formatted(count, queued);
    Setting setting = Setting.hardware(500, false);
    try (VirtualModem modem = plug(setting.timing())) {
      modem.deliver(texts(name, count));
      new Backlog(service).add(queued, Sending::text);
      List<Answered> answers = Sending.answers(modem.journal(), queued, LONGEST);
      report.add(
          Figure.of("steady rate of sending", words, Pace.of(answers).perMinute(), "per min"));
      awaitDeleted(modem.journal(), count);
      report.add(Figure.of("until all are committed", words, seconds(modem.journal()), "s"));
    }
    count(name, count, words);
  }

  private VirtualModem plug(Timing timing) throws IOException, InterruptedException {
    VirtualModem modem =
        VirtualModem.start(
            ModemOptions.of(timing).linked(home.modem(0)), People.silent(), Journal.inMemory());
    Patience.await(PATIENCE, LOOK, "the modem", door::canText);
    Patience.pass(Duration.ofSeconds(2)); // the look through the stores
    return modem;
  }

  private static void awaitDeleted(Journal journal, int count) throws InterruptedException {
    Patience.await(
        LONGEST,
        Duration.ofSeconds(1),
        count + " arrivals",
        () -> journal.entries(Deleted.class).size() >= count);
  }

  /// From the first announcement to the last deletion, which follows the commit.
  private static double seconds(Journal journal) {
    Instant begin = journal.entries(Announced.class).getFirst().at();
    Instant end = journal.entries(Deleted.class).getLast().at();
    return Duration.between(begin, end).toNanos() / 1e9;
  }

  private static long commands(VirtualModem modem, String name) {
    return modem.journal().entries(Command.class).stream()
        .filter(command -> command.name().equals(name))
        .count();
  }

  /// Counts what the service shows, once it shows them all or has had time to.
  private void count(String name, int count, String words)
      throws IOException, InterruptedException {
    List<String> shown = shown(name);
    for (int look = 0; look < LOOKS && shown.size() < count; look++) {
      Patience.pass(Duration.ofSeconds(1));
      shown = shown(name);
    }
    Set<String> once = Set.copyOf(shown);
    Set<String> lost = new HashSet<>(words(name, count));
    lost.removeAll(once);
    report.add(Figure.of("lost", words, lost.size(), "texts").within(0));
    report.add(Figure.of("doubled", words, shown.size() - once.size(), "texts").within(0));
  }

  private List<String> shown(String name) throws IOException, InterruptedException {
    return received.since(begun).stream().filter(text -> text.startsWith(name + " ")).toList();
  }

  private static List<DeliverTpdu> texts(String name, int count) {
    List<String> all = words(name, count);
    return IntStream.range(0, count)
        .mapToObj(i -> text(Sending.PATIENTS.get(i % PATIENTS), all.get(i)))
        .toList();
  }

  private static List<String> words(String name, int count) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add("%s %05d: may I come on Thursday instead, please? Around ten.".formatted(name, i));
    }
    return all;
  }

  private static DeliverTpdu text(PhoneNumber from, String words) {
    Segments segments = Segments.of(words);
    return new DeliverTpdu(
        Address.of(from),
        0,
        segments.coding(),
        OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS),
        false,
        false,
        false,
        segments.userData(1, 0));
  }
}
