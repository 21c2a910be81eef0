package hospital.wardbell.bench;

import hospital.wardbell.Authenticator;
import hospital.wardbell.json.JsonObject;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientConnection;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// One person's browser, as the service sees it: an HTTP/2 connection of its own, a cookie, a live
/// stream, one page after another. Scripts and pictures are not asked for again, as a browser does
/// not.
final class Visitor {
  private static final long PATIENCE_SECONDS = 60;
  private static final Pattern PENDING = Pattern.compile("name=\"pending\" value=\"([^\"]+)\"");

  private final HttpClientConnection connection;
  private final AtomicLong heard = new AtomicLong();
  private volatile String cookie = "";

  Visitor(HttpClientConnection connection) {
    this.connection = connection;
  }

  /// A page, and how long it took from the asking to its last octet.
  record Seen(int status, String body, double millis) {}

  /// Both steps, and the first page.
  ///
  /// @param account as `user.add` answered
  /// @return how long each of the three took, in milliseconds
  List<Double> signIn(JsonObject account) {
    Seen asked =
        post(
            "/sign-in",
            Map.of("login", account.text("login"), "password", account.text("password")));
    Matcher pending = PENDING.matcher(asked.body());
    if (!pending.find()) {
      throw new IllegalStateException("the password was answered with " + asked.status());
    }
    String code = new Authenticator(account.text("otpauth")).code();
    Seen welcome = post("/sign-in/code", Map.of("pending", pending.group(1), "code", code));
    Seen first = await(see("/inbox"));
    if (first.status() != 200) {
      throw new IllegalStateException("the inbox was answered with " + first.status());
    }
    return List.of(asked.millis(), welcome.millis(), first.millis());
  }

  /// Opens the live stream and counts what comes by it.
  void listen() {
    HttpClientResponse response =
        await(
            connection
                .request(asked(HttpMethod.GET, "/live").putHeader("Accept", "text/event-stream"))
                .compose(request -> request.send()));
    if (response.statusCode() != 200) {
      throw new IllegalStateException("the live stream is " + response.statusCode());
    }
    response.handler(octets -> heard.addAndGet(octets.length()));
  }

  /// How many octets came by the live stream.
  long heard() {
    return heard.get();
  }

  /// A page, with nobody waiting.
  Future<Seen> see(String path) {
    return exchange(asked(HttpMethod.GET, path), Buffer.buffer());
  }

  private Seen post(String path, Map<String, String> fields) {
    String form =
        fields.entrySet().stream()
            .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    RequestOptions options =
        asked(HttpMethod.POST, path)
            .putHeader("Content-Type", "application/x-www-form-urlencoded")
            .putHeader("Sec-Fetch-Site", "same-origin");
    return await(exchange(options, Buffer.buffer(form)));
  }

  private Future<Seen> exchange(RequestOptions options, Buffer body) {
    long begun = System.nanoTime();
    return connection
        .request(options)
        .compose(request -> request.send(body))
        .compose(response -> {
          keepCookie(response);
          return response
              .body()
              .map(octets ->
                  new Seen(
                      response.statusCode(), octets.toString(), (System.nanoTime() - begun) / 1e6));
        });
  }

  private void keepCookie(HttpClientResponse response) {
    for (String set : response.cookies()) {
      if (set.startsWith("__Host-")) {
        cookie = set.replaceFirst(";.*", "");
      }
    }
  }

  private RequestOptions asked(HttpMethod method, String path) {
    RequestOptions options = new RequestOptions().setMethod(method).setURI(path);
    return cookie.isEmpty() ? options : options.putHeader("Cookie", cookie);
  }

  static <T> T await(Future<T> future) {
    try {
      return future.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException("no answer", e);
    }
  }
}
