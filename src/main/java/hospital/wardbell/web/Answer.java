package hospital.wardbell.web;

import java.util.Map;
import java.util.function.Consumer;

/// What goes back over the wire, ready to be written by the event loop.
sealed interface Answer {
  /// A whole answer.
  record Whole(int status, Map<String, String> headers, String body) implements Answer {
    public Whole {
      headers = Map.copyOf(headers);
    }

    @Override
    public String toString() {
      return "Whole[" + status + "]";
    }
  }

  /// An answer that goes on: `start` is called on the event loop once its head is written.
  record Stream(Consumer<Sink> start) implements Answer {}

  /// An answer whose body is made while it goes out; see [Downloads].
  record Download(Map<String, String> headers, Reply.Body body) implements Answer {
    public Download {
      headers = Map.copyOf(headers);
    }
  }

  /// Where a stream writes, on the event loop only.
  interface Sink {
    void write(String frame);

    /// Whether the browser takes up less than it is sent.
    boolean full();

    /// `gone` is run on the event loop once the browser has left.
    void onGone(Runnable gone);

    void end();
  }

  static Whole text(int status, String words) {
    return new Whole(status, Map.of("Content-Type", "text/plain; charset=utf-8"), words + "\n");
  }

  static Whole html(int status, String page) {
    return new Whole(status, Map.of("Content-Type", "text/html; charset=utf-8"), page);
  }

  static Whole json(int status, String body) {
    return new Whole(status, Map.of("Content-Type", "application/json"), body);
  }

  static Whole seeOther(String location) {
    return new Whole(303, Map.of("Location", local(location)), "");
  }

  /// `location`, if it is an absolute path on this server.
  private static String local(String location) {
    if (!location.matches("/(?!/)[\\x21-\\x7e&&[^\\\\]]*")) {
      throw new IllegalStateException("a redirection must stay on this server");
    }
    return location;
  }
}
