package hospital.wardbell.web;

import hospital.wardbell.json.JsonObject;

/// How a listener words what went wrong: as a page, as JSON, as plain text.
interface Tone {
  /// @param incident what the reader may read out to IT; empty if there is none
  Answer.Whole words(int status, String incident, String language);

  /// For fragments, the management listener and whatever has no page.
  static Tone plain() {
    return (status, incident, _) -> Answer.text(status, (sentence(status) + incident).strip());
  }

  /// For the REST API.
  static Tone json() {
    return (status, incident, _) ->
        Answer.json(
            status,
            new JsonObject()
                .put("error", code(status))
                .put("message", (sentence(status) + incident).strip())
                .write());
  }

  /// Pages by `errors` where it draws them, else plain text.
  static Tone pages(ErrorView errors) {
    return (status, incident, language) ->
        switch (status) {
          case 403, 404, 405, 413, 423, 429, 500, 503 -> {
            StringBuilder out = new StringBuilder();
            errors.draw(status, incident, language, out);
            yield Answer.html(status, out.toString());
          }
          default -> plain().words(status, incident, language);
        };
  }

  private static String code(int status) {
    return switch (status) {
      case 404 -> "not_found";
      case 405 -> "method_not_allowed";
      case 408 -> "too_slow";
      case 413 -> "too_large";
      case 415 -> "not_json";
      case 500 -> "fault";
      case 503 -> "busy";
      default -> "bad_request";
    };
  }

  private static String sentence(int status) {
    return switch (status) {
      case 401 -> "You are not signed in. Sign in and try again.";
      case 403 -> "You may not do that. Nothing was done.";
      case 404 -> "There is nothing at this address.";
      case 405 -> "This address does not take that method.";
      case 408 -> "The request did not arrive in time. Nothing was done. Try again.";
      case 413 -> "The request is too large. Nothing was done.";
      case 415 -> "The request is not of a kind this address takes. Nothing was done.";
      case 423 -> "The screen is locked. Nothing was done. Unlock it and try again.";
      case 429 -> "Too many at once. Wait a little and try again.";
      case 500 -> "Something went wrong on the server. Look before you try again. Incident: ";
      case 503 -> "Wardbell is busy, locked or short of room. Look before you try again. ";
      default -> "The request could not be read. Nothing was done.";
    };
  }
}
