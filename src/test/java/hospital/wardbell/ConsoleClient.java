package hospital.wardbell;

import hospital.wardbell.json.JsonObject;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A browser without a face, at a home's console.
final class ConsoleClient implements AutoCloseable {
  private static final Pattern PENDING = Pattern.compile("name=\"pending\" value=\"([0-9a-f]+)\"");

  private final TrialHome home;
  private final HttpClient http;

  private ConsoleClient(TrialHome home, HttpClient http) {
    this.home = home;
    this.http = http;
  }

  static ConsoleClient of(TrialHome home) throws IOException, GeneralSecurityException {
    return new ConsoleClient(home, Https.client(home).cookieHandler(new CookieManager()).build());
  }

  /// What a new account signs in with.
  record Credentials(String password, Authenticator app) {}

  /// Makes a lead's account and signs in to it.
  void signInAsLead(String login, String name, InstantSource clock)
      throws IOException, InterruptedException {
    var _ = signIn(login, name, "lead", clock);
  }

  /// Makes an account of that role and signs in to it.
  Credentials signIn(String login, String name, String role, InstantSource clock)
      throws IOException, InterruptedException {
    JsonObject made =
        home.ask(
            "user.add",
            new JsonObject().put("login", login).put("name", name).put("roles", List.of(role)));
    Authenticator app = new Authenticator(made.text("otpauth"), clock);
    enter(login, made.text("password"), app);
    return new Credentials(made.text("password"), app);
  }

  /// Signs in to an account that is there.
  void enter(String login, String password, Authenticator app)
      throws IOException, InterruptedException {
    HttpResponse<String> asked = post("/sign-in", Map.of("login", login, "password", password));
    Matcher pending = PENDING.matcher(asked.body());
    if (!pending.find()) {
      throw new IllegalStateException("no code was asked for: " + asked.statusCode());
    }
    HttpResponse<String> in =
        post("/sign-in/code", Map.of("pending", pending.group(1), "code", app.code()));
    if (in.statusCode() != 303) {
      throw new IllegalStateException("the code was refused: " + in.statusCode());
    }
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(Https.address(home, path)).timeout(Duration.ofSeconds(20)).build(),
        BodyHandlers.ofString());
  }

  HttpResponse<String> post(String path, Map<String, String> fields)
      throws IOException, InterruptedException {
    String form =
        fields.entrySet().stream()
            .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return http.send(
        HttpRequest.newBuilder(Https.address(home, path))
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Sec-Fetch-Site", "same-origin")
            .POST(BodyPublishers.ofString(form))
            .build(),
        BodyHandlers.ofString());
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
