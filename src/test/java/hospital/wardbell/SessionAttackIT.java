package hospital.wardbell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hospital.wardbell.identity.Role;
import hospital.wardbell.json.JsonObject;
import hospital.wardbell.practice.People;
import hospital.wardbell.practice.Timing;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Somebody tries to get at another's session: by a cookie put there before, one that was good
/// before, or a session's id; and what the command line ends is ended for browsers.
class SessionAttackIT {
  private static final Pattern PENDING = Pattern.compile("name=\"pending\" value=\"([0-9a-f]+)\"");
  private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([0-9a-f]+)\"");
  private static final Pattern COOKIE = Pattern.compile("__Host-wardbell=([^;]+);.*");

  private static RunningHome home;
  private static HttpClient http;

  @BeforeAll
  static void start() throws Exception {
    home =
        RunningHome.start(
            Timing.none(),
            People.silent(),
            furnishing -> {
              for (String login : List.of("dana", "eve", "ida", "kim", "max", "noa")) {
                var _ = furnishing.staff(login, login, Role.NURSE);
              }
            });
    http = Https.client(new Home(home.directory())).build();
  }

  @AfterAll
  static void stop() throws Exception {
    http.shutdownNow();
    home.close();
  }

  private static HttpResponse<String> send(String path, String cookie, Map<String, String> form)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(home.address() + path)).timeout(Duration.ofSeconds(20));
    if (!cookie.isEmpty()) {
      request.header("Cookie", "__Host-wardbell=" + cookie);
    }
    if (!form.isEmpty()) {
      String body =
          form.entrySet().stream()
              .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
              .collect(Collectors.joining("&"));
      request
          .header("Content-Type", "application/x-www-form-urlencoded")
          .header("Sec-Fetch-Site", "same-origin")
          .header("User-Agent", "Mozilla/5.0 (Windows NT 10.0) Firefox/145.0")
          .POST(HttpRequest.BodyPublishers.ofString(body));
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private static String found(Pattern what, String in) {
    Matcher matcher = what.matcher(in);
    assertThat(matcher.find()).as(what.pattern()).isTrue();
    return matcher.group(1);
  }

  /// Signs in with a browser that has this cookie already, and gives the one that comes of it.
  private static String signIn(String login, String before) throws Exception {
    Account account = home.account(login);
    String page =
        send("sign-in", before, Map.of("login", login, "password", account.password())).body();
    HttpResponse<String> in =
        send(
            "sign-in/code",
            before,
            Map.of("pending", found(PENDING, page), "code", account.app().code()));
    return found(COOKIE, in.headers().firstValue("set-cookie").orElse(""));
  }

  private static boolean opens(String cookie) throws Exception {
    HttpResponse<String> answer = send("help", cookie, Map.of());
    assertThat(answer.statusCode()).isIn(200, 303);
    return answer.statusCode() == 200;
  }

  private static JsonObject asked(String command, String login) {
    return home.ask(new JsonObject().put("command", command).put("login", login));
  }

  private static List<JsonObject> sessions(String login) {
    return asked("user.sessions", login).objects("sessions");
  }

  @Test
  void a_cookie_that_was_put_into_the_browser_before_is_not_what_its_person_gets()
      throws Exception {
    String planted = "A".repeat(43);
    String eves = signIn("eve", "");

    String danas = signIn("dana", planted);
    assertThat(danas).isNotEqualTo(planted);
    assertThat(opens(planted)).isFalse();
    assertThat(opens(danas)).isTrue();

    assertThat(send("me", eves, Map.of()).body()).contains("<dd>eve</dd>");
    String again = signIn("dana", eves);
    assertThat(again).isNotEqualTo(eves);
    assertThat(send("me", eves, Map.of()).body())
        .contains("<dd>eve</dd>")
        .doesNotContain("<dd>dana</dd>");
  }

  @Test
  void what_was_signed_out_of_or_ended_opens_nothing_when_it_is_shown_again() throws Exception {
    String out = signIn("kim", "");
    String csrf = found(CSRF, send("help", out, Map.of()).body());
    assertThat(send("sign-out", out, Map.of("csrf", csrf)).statusCode()).isEqualTo(303);
    assertThat(opens(out)).isFalse();

    String ended = signIn("kim", "");
    JsonObject running = sessions("kim").getFirst();
    assertThat(running.text("browser")).isEqualTo("firefox");
    assertThat(running.text("machine")).isEqualTo("windows");
    assertThat(running.text("origin")).isEqualTo("127.0.0.1");
    assertThat(opens(running.text("id"))).as("a session's id is no cookie").isFalse();
    JsonObject end =
        new JsonObject()
            .put("command", "user.end-sessions")
            .put("login", "kim")
            .put("session", running.text("id"));
    assertThat(home.ask(end).number("ended")).isEqualTo(1);
    assertThat(opens(ended)).isFalse();
    assertThatThrownBy(() -> home.ask(end)).hasMessageContaining("no such session");
  }

  @Test
  void a_session_of_somebody_elses_is_not_ended_from_my_settings() throws Exception {
    String idas = signIn("ida", "");
    String other = sessions("ida").getFirst().text("id");
    String noas = signIn("noa", "");
    String csrf = found(CSRF, send("help", noas, Map.of()).body());
    Account noa = home.account("noa");
    Map<String, String> proof =
        Map.of("csrf", csrf, "next", "/me", "password", noa.password(), "code", noa.app().code());
    assertThat(send("me/sessions", noas, Map.of("csrf", csrf, "session", other)).headers())
        .as("not before it was shown who asks")
        .extracting(headers -> headers.firstValue("location").orElse(""))
        .asString()
        .startsWith("/step-up");
    assertThat(send("step-up", noas, proof).statusCode()).isEqualTo(303);

    for (String session : List.of(other, "0".repeat(32), "x", "")) {
      assertThat(send("me/sessions", noas, Map.of("csrf", csrf, "session", session)).statusCode())
          .as(session)
          .isEqualTo(404);
    }
    assertThat(opens(idas)).isTrue();
  }

  @Test
  void whoever_leaves_is_out_at_once_and_the_record_says_so_twice_alike() throws Exception {
    String before = signIn("max", "");

    JsonObject done = asked("user.offboard", "max");

    assertThat(opens(before)).isFalse();
    assertThat(done.object("steps").orElseThrow().number("app")).isEqualTo(1);
    assertThat(done.object("steps").orElseThrow().number("sessions")).isPositive();
    assertThat(done.text("by")).startsWith("os:");
    assertThat(asked("user.offboard", "max").write()).isEqualTo(done.write());
    assertThat(sessions("max")).isEmpty();
  }
}
