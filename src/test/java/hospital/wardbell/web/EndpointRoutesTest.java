package hospital.wardbell.web;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.identity.Role;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(VertxExtension.class)
class EndpointRoutesTest {
  @TempDir static Path directory;
  private static TestTls tls;
  private TestSite site;

  @BeforeAll
  static void makeCertificate() throws Exception {
    tls = TestTls.in(directory);
  }

  @BeforeEach
  void start(Vertx vertx) {
    site = new TestSite(vertx, tls, TestSite.limits());
    site.open(
        _ -> {},
        endpoints -> {
          endpoints.get("/api/v1/x/:id", EndpointRoutesTest::echo);
          endpoints.post("/api/v1/x", EndpointRoutesTest::echo);
          endpoints.get("/api/v1/status", c -> status(c.query().getOrDefault("is", "200")));
        });
  }

  @AfterEach
  void stop() {
    site.close();
  }

  @Test
  void a_call_arrives_whole() throws Exception {
    HttpRequest.Builder call =
        post("{\"text\":\"café\"}", "application/json; charset=utf-8")
            .header("Authorization", "bearer s3cret")
            .header("Idempotency-Key", "k-1");

    assertThat(site.send(call).body()).isEqualTo("{} s3cret k-1 {\"text\":\"café\"}");
  }

  @Test
  void a_cookie_signs_nobody_in() throws Exception {
    site.door.signIn(Role.NURSE);

    assertThat(site.send(site.as(Role.NURSE, "/api/v1/x/7")).body()).isEqualTo("{id=7} - - ");
    assertThat(site.door.acts).isEmpty();
  }

  @Test
  void a_body_that_is_not_json_is_refused_in_json() throws Exception {
    HttpResponse<String> response = site.send(post("to=a", "application/x-www-form-urlencoded"));

    assertThat(response.statusCode()).isEqualTo(415);
    assertThat(response.body()).contains("\"error\":\"not_json\"");
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
  }

  @Test
  void what_is_not_there_is_told_in_json() throws Exception {
    assertThat(site.send(site.to("/api/v1/none")).body()).contains("\"error\":\"not_found\"");
    assertThat(site.send(site.to("/api/v1/x")).body()).contains("\"error\":\"method_not_allowed\"");
  }

  @Test
  void a_refusal_says_what_to_bring_and_when_to_come_back() throws Exception {
    assertThat(header("/api/v1/status?is=401", "WWW-Authenticate")).isEqualTo("Bearer");
    assertThat(header("/api/v1/status?is=429", "Retry-After")).isEqualTo("1");
  }

  private String header(String path, String name) throws Exception {
    return site.send(site.to(path)).headers().firstValue(name).orElse("");
  }

  private HttpRequest.Builder post(String body, String type) {
    return site.to("/api/v1/x")
        .header("Content-Type", type)
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private static Reply.Json echo(Call call) {
    String bearer = call.bearer().orElse("-");
    String key = call.idempotencyKey().orElse("-");
    return new Reply.Json(200, call.path() + " " + bearer + " " + key + " " + call.body());
  }

  private static Reply.Json status(String status) {
    return new Reply.Json(Integer.parseInt(status), "{}");
  }
}
