package hospital.wardbell.audit;

import hospital.wardbell.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An entry as a page shows it; the members as `docs/audit-format.md` has them.
public record Seen(
    long leaf, Instant at, String actor, String act, String about, String origin, String reason) {
  /// Some entries, newest first.
  ///
  /// @param below where to go on: there may be more of lower numbers
  public record Page(List<Seen> entries, Optional<Long> below) {
    public Page {
      entries = List.copyOf(entries);
    }
  }

  /// @throws hospital.wardbell.json.MalformedJson if it is not the text of an entry
  static Seen of(long leaf, String text) {
    JsonObject entry = JsonObject.parse(text);
    return new Seen(
        leaf,
        Line.at(text),
        entry.text("actor"),
        entry.text("act"),
        entry.text("about"),
        entry.text("origin"),
        entry.text("reason"));
  }
}
