package hospital.wardbell.web.api;

import hospital.wardbell.consent.Draft;
import hospital.wardbell.json.JsonObject;
import hospital.wardbell.json.MalformedJson;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// What a program wants sent, as it wrote it.
///
/// @param purpose a word; empty if none was given
/// @param minutes how long the text makes sense; empty if it was not said
record SendRequest(String to, String text, Optional<String> purpose, Optional<Long> minutes) {
  private static final String LIFETIME = "ttl_minutes";
  private static final Set<String> FIELDS = Set.of("to", "text", "purpose", LIFETIME);

  /// Empty if `body` is not one JSON object of these fields.
  static Optional<SendRequest> read(String body) {
    try {
      JsonObject json = JsonObject.parse(body);
      return Optional.of(
              new SendRequest(
                  json.text("to"),
                  json.text("text"),
                  json.maybeText("purpose"),
                  json.has(LIFETIME) ? Optional.of(json.number(LIFETIME)) : Optional.empty()))
          .filter(_ -> FIELDS.containsAll(json.names()));
    } catch (MalformedJson e) {
      return Optional.empty();
    }
  }

  /// Whether it is given and none that a text can have.
  boolean hasBadLifetime() {
    return minutes
        .filter(
            m -> m < Draft.SHORTEST_LIFETIME.toMinutes() || m > Draft.LONGEST_LIFETIME.toMinutes())
        .isPresent();
  }

  Optional<Duration> lifetime() {
    return minutes.map(Duration::ofMinutes);
  }

  @Override
  public String toString() {
    return "SendRequest[" + text.length() + " characters]";
  }
}
