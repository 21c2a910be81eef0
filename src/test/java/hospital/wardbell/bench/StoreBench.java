package hospital.wardbell.bench;

import hospital.wardbell.base.Id;
import hospital.wardbell.conversation.Message;
import hospital.wardbell.conversation.ReceivedKind;
import hospital.wardbell.conversation.Ward;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Measures what keeps: durable appends beside a plain database, and a hospital's three years:
/// pages, words, opening it after a kill. Arguments as for [Bench]; the parts are `append` and
/// `years`; `--messages N` makes the years larger or smaller than a million messages, and `--kept
/// DIRECTORY` leaves them there, or looks at those that are there.
public final class StoreBench {
  private static final String MESSAGES = "--messages";
  private static final String KEPT = "--kept";
  private static final String WRITE = "--write";

  private final Report report = new Report();
  private final Optional<Path> kept;

  private StoreBench(Optional<Path> kept) {
    this.kept = kept;
  }

  public static void main(String[] arguments) throws Exception {
    List<String> given = List.of(arguments);
    if (given.getFirst().equals(WRITE)) {
      writeUntilKilled(Path.of(given.getLast()));
      return;
    }
    BenchOptions options = BenchOptions.parse(given);
    Path directory = Files.createTempDirectory(Path.of("target"), "store-bench");
    try {
      new StoreBench(kept(given)).run(options, messages(given, options.quick()), directory);
    } finally {
      BenchHome.delete(directory);
    }
  }

  private static Optional<Path> kept(List<String> given) {
    int at = given.indexOf(KEPT);
    return at >= 0 ? Optional.of(Path.of(given.get(at + 1))) : Optional.empty();
  }

  private static int messages(List<String> given, boolean quick) {
    int at = given.indexOf(MESSAGES);
    return at >= 0 ? Integer.parseInt(given.get(at + 1)) : quick ? 20_000 : 1_000_000;
  }

  private void run(BenchOptions options, int messages, Path directory) throws Exception {
    System.out.println(report.machine("Wardbell's database"));
    if (options.wants("append")) {
      new Appending(report, directory, options.quick()).measure();
    }
    if (options.wants("years")) {
      Path years = kept.orElse(directory.resolve("years"));
      if (!Files.exists(years)) {
        fill(years, messages);
      }
      reopen(years, "after an orderly end");
      killWhileWriting(years);
      reopen(years, "after a kill -9");
      try (Ward ward = Ward.reopen(years)) {
        new Looking(report, ward, options.quick()).measure();
      }
    }
    report.finish(options.out());
  }

  private void fill(Path years, int messages) throws IOException, InterruptedException {
    Files.createDirectories(years);
    try (Ward ward = Ward.open(years)) {
      new Archiving(report, ward, messages).fill(years);
    }
  }

  private void reopen(Path years, String when) {
    long begun = System.nanoTime();
    Ward ward = Ward.reopen(years);
    long seen = ward.store().read(sql -> sql.number("select count(*) from setting"));
    double seconds = Archiving.seconds(begun);
    ward.close();
    report.add(Figure.of("opened, " + when, seen + " settings read", seconds, "s").within(5));
  }

  private static void killWhileWriting(Path years) throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process writer =
        new ProcessBuilder(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                StoreBench.class.getName(),
                WRITE,
                years.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      for (int i = 0; i < 200 && writer.inputReader().readLine() != null; i++) {
        // a text more is durable
      }
    } finally {
      writer.destroyForcibly();
    }
    if (!writer.waitFor(10, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the writer does not end");
    }
  }

  private static void writeUntilKilled(Path years) {
    try (Ward ward = Ward.reopen(years)) {
      Id conversation =
          ward.write(tx -> ward.conversations().with(tx, ward.desk(), Hospital.numbers().get(7)));
      for (int i = 0; i < 1_000_000; i++) {
        ward.clock().pass(Duration.ofMillis(5));
        ward.store()
            .change(tx ->
                ward.conversations()
                    .receive(
                        tx,
                        conversation,
                        new Message.Received(
                            Id.random(),
                            ward.clock().instant(),
                            ReceivedKind.TEXT,
                            "hello again",
                            0)));
        System.out.println(i);
      }
    }
  }
}
