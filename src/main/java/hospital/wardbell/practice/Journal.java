package hospital.wardbell.practice;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// What truly happened at one practice modem: kept in memory, and written to a file of JSON lines
/// if there is one, line by line as it happens, so that another process can read along.
///
/// It holds practice data only, so texts and numbers stand in it in the clear; where somebody may
/// type a real one, ask for [Content#HASHES]. Any thread.
public final class Journal implements AutoCloseable {
  /// What stands in place of texts and numbers.
  public enum Content {
    TEXTS,
    /// Their fingerprints, so that equal ones are still known to be equal.
    HASHES
  }

  /// As many entries as memory keeps; older ones are in the file only.
  public static final int KEPT = 200_000;

  private final Content content;
  private final Optional<BufferedWriter> file;
  private final List<JournalEntry> entries = new ArrayList<>();
  private long commands;

  private Journal(Content content, Optional<BufferedWriter> file) {
    this.content = content;
    this.file = file;
  }

  public static Journal inMemory() {
    return new Journal(Content.TEXTS, Optional.empty());
  }

  /// Goes on with `file` if it exists. Read it with [JournalLine#readAll].
  public static Journal to(Path file, Content content) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    return new Journal(content, Optional.of(Files.newBufferedWriter(file, JournalLine.APPEND)));
  }

  synchronized void record(JournalEntry entry) {
    JournalEntry shown = content == Content.TEXTS ? entry : hashed(entry);
    if (shown instanceof JournalEntry.Command) {
      commands++;
    }
    if (entries.size() == KEPT) {
      entries.subList(0, KEPT / 10).clear();
    }
    entries.add(shown);
    file.ifPresent(writer -> append(writer, shown));
    notifyAll();
  }

  public synchronized List<JournalEntry> entries() {
    return List.copyOf(entries);
  }

  public synchronized <E extends JournalEntry> List<E> entries(Class<E> kind) {
    return entries.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /// How many commands were carried out since the start.
  public synchronized long commands() {
    return commands;
  }

  /// Waits until there are `count` entries of a kind that `wanted` accepts; returns all there are
  /// then, which are fewer if time was up first.
  public synchronized <E extends JournalEntry> List<E> await(
      Class<E> kind, int count, Predicate<E> wanted, Duration longest) throws InterruptedException {
    Instant deadline = Instant.now().plus(longest);
    while (true) {
      List<E> found = entries(kind).stream().filter(wanted).toList();
      long left = Duration.between(Instant.now(), deadline).toMillis();
      if (found.size() >= count || left <= 0) {
        return found;
      }
      wait(left);
    }
  }

  @Override
  public void close() throws IOException {
    if (file.isPresent()) {
      file.get().close();
    }
  }

  private static void append(BufferedWriter writer, JournalEntry entry) {
    try {
      writer.write(JournalLine.write(entry));
      writer.newLine();
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("the practice modem's journal could not be written", e);
    }
  }

  private static JournalEntry hashed(JournalEntry entry) {
    return switch (entry) {
      case JournalEntry.Submitted s ->
          new JournalEntry.Submitted(
              s.at(),
              s.reference(),
              Fingerprint.ofText(s.destination()),
              s.fingerprint(),
              s.octets(),
              s.reportWanted(),
              Fingerprint.ofText(s.text()));
      case JournalEntry.Arrived a ->
          new JournalEntry.Arrived(
              a.at(),
              Fingerprint.ofText(a.originator()),
              a.fingerprint(),
              Fingerprint.ofText(a.text()));
      case JournalEntry.Command _,
          JournalEntry.Answered _,
          JournalEntry.Reported _,
          JournalEntry.Stored _,
          JournalEntry.Announced _,
          JournalEntry.Handed _,
          JournalEntry.Acknowledged _,
          JournalEntry.Unacknowledged _,
          JournalEntry.Read _,
          JournalEntry.Deleted _,
          JournalEntry.Attached _,
          JournalEntry.Plugged _,
          JournalEntry.Suffered _ ->
          entry;
    };
  }
}
