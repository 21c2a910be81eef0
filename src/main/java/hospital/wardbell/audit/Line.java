package hospital.wardbell.audit;

import hospital.wardbell.json.JsonObject;
import hospital.wardbell.json.MalformedJson;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/// One entry as it is kept: its number, its canonical text, and what it is found by.
record Line(long leaf, String text, String actor, String about) {
  /// A line of which only the text is kept; it is found by what that says.
  ///
  /// @throws MalformedJson if it is not the text of an entry
  static Line of(String text) {
    // Cut out where nothing is escaped; parsing each of a million would take longer than all else.
    int act = text.indexOf("\",\"act\":\"");
    int actor = text.indexOf("\",\"actor\":\"", act);
    int at = text.indexOf("\",\"at\":\"", actor);
    int leaf = text.indexOf(",\"leaf\":", at);
    int origin = text.indexOf(",\"origin\":\"", leaf);
    boolean plain = act > 0 && actor > 0 && at > 0 && leaf > 0 && origin > 0;
    if (!plain || !text.startsWith("{\"about\":\"") || text.indexOf('\\') >= 0) {
      return parsed(text);
    }
    String number = text.substring(leaf + 8, origin);
    return number.length() < 19 && number.chars().allMatch(c -> c >= '0' && c <= '9')
        ? new Line(
            Long.parseLong(number), text, text.substring(actor + 11, at), text.substring(10, act))
        : parsed(text);
  }

  private static Line parsed(String text) {
    JsonObject entry = JsonObject.parse(text);
    return new Line(entry.number("leaf"), text, entry.text("actor"), entry.text("about"));
  }

  /// When an entry says it was recorded; for one that says nothing, long ago.
  static Instant at(String text) {
    try {
      return Instant.parse(JsonObject.parse(text).text("at"));
    } catch (MalformedJson | DateTimeParseException _) {
      return Instant.EPOCH;
    }
  }

  /// Whether the text is an entry of this number, found by what it says.
  boolean agrees() {
    // As Canonical writes it; parsing each of a million would take longer than all the rest.
    if (text.startsWith("{\"about\":\"" + about + "\",\"act\":\"")
        && text.contains("\",\"actor\":\"" + actor + "\",\"at\":\"")
        && text.contains(",\"leaf\":" + leaf + ",\"origin\":\"")) {
      return true;
    }
    try {
      return parsed(text).equals(this);
    } catch (MalformedJson _) {
      return false;
    }
  }
}
