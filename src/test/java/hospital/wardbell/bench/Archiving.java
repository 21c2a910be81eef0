package hospital.wardbell.bench;

import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.conversation.Archive;
import hospital.wardbell.conversation.Ward;
import hospital.wardbell.store.Tx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/// Three years of a hospital, written into a ward: patients, then messages in the order of time,
/// then the word index.
final class Archiving {
  private static final Actor CLERK = new Actor.Wardbell("bench");
  private static final int AT_ONCE = 25;
  private static final int CALLERS = 8;
  private static final int PATIENTS_PER_THOUSAND = 80;

  private static final int STILL_WAITING = 300;

  /// Of a thousand patients so many are their own telephone's only ones; the others share one.
  private static final int ALONE = 880;

  private final Report report;
  private final Ward ward;
  private final Archive archive;
  private final Hospital hospital = new Hospital(1);
  private final int messages;

  Archiving(Report report, Ward ward, int messages) {
    this.report = report;
    this.ward = ward;
    this.archive = new Archive(ward);
    this.messages = messages;
  }

  /// One conversation has 10,000 messages, or a tenth of all if that is fewer.
  void fill(Path directory) throws IOException, InterruptedException {
    report.heading("Three years: %,d messages".formatted(messages));
    List<PhoneNumber> numbers = patients();
    long begun = System.nanoTime();
    messages(numbers);
    String words = "%,d of them".formatted(messages);
    report.add(Figure.of("messages kept", words, messages / seconds(begun), "per s"));
    begun = System.nanoTime();
    while (archive.indexBatch()) {
      // the next thousand
    }
    report.add(
        Figure.of("word index kept up with", words, messages / seconds(begun), "per s")
            .reaching(300));
    report.add(Figure.of("blocks of the word index", words, (double) archive.blocks(), ""));
    report.add(Figure.of("on disk", words, megabytes(directory), "MB"));
  }

  private List<PhoneNumber> patients() throws InterruptedException {
    long begun = System.nanoTime();
    int patients = messages * PATIENTS_PER_THOUSAND / 1000;
    List<PhoneNumber> all = Hospital.numbers();
    int phones = Math.min(all.size(), patients * ALONE / 1000);
    try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
      for (int i = 0; i < patients; i++) {
        PhoneNumber number = all.get(i % phones);
        String name = hospital.name();
        String language = hospital.pick(4) == 0 ? "es" : "en";
        Id team = i % 3 == 0 ? ward.cardiology() : ward.desk();
        var _ = callers.submit(() -> ward.patients().add(team, name, number, language, CLERK));
      }
    }
    report.add(
        Figure.of(
            "patients kept",
            "%,d of them".formatted(patients),
            patients / seconds(begun),
            "per s"));
    return all.subList(0, phones);
  }

  private void messages(List<PhoneNumber> numbers) {
    List<Id> conversations = new ArrayList<>();
    for (int i = 0; i < numbers.size(); i += AT_ONCE) {
      List<PhoneNumber> some = numbers.subList(i, Math.min(numbers.size(), i + AT_ONCE));
      conversations.addAll(
          ward.write(tx ->
              some.stream()
                  .map(number -> archive.conversation(tx, team(number), number))
                  .toList()));
    }
    Id longest = conversations.getLast();
    int every = Math.max(10, messages / 10_000);
    for (int i = 0; i < messages; i += AT_ONCE) {
      int first = i;
      ward.store()
          .change(tx -> {
            for (int n = first; n < Math.min(messages, first + AT_ONCE); n++) {
              Id conversation =
                  n % every == 0
                      ? longest
                      : conversations.get(hospital.patient(conversations.size()));
              message(tx, conversation, n);
            }
          });
    }
  }

  private Id team(PhoneNumber number) {
    return number.e164().hashCode() % 3 == 0 ? ward.cardiology() : ward.desk();
  }

  private void message(Tx tx, Id conversation, int number) {
    var at = Hospital.time(number, messages);
    if (hospital.pick(5) < 3) {
      archive.delivered(tx, conversation, hospital.ours(), at);
    } else {
      archive.received(tx, conversation, hospital.theirs(), at, number < messages - STILL_WAITING);
    }
  }

  static double seconds(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }

  private static double megabytes(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).mapToLong(f -> f.toFile().length()).sum() / 1e6;
    }
  }
}
