package hospital.wardbell;

import hospital.wardbell.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A program of the hospital that uses the REST API over TLS, trusting the home's own authority.
final class ApiClient implements AutoCloseable {
  private static final int PAGE = 500;
  private static final int TOO_MANY = 429;

  private final HttpClient http;
  private final URI messages;
  private final String token;

  private ApiClient(HttpClient http, URI messages, String token) {
    this.http = http;
    this.messages = messages;
    this.token = token;
  }

  /// With a new token that may send and read.
  static ApiClient of(TrialHome home) throws IOException, GeneralSecurityException {
    String token =
        home.ask(
                "token.create",
                new JsonObject().put("name", "test").put("scopes", List.of("send", "read")))
            .text("token");
    return new ApiClient(
        Https.client(home).build(), Https.address(home, "/api/v1/messages"), token);
  }

  /// Once, whatever happens in between.
  ///
  /// @throws IOException if the service ended before it answered
  HttpResponse<String> send(String key, String to, String text)
      throws IOException, InterruptedException {
    JsonObject body = new JsonObject().put("to", to).put("text", text);
    return http.send(
        request(messages)
            .header("Idempotency-Key", key)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.write()))
            .build(),
        BodyHandlers.ofString());
  }

  /// Every message of one direction by its id, in the order in which they came.
  Map<String, JsonObject> all(String direction) throws IOException, InterruptedException {
    Map<String, JsonObject> found = new TreeMap<>();
    Instant since = Instant.EPOCH;
    while (true) {
      URI page = URI.create(messages + "?direction=" + direction + "&since=" + since);
      HttpResponse<String> answer = http.send(request(page).GET().build(), BodyHandlers.ofString());
      if (answer.statusCode() == TOO_MANY) {
        Until.rest(Duration.ofSeconds(1));
        continue;
      }
      if (answer.statusCode() != 200) {
        throw new IOException("the list was refused with " + answer.statusCode());
      }
      List<JsonObject> listed =
          new ArrayList<>(JsonObject.parse(answer.body()).objects("messages"));
      listed.forEach(message -> found.put(message.text("id"), message));
      if (listed.size() < PAGE) {
        return found;
      }
      since = Instant.parse(listed.getLast().text("at"));
    }
  }

  /// Where a message that was sent stands, such as `delivered`.
  String state(String id) throws IOException, InterruptedException {
    HttpRequest asked = request(URI.create(messages + "/" + id)).GET().build();
    HttpResponse<String> answer = http.send(asked, BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException("refused with " + answer.statusCode() + ": " + answer.body());
    }
    return JsonObject.parse(answer.body()).text("state");
  }

  private HttpRequest.Builder request(URI at) {
    return HttpRequest.newBuilder(at)
        .timeout(Duration.ofSeconds(20))
        .header("Authorization", "Bearer " + token);
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
