package hospital.wardbell;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/// Asks a running home for one thing after the other, as whoever has the cookie or the token.
final class Caller implements AutoCloseable {
  static final Map<String, String> FROM_OUR_PAGES = Map.of("Sec-Fetch-Site", "same-origin");

  private final String address;
  private final HttpClient http;

  Caller(RunningHome home) throws IOException, GeneralSecurityException {
    this.address = home.address().replaceFirst("/$", "");
    this.http =
        Https.client(new Home(home.directory())).followRedirects(HttpClient.Redirect.NEVER).build();
  }

  HttpResponse<InputStream> get(String path, Map<String, String> headers) {
    return send(asked(path, headers).GET());
  }

  HttpResponse<InputStream> post(
      String path, Map<String, String> headers, Map<String, String> fields) {
    String form =
        fields.entrySet().stream()
            .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return send(
        asked(path, headers)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  HttpResponse<InputStream> postJson(String path, Map<String, String> headers, String body) {
    return send(
        asked(path, headers)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder asked(String path, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(20));
    headers.forEach(request::header);
    return request;
  }

  /// Nothing of a body is read: the live stream's has no end.
  private HttpResponse<InputStream> send(HttpRequest.Builder request) {
    try {
      HttpResponse<InputStream> answer = http.send(request.build(), BodyHandlers.ofInputStream());
      answer.body().close();
      return answer;
    } catch (IOException e) {
      throw new IllegalStateException("no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
