package hospital.wardbell.web;

import java.util.function.Consumer;

/// What a page answers.
public sealed interface Reply {
  /// HTML; `write` appends it.
  record Html(int status, Consumer<StringBuilder> write) implements Reply {}

  /// A redirection after a form was posted.
  record SeeOther(String location) implements Reply {}

  /// A session begins (`cookie` is its secret) or ends (`cookie` is empty), then a redirection.
  record SetSession(String cookie, String location) implements Reply {}

  record Json(int status, String body) implements Reply {}
}
