package hospital.wardbell.audit;

import hospital.wardbell.json.JsonObject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// An entry as it is hashed: JSON on one line, its keys sorted, no white space; all are always
/// there but `under`, which marks what was done under break-glass. As every value is printable
/// ASCII and every number whole and small, this is its canonical form.
///
/// @spec https://www.rfc-editor.org/rfc/rfc8785#section-3.2 RFC 8785 §3.2
final class Canonical {
  static final int FORMAT = 1;

  /// What stands for an entry of which only the number is left.
  static final String MISSING = "";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Canonical() {}

  static String of(long leaf, Instant at, ClockStatus clock, Entry entry) {
    JsonObject canonical =
        new JsonObject()
            .put("about", entry.about().orElse(""))
            .put("act", entry.act())
            .put("actor", entry.actor().label())
            .put("at", TIME.format(at))
            .put("clock", clock.word())
            .put("format", FORMAT)
            .put("leaf", leaf)
            .put("origin", entry.origin())
            .put("reason", entry.reason());
    entry.actor().mark().ifPresent(use -> canonical.put("under", use.toString()));
    return canonical.write();
  }
}
