package hospital.wardbell.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// An entry as it is hashed: JSON on one line, every key always there and in this order, no white
/// space, UTF-8.
final class Canonical {
  private static final int FORMAT = 1;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final JsonFactory json = new JsonFactory();

  String of(long leaf, Instant at, Entry entry) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = json.createGenerator(text)) {
      out.writeStartObject();
      out.writeNumberField("format", FORMAT);
      out.writeNumberField("leaf", leaf);
      out.writeStringField("at", TIME.format(at));
      out.writeStringField("actor", entry.actor().label());
      out.writeStringField("act", entry.act());
      out.writeStringField("about", entry.about().orElse(""));
      out.writeStringField("origin", entry.origin());
      out.writeStringField("reason", entry.reason());
      out.writeEndObject();
    } catch (IOException e) {
      throw new IllegalStateException("writing to memory cannot fail", e);
    }
    return text.toString();
  }
}
