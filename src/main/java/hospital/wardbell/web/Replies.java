package hospital.wardbell.web;

import java.util.HashMap;
import java.util.Map;

/// Makes of a page's reply what goes over the wire, on the page's own thread.
final class Replies {
  private static final String ATTRIBUTES = "; Path=/; Secure; HttpOnly; SameSite=Strict";

  private Replies() {}

  static Answer answer(Reply reply) {
    return switch (reply) {
      case Reply.Html(int status, var write) -> {
        StringBuilder out = new StringBuilder();
        write.accept(out);
        yield Answer.html(status, out.toString());
      }
      case Reply.SeeOther(String location) -> Answer.seeOther(location);
      case Reply.SetSession(String cookie, String location) -> session(cookie, location);
      case Reply.Download(String name, String mediaType, Reply.Body body) ->
          new Answer.Download(headers(name, mediaType), body);
      case Reply.Json(int status, String body) -> Answer.json(status, body);
    };
  }

  private static Answer session(String cookie, String location) {
    Answer.Whole redirection = Answer.seeOther(location);
    Map<String, String> headers = new HashMap<>(redirection.headers());
    if (cookie.isEmpty()) {
      headers.put("Set-Cookie", Incoming.COOKIE + "=; Max-Age=0" + ATTRIBUTES);
      headers.put("Clear-Site-Data", "\"cache\", \"storage\"");
    } else {
      headers.put("Set-Cookie", Incoming.COOKIE + "=" + value(cookie) + ATTRIBUTES);
    }
    return new Answer.Whole(redirection.status(), headers, "");
  }

  private static Map<String, String> headers(String name, String mediaType) {
    if (!name.matches("[A-Za-z0-9.-]{1,100}")) {
      throw new IllegalStateException("a file for download has a name of another form");
    }
    return Map.of(
        "Content-Type", mediaType, "Content-Disposition", "attachment; filename=\"" + name + "\"");
  }

  private static String value(String cookie) {
    if (!cookie.matches("[A-Za-z0-9_.~=+/-]+")) {
      throw new IllegalStateException("a session cookie has characters that no cookie may have");
    }
    return cookie;
  }
}
