package hospital.wardbell.bench;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.conversation.Message;
import hospital.wardbell.conversation.ReceivedKind;
import hospital.wardbell.conversation.Ward;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/// How fast received texts become durable: one caller, eight, and a plain database beside them in
/// turns.
final class Appending {
  private static final int ROUNDS = 5;
  private static final int CONVERSATIONS = 100;
  private static final int CALLERS = 8;
  private static final String ENTRY =
      "{\"format\":1,\"leaf\":1,\"at\":\"2026-11-22T09:00:00.000Z\",\"actor\":\"texter:"
          + "0".repeat(32)
          + "\",\"act\":\"message.received\",\"about\":\""
          + "0".repeat(32)
          + "\",\"origin\":\"modem\",\"reason\":\"\"}";

  private final Report report;
  private final Path directory;
  private final int texts;
  private final Hospital hospital = new Hospital(3);

  Appending(Report report, Path directory, boolean quick) {
    this.report = report;
    this.directory = directory;
    this.texts = quick ? 500 : 3000;
  }

  void measure() throws IOException, SQLException {
    report.heading("Durable appends");
    try (Ward ward = Ward.open(Files.createDirectory(directory.resolve("append")));
        PlainDerby plain = PlainDerby.make(directory.resolve("plain"))) {
      List<PhoneNumber> numbers = Hospital.numbers().subList(0, CONVERSATIONS);
      List<Id> conversations =
          numbers.stream()
              .map(number -> ward.write(tx -> ward.conversations().with(tx, ward.desk(), number)))
              .toList();
      sealed(ward, conversations); // warms the compiler
      plain(plain);
      double[] ours = new double[ROUNDS];
      double[] theirs = new double[ROUNDS];
      for (int i = 0; i < ROUNDS; i++) {
        ours[i] = sealed(ward, conversations);
        theirs[i] = plain(plain);
      }
      String words = "%d texts, median of %d rounds".formatted(texts, ROUNDS);
      report.add(Figure.of("sealed, one caller", words, median(ours), "per s").reaching(1000));
      report.add(Figure.of("plain Derby, one caller", words, median(theirs), "per s"));
      report.add(
          Figure.of("sealed to plain", words, median(ours) / median(theirs), "times")
              .reaching(0.6));
      double[] together = new double[ROUNDS];
      for (int i = 0; i < ROUNDS; i++) {
        together[i] = together(ward, conversations);
      }
      report.add(
          Figure.of("sealed, eight callers", words, median(together), "per s").reaching(3000));
    }
  }

  private static double median(double[] rates) {
    double[] sorted = rates.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private double sealed(Ward ward, List<Id> conversations) {
    List<String> said = said();
    long begun = System.nanoTime();
    for (int i = 0; i < texts; i++) {
      append(ward, conversations.get(i % CONVERSATIONS), said.get(i));
    }
    return rate(begun);
  }

  private double plain(PlainDerby plain) throws SQLException {
    List<String> said = said();
    long begun = System.nanoTime();
    for (String text : said) {
      plain.append(text, ENTRY);
    }
    return rate(begun);
  }

  private double together(Ward ward, List<Id> conversations) {
    List<String> said = said();
    long begun = System.nanoTime();
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int c = 0; c < CALLERS; c++) {
        int first = c;
        var _ =
            callers.submit(() -> {
              for (int i = first; i < texts; i += CALLERS) {
                append(ward, conversations.get(i % CONVERSATIONS), said.get(i));
              }
            });
      }
    }
    return rate(begun);
  }

  private List<String> said() {
    return IntStream.range(0, texts).mapToObj(_ -> hospital.theirs()).toList();
  }

  private double rate(long begun) {
    return texts / ((System.nanoTime() - begun) / 1e9);
  }

  private static void append(Ward ward, Id conversation, String text) {
    ward.store()
        .change(tx ->
            ward.conversations()
                .receive(
                    tx,
                    conversation,
                    new Message.Received(
                        Id.random(), ward.clock().instant(), ReceivedKind.TEXT, text, 0)));
  }
}
