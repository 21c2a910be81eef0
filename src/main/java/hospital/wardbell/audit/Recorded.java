package hospital.wardbell.audit;

import hospital.wardbell.json.JsonObject;
import hospital.wardbell.json.MalformedJson;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An entry that is in the log, for a page or a log collector; the members as
/// `docs/audit-format.md` has them.
///
/// @param text as it was recorded, character for character
public record Recorded(
    long leaf,
    Instant at,
    String actor,
    String act,
    String about,
    String origin,
    String reason,
    String text) {
  private static final String UNREADABLE = "audit.unreadable";

  /// Some entries, newest first.
  ///
  /// @param below where to go on: there may be more of lower numbers
  public record Page(List<Recorded> entries, Optional<Long> below) {
    public Page {
      entries = List.copyOf(entries);
    }
  }

  /// Of an entry that was tampered with until it says nothing, only number and text are told.
  static Recorded of(Line line) {
    try {
      JsonObject entry = JsonObject.parse(line.text());
      return new Recorded(
          line.leaf(),
          Line.at(line.text()),
          entry.text("actor"),
          entry.text("act"),
          entry.text("about"),
          entry.text("origin"),
          entry.text("reason"),
          line.text());
    } catch (MalformedJson _) {
      return new Recorded(line.leaf(), Instant.EPOCH, "", UNREADABLE, "", "", "", line.text());
    }
  }

  /// Whether it says what an entry says.
  boolean isReadable() {
    return !act.equals(UNREADABLE);
  }

  /// The use of break-glass under which it was done.
  public Optional<String> under() {
    // Inside a value each quotation mark has a backslash before it, so this is the member.
    return isReadable() && text.contains("\",\"under\":\"")
        ? JsonObject.parse(text).maybeText("under")
        : Optional.empty();
  }

  /// Whether somebody was refused something.
  public boolean isRefusal() {
    return act.endsWith("refused") || act.endsWith("refuse");
  }
}
