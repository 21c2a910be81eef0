package hospital.wardbell.web.api;

import hospital.wardbell.json.JsonObject;
import hospital.wardbell.json.MalformedJson;
import java.util.Optional;
import java.util.Set;

/// What a program wants sent, as it wrote it.
///
/// @param purpose a word; empty if none was given
record SendRequest(String to, String text, Optional<String> purpose) {
  private static final Set<String> FIELDS = Set.of("to", "text", "purpose");

  /// Empty if `body` is not one JSON object of these fields.
  static Optional<SendRequest> read(String body) {
    try {
      JsonObject json = JsonObject.parse(body);
      return Optional.of(
              new SendRequest(json.text("to"), json.text("text"), json.maybeText("purpose")))
          .filter(_ -> FIELDS.containsAll(json.names()));
    } catch (MalformedJson e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "SendRequest[" + text.length() + " characters]";
  }
}
