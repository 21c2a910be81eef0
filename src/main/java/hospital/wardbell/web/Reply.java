package hospital.wardbell.web;

import java.io.IOException;
import java.io.OutputStream;
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

  /// A file to be kept, which is made while it goes out and is never whole in memory or on the
  /// disk.
  ///
  /// @param name ASCII, without anybody's name or number
  record Download(String name, String mediaType, Body body) implements Reply {}

  /// Writes a file's octets, on the page's own thread. What it throws breaks the download off.
  interface Body {
    /// @throws IOException if the browser is gone, or takes nothing
    void write(OutputStream out) throws IOException;
  }
}
