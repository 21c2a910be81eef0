package hospital.wardbell;

import hospital.wardbell.RouteTable.Line;
import hospital.wardbell.WalledHome.Seat;
import hospital.wardbell.WalledHome.Things;
import hospital.wardbell.base.Id;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;

/// Asks a walled home for its routes as whoever it may be, and tells how that ended.
record Knocking(Caller caller) {
  enum Outcome {
    IN,
    REFUSED,
    HIDDEN,
    SIGN_IN,
    STEP_UP,
    LOCKED
  }

  Outcome called(Line line, Map<String, String> headers, Things things) {
    String path = path(line, things);
    return outcome(
        line.isForm() ? caller.postJson(path, headers, "{}") : caller.get(path, headers));
  }

  Outcome asked(Line line, Seat seat, Things things) {
    return line.isForm()
        ? posted(line, seat, things, headers(seat))
        : outcome(caller.get(path(line, things), headers(seat)));
  }

  Outcome posted(Line line, Seat seat, Things things, Map<String, String> headers) {
    Map<String, String> fields = new HashMap<>(line.fields());
    fields.put("csrf", seat.csrf());
    fields.replaceAll((_, value) -> value.equals("ID") ? Id.random().toString() : value);
    return outcome(caller.post(path(line, things), headers, fields));
  }

  static Map<String, String> headers(Seat seat) {
    Map<String, String> headers = new HashMap<>(Caller.FROM_OUR_PAGES);
    if (!seat.cookie().isEmpty()) {
      headers.put("Cookie", "__Host-wardbell=" + seat.cookie());
    }
    return headers;
  }

  private static String path(Line line, Things things) {
    String path = line.path();
    Id id = Id.random();
    if (path.startsWith("/conversations/")) {
      id = things.conversation();
    } else if (path.endsWith("/settle") || path.startsWith("/api/")) {
      id = things.unknown();
    } else if (path.startsWith("/messages/")) {
      id = things.message();
    }
    String query =
        path.equals("/api/v1/messages") && !line.isForm()
            ? "?direction=sent&since=2020-01-01T00:00:00Z"
            : "";
    String next = path.equals("/step-up") ? "?next=/help" : "";
    return path.replace(":id", id.toString())
            .replace(":name", "practice")
            .replace(":week", "2026-W40")
        + query
        + next;
  }

  static Outcome outcome(HttpResponse<?> answer) {
    String location = answer.headers().firstValue("location").orElse("");
    boolean signedOut = answer.headers().firstValue("set-cookie").isPresent();
    return switch (answer.statusCode()) {
      case 403 -> Outcome.REFUSED;
      case 404 -> Outcome.HIDDEN;
      case 401 -> Outcome.SIGN_IN;
      case 423 -> Outcome.LOCKED;
      case 303 -> redirected(location, signedOut);
      case 200, 202, 400, 409, 410, 422, 429 -> Outcome.IN;
      default -> throw new IllegalStateException(answer + " is no answer to be had");
    };
  }

  private static Outcome redirected(String location, boolean signedOut) {
    if (location.startsWith("/sign-in") && !signedOut) {
      return Outcome.SIGN_IN;
    }
    if (location.startsWith("/lock")) {
      return Outcome.LOCKED;
    }
    return location.startsWith("/step-up") ? Outcome.STEP_UP : Outcome.IN;
  }
}
