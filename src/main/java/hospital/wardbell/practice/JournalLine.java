package hospital.wardbell.practice;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// One [JournalEntry] as one line of JSON: `what` says its kind, `at` is UTC, durations are whole
/// microseconds.
public final class JournalLine {
  static final OpenOption[] APPEND = {StandardOpenOption.CREATE, StandardOpenOption.APPEND};

  private static final JsonFactory JSON = new JsonFactory();

  private JournalLine() {}

  /// All whole lines of a journal file; a last line still being written is left out.
  public static List<JournalEntry> readAll(Path file) throws IOException {
    String text = Files.readString(file);
    List<JournalEntry> entries = new ArrayList<>();
    for (String line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
      entries.add(read(line));
    }
    return entries;
  }

  static String write(JournalEntry entry) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("what", entry.getClass().getSimpleName());
      json.writeStringField("at", entry.at().toString());
      writeFields(json, entry);
      json.writeEndObject();
    } catch (IOException e) {
      throw new IllegalStateException("writing to memory failed", e);
    }
    return out.toString();
  }

  private static void writeFields(JsonGenerator json, JournalEntry entry) throws IOException {
    switch (entry) {
      case JournalEntry.Command(_, String name) -> json.writeStringField("name", name);
      case JournalEntry.Submitted s -> {
        json.writeNumberField("reference", s.reference());
        json.writeStringField("destination", s.destination());
        json.writeStringField("fingerprint", s.fingerprint());
        json.writeNumberField("octets", s.octets());
        json.writeBooleanField("report_wanted", s.reportWanted());
        json.writeStringField("text", s.text());
      }
      case JournalEntry.Answered(_, int reference, Duration planned, Duration held) -> {
        json.writeNumberField("reference", reference);
        json.writeNumberField("planned_us", micros(planned));
        json.writeNumberField("held_us", micros(held));
      }
      case JournalEntry.Arrived a -> {
        json.writeStringField("originator", a.originator());
        json.writeStringField("fingerprint", a.fingerprint());
        json.writeStringField("text", a.text());
      }
      case JournalEntry.Reported(_, int reference, int status, String fingerprint) -> {
        json.writeNumberField("reference", reference);
        json.writeNumberField("status", status);
        json.writeStringField("fingerprint", fingerprint);
      }
      case JournalEntry.Stored(_, var place, String fingerprint) ->
          writePlace(json, place, fingerprint);
      case JournalEntry.Announced(_, var place, String fingerprint) ->
          writePlace(json, place, fingerprint);
      case JournalEntry.Read(_, var place, String fingerprint) ->
          writePlace(json, place, fingerprint);
      case JournalEntry.Deleted(_, var place, String fingerprint) ->
          writePlace(json, place, fingerprint);
      case JournalEntry.Handed(_, String fingerprint) ->
          json.writeStringField("fingerprint", fingerprint);
      case JournalEntry.Acknowledged(_, String fingerprint) ->
          json.writeStringField("fingerprint", fingerprint);
      case JournalEntry.Attached(_, boolean on) -> json.writeBooleanField("on", on);
      case JournalEntry.Plugged(_, boolean in) -> json.writeBooleanField("in", in);
    }
  }

  private static void writePlace(JsonGenerator json, JournalEntry.Place place, String fingerprint)
      throws IOException {
    json.writeStringField("memory", place.memory());
    json.writeNumberField("index", place.index());
    json.writeStringField("fingerprint", fingerprint);
  }

  /// @throws IOException if `line` is not a line that [#write] wrote
  static JournalEntry read(String line) throws IOException {
    Fields fields = new Fields(flatObject(line));
    Instant at = Instant.parse(fields.text("at"));
    return switch (fields.text("what")) {
      case "Command" -> new JournalEntry.Command(at, fields.text("name"));
      case "Submitted" ->
          new JournalEntry.Submitted(
              at,
              fields.number("reference"),
              fields.text("destination"),
              fields.text("fingerprint"),
              fields.number("octets"),
              fields.truth("report_wanted"),
              fields.text("text"));
      case "Answered" ->
          new JournalEntry.Answered(
              at, fields.number("reference"), fields.time("planned_us"), fields.time("held_us"));
      case "Arrived" ->
          new JournalEntry.Arrived(
              at, fields.text("originator"), fields.text("fingerprint"), fields.text("text"));
      case "Reported" ->
          new JournalEntry.Reported(
              at, fields.number("reference"), fields.number("status"), fields.text("fingerprint"));
      case "Stored" -> new JournalEntry.Stored(at, fields.place(), fields.text("fingerprint"));
      case "Announced" ->
          new JournalEntry.Announced(at, fields.place(), fields.text("fingerprint"));
      case "Read" -> new JournalEntry.Read(at, fields.place(), fields.text("fingerprint"));
      case "Deleted" -> new JournalEntry.Deleted(at, fields.place(), fields.text("fingerprint"));
      case "Handed" -> new JournalEntry.Handed(at, fields.text("fingerprint"));
      case "Acknowledged" -> new JournalEntry.Acknowledged(at, fields.text("fingerprint"));
      case "Attached" -> new JournalEntry.Attached(at, fields.truth("on"));
      case "Plugged" -> new JournalEntry.Plugged(at, fields.truth("in"));
      case String other -> throw new IOException("no journal entry is called " + other);
    };
  }

  /// The members of an object that holds no other object, their values as text.
  static Map<String, String> flatObject(String line) throws IOException {
    Map<String, String> members = new HashMap<>();
    try (JsonParser json = JSON.createParser(line)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("a JSON object was expected");
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        json.nextToken();
        members.put(name, Objects.toString(json.getText(), ""));
      }
    }
    return members;
  }

  private static long micros(Duration time) {
    return time.toNanos() / 1000;
  }

  private record Fields(Map<String, String> members) {
    String text(String name) throws IOException {
      String value = members.get(name);
      if (value == null) {
        throw new IOException("a journal entry lacks " + name);
      }
      return value;
    }

    int number(String name) throws IOException {
      return Integer.parseInt(text(name));
    }

    boolean truth(String name) throws IOException {
      return Boolean.parseBoolean(text(name));
    }

    Duration time(String name) throws IOException {
      return Duration.ofNanos(1000 * Long.parseLong(text(name)));
    }

    JournalEntry.Place place() throws IOException {
      return new JournalEntry.Place(text("memory"), number("index"));
    }
  }
}
