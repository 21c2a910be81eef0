package hospital.wardbell.web;

import hospital.wardbell.identity.Role;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// A server on a free port of loopback, with a client that trusts it.
final class TestSite implements AutoCloseable {
  static final ErrorView ERRORS =
      (status, incident, language, out) ->
          out.append("<h1 lang=%s>%d</h1>%s".formatted(language, status, incident));

  final FakeDoor door = new FakeDoor();
  final Server server;
  final LiveEvents live;
  private final TestTls tls;
  private final HttpClient http;

  TestSite(Vertx vertx, TestTls tls, Limits limits) {
    this.tls = tls;
    Site.Sealed first =
        new Site.Sealed(
            ERRORS,
            routes -> routes.openGet("/", _ -> new Reply.Html(503, out -> out.append("sealed"))));
    server =
        new Server(
            vertx,
            new ListenAddress("127.0.0.1", 0),
            tls.certificates(),
            Assets.of(List.of("test.css", "test.js")),
            limits,
            first);
    live = server.live(door);
    http = client(HttpClient.Version.HTTP_2);
  }

  /// The product's limits with short waits.
  static Limits limits() {
    return new Limits(
        64 * 1024,
        Duration.ofSeconds(5),
        Duration.ofSeconds(5),
        Duration.ofSeconds(5),
        64,
        512,
        Duration.ofSeconds(15),
        2,
        100);
  }

  TestSite open(Consumer<Routes> pages) {
    return open(pages, _ -> {});
  }

  TestSite open(Consumer<Routes> pages, Consumer<Endpoints> endpoints) {
    server.show(new Site.Unlocked(ERRORS, door, live, pages, endpoints));
    return this;
  }

  HttpClient client(HttpClient.Version version) {
    return HttpClient.newBuilder()
        .sslContext(tls.client())
        .version(version)
        .connectTimeout(Duration.ofSeconds(5))
        .build();
  }

  String authority() {
    return "localhost:" + server.port();
  }

  HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("https://" + authority() + path))
        .timeout(Duration.ofSeconds(10));
  }

  HttpRequest.Builder as(Role role, String path) {
    return to(path).header("Cookie", "__Host-wardbell=" + role.name());
  }

  /// A form as our own pages post it.
  HttpRequest.Builder form(Role role, String path, String fields) {
    return as(role, path)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("Sec-Fetch-Site", "same-origin")
        .POST(HttpRequest.BodyPublishers.ofString(fields));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  CompletableFuture<HttpResponse<String>> sendAsync(HttpRequest.Builder request) {
    return http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /// Sends `head` as it is over HTTP/1.1.
  ///
  /// @return all that comes until the server closes
  String raw(String head) throws IOException {
    try (Socket socket = tls.client().getSocketFactory().createSocket("127.0.0.1", server.port())) {
      socket.setSoTimeout(5_000);
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
  }

  /// Listens to the live stream as `role`.
  Listening listen(Role role, String... headers) {
    HttpRequest.Builder request = as(role, "/live").timeout(Duration.ofMinutes(1));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return new Listening(http, request.build());
  }

  @Override
  public void close() {
    http.shutdownNow();
    server.close();
  }
}
