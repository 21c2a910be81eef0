package hospital.wardbell.audit;

import hospital.wardbell.json.JsonObject;
import hospital.wardbell.json.MalformedJson;
import java.time.Instant;

/// An entry that is in the log.
///
/// @param json as it was recorded, character for character
public record Recorded(
    long leaf,
    String at,
    String actor,
    String act,
    String about,
    String origin,
    String reason,
    String json) {
  /// Of an entry that has been tampered with, only the number and the text are told.
  static Recorded of(long leaf, String json) {
    try {
      JsonObject entry = JsonObject.parse(json);
      return new Recorded(
          leaf,
          entry.text("at"),
          entry.text("actor"),
          entry.text("act"),
          entry.text("about"),
          entry.text("origin"),
          entry.text("reason"),
          json);
    } catch (MalformedJson _) {
      return new Recorded(leaf, Instant.EPOCH.toString(), "", "audit.unreadable", "", "", "", json);
    }
  }

  /// Whether somebody was refused something.
  public boolean isRefusal() {
    return act.endsWith("refused") || act.endsWith("refuse");
  }
}
