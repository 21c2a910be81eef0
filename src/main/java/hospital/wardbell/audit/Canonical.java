package hospital.wardbell.audit;

import hospital.wardbell.json.JsonObject;
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

  String of(long leaf, Instant at, Entry entry) {
    return new JsonObject()
        .put("format", FORMAT)
        .put("leaf", leaf)
        .put("at", TIME.format(at))
        .put("actor", entry.actor().label())
        .put("act", entry.act())
        .put("about", entry.about().orElse(""))
        .put("origin", entry.origin())
        .put("reason", entry.reason())
        .write();
  }
}
