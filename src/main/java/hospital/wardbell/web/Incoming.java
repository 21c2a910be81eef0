package hospital.wardbell.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A request as the event loop has read it, free of everything that belongs to the loop.
///
/// @param headers by their lower-case name, the first of each
/// @param authority host and port as the caller wrote them
/// @param address where the caller is
/// @param cookie the session cookie; empty if there is none
record Incoming(
    Map<String, String> path,
    Map<String, String> query,
    Map<String, String> headers,
    String authority,
    String address,
    String cookie,
    String uri,
    String body) {
  static final String COOKIE = "__Host-wardbell";
  private static final String FRAGMENT = "text/vnd.fragment+html";

  /// @throws IllegalArgumentException if the query is malformed
  static Incoming of(RoutingContext ctx, Buffer body) {
    HttpServerRequest request = ctx.request();
    Map<String, String> headers = new HashMap<>();
    request.headers().forEach((k, v) -> headers.putIfAbsent(k.toLowerCase(Locale.ROOT), v));
    return new Incoming(
        Map.copyOf(ctx.pathParams()),
        FormFields.read(Optional.ofNullable(request.query()).orElse("")),
        headers,
        Optional.ofNullable(request.authority()).map(Object::toString).orElse(""),
        Optional.ofNullable(request.remoteAddress()).map(a -> a.hostAddress()).orElse(""),
        Optional.ofNullable(request.getCookie(COOKIE)).map(Cookie::getValue).orElse(""),
        Optional.ofNullable(request.uri()).orElse("/"),
        body.toString(StandardCharsets.UTF_8));
  }

  String header(String lowerCaseName) {
    return headers.getOrDefault(lowerCaseName, "");
  }

  /// Only the changed region of a page is wanted.
  boolean fragment() {
    return header("accept").contains(FRAGMENT);
  }

  /// `es` if the browser asks for it first, else `en`.
  String language() {
    return header("accept-language").startsWith("es") ? "es" : "en";
  }

  boolean fromOurPages() {
    return SameOrigin.trusts(header("sec-fetch-site"), header("origin"), authority);
  }

  boolean is(String mediaType) {
    return header("content-type").split(";", 2)[0].strip().equalsIgnoreCase(mediaType);
  }

  @Override
  public String toString() {
    return "Incoming from " + address;
  }
}
