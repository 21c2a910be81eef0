package hospital.wardbell.web.api;

import hospital.wardbell.json.JsonObject;
import hospital.wardbell.web.Reply;
import java.util.Map;

/// What can be wrong with a call; the name in lower case is the `error` of the answer.
enum ApiError {
  NO_TOKEN(401, "The Authorization header must be Bearer and a token that is in force."),
  WRONG_SCOPE(403, "This token may not do that. Ask IT for one with the scope that is needed."),
  TOO_MANY(429, "This token has asked too often. Wait a second and try again."),
  BAD_JSON(
      400,
      "The body must be one JSON object of the texts to, text, purpose and the number ttl_minutes."),
  BAD_PURPOSE(400, "The purpose must be care, appointment, billing, survey or marketing."),
  BAD_TTL(400, "The ttl_minutes must be 5 to 1440."),
  BAD_KEY(400, "The Idempotency-Key must be 1 to 255 visible ASCII characters."),
  BAD_QUERY(400, "Ask with direction=received or direction=sent, and since= an ISO 8601 instant."),
  NOT_FOUND(404, "There is no such message for this token."),
  BAD_NUMBER(422, "No text can be sent to that number. Nothing was sent."),
  KEY_REUSED(422, "That Idempotency-Key was used for another message. Nothing was sent."),
  REFUSED(422, "");

  private final int status;
  private final String message;

  ApiError(int status, String message) {
    this.status = status;
    this.message = message;
  }

  int status() {
    return status;
  }

  String code() {
    return Words.lower(this);
  }

  Reply.Json reply() {
    return reply(message, Map.of());
  }

  /// @param details further fields that say what it was
  Reply.Json reply(Map<String, String> details) {
    return reply(message, details);
  }

  Reply.Json reply(String words, Map<String, String> details) {
    JsonObject body = new JsonObject().put("error", code()).put("message", words);
    details.forEach(body::put);
    return new Reply.Json(status, body.write());
  }
}
