package hospital.wardbell.practice;

import hospital.wardbell.json.JsonObject;
import hospital.wardbell.json.MalformedJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// One [JournalEntry] as one line of JSON: `what` says its kind, `at` is UTC, durations are whole
/// microseconds.
public final class JournalLine {
  static final OpenOption[] APPEND = {StandardOpenOption.CREATE, StandardOpenOption.APPEND};

  private JournalLine() {}

  /// All whole lines of a journal file; a last line still being written is left out.
  ///
  /// @throws IOException if the file cannot be read, or is no journal
  public static List<JournalEntry> readAll(Path file) throws IOException {
    String text = Files.readString(file);
    List<JournalEntry> entries = new ArrayList<>();
    for (String line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
      try {
        entries.add(read(JsonObject.parse(line)));
      } catch (MalformedJson e) {
        throw new IOException("not a line of a journal", e);
      }
    }
    return entries;
  }

  static String write(JournalEntry entry) {
    JsonObject line =
        new JsonObject()
            .put("what", entry.getClass().getSimpleName())
            .put("at", entry.at().toString());
    switch (entry) {
      case JournalEntry.Command(_, String name) -> line.put("name", name);
      case JournalEntry.Submitted s ->
          line.put("reference", s.reference())
              .put("destination", s.destination())
              .put("fingerprint", s.fingerprint())
              .put("octets", s.octets())
              .put("report_wanted", s.reportWanted())
              .put("text", s.text());
      case JournalEntry.Answered a ->
          line.put("reference", a.reference())
              .put("planned_us", micros(a.planned()))
              .put("held_us", micros(a.held()))
              .put("spent_us", micros(a.spent()));
      case JournalEntry.Arrived a ->
          line.put("originator", a.originator())
              .put("fingerprint", a.fingerprint())
              .put("text", a.text());
      case JournalEntry.Reported(_, int reference, int status, String fingerprint) ->
          line.put("reference", reference).put("status", status).put("fingerprint", fingerprint);
      case JournalEntry.Stored(_, var place, String fingerprint) -> put(line, place, fingerprint);
      case JournalEntry.Announced(_, var place, String fingerprint) ->
          put(line, place, fingerprint);
      case JournalEntry.Read(_, var place, String fingerprint) -> put(line, place, fingerprint);
      case JournalEntry.Deleted(_, var place, String fingerprint) -> put(line, place, fingerprint);
      case JournalEntry.Handed(_, String fingerprint) -> line.put("fingerprint", fingerprint);
      case JournalEntry.Acknowledged(_, String fingerprint) -> line.put("fingerprint", fingerprint);
      case JournalEntry.Unacknowledged(_, String fingerprint) ->
          line.put("fingerprint", fingerprint);
      case JournalEntry.Attached(_, boolean on) -> line.put("on", on);
      case JournalEntry.Plugged(_, boolean in) -> line.put("in", in);
      case JournalEntry.Suffered(_, var mishap) -> line.put("mishap", mishap.name());
    }
    return line.write();
  }

  private static void put(JsonObject line, JournalEntry.Place place, String fingerprint) {
    line.put("memory", place.memory()).put("index", place.index()).put("fingerprint", fingerprint);
  }

  private static JournalEntry read(JsonObject line) {
    Instant at = Instant.parse(line.text("at"));
    return switch (line.text("what")) {
      case "Command" -> new JournalEntry.Command(at, line.text("name"));
      case "Submitted" ->
          new JournalEntry.Submitted(
              at,
              number(line, "reference"),
              line.text("destination"),
              line.text("fingerprint"),
              number(line, "octets"),
              line.flag("report_wanted"),
              line.text("text"));
      case "Answered" ->
          new JournalEntry.Answered(
              at,
              number(line, "reference"),
              time(line, "planned_us"),
              time(line, "held_us"),
              time(line, "spent_us"));
      case "Arrived" ->
          new JournalEntry.Arrived(
              at, line.text("originator"), line.text("fingerprint"), line.text("text"));
      case "Reported" ->
          new JournalEntry.Reported(
              at, number(line, "reference"), number(line, "status"), line.text("fingerprint"));
      case "Stored" -> new JournalEntry.Stored(at, place(line), line.text("fingerprint"));
      case "Announced" -> new JournalEntry.Announced(at, place(line), line.text("fingerprint"));
      case "Read" -> new JournalEntry.Read(at, place(line), line.text("fingerprint"));
      case "Deleted" -> new JournalEntry.Deleted(at, place(line), line.text("fingerprint"));
      case "Handed" -> new JournalEntry.Handed(at, line.text("fingerprint"));
      case "Acknowledged" -> new JournalEntry.Acknowledged(at, line.text("fingerprint"));
      case "Unacknowledged" -> new JournalEntry.Unacknowledged(at, line.text("fingerprint"));
      case "Attached" -> new JournalEntry.Attached(at, line.flag("on"));
      case "Plugged" -> new JournalEntry.Plugged(at, line.flag("in"));
      case "Suffered" -> new JournalEntry.Suffered(at, mishap(line.text("mishap")));
      default -> throw new MalformedJson("\"what\" is no kind of journal entry");
    };
  }

  private static JournalEntry.Mishap mishap(String name) {
    return Arrays.stream(JournalEntry.Mishap.values())
        .filter(mishap -> mishap.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new MalformedJson("\"mishap\" is none of those known"));
  }

  private static long micros(Duration time) {
    return time.toNanos() / 1000;
  }

  private static Duration time(JsonObject line, String name) {
    return Duration.ofNanos(1000 * line.number(name));
  }

  private static int number(JsonObject line, String name) {
    return Math.toIntExact(line.number(name));
  }

  private static JournalEntry.Place place(JsonObject line) {
    return new JournalEntry.Place(line.text("memory"), number(line, "index"));
  }
}
