package hospital.wardbell.web;

import static hospital.wardbell.identity.Permission.READ_CONVERSATIONS;
import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.identity.Role;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(VertxExtension.class)
class SecurityHeadersTest {
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
        routes -> {
          routes.get("/page", READ_CONVERSATIONS, _ -> new Reply.Html(200, o -> o.append("a")));
          routes.openGet("/fault", _ -> new Reply.SeeOther("//elsewhere"));
        },
        endpoints -> endpoints.get("/api/v1/x", _ -> new Reply.Json(200, "{}")));
    site.door.signIn(Role.NURSE);
    site.door.signIn(Role.IT);
  }

  @AfterEach
  void stop() {
    site.close();
  }

  @Test
  void every_kind_of_reply_carries_them() throws Exception {
    List<HttpRequest.Builder> kinds =
        List.of(
            site.as(Role.NURSE, "/page"),
            site.to("/page"),
            site.as(Role.IT, "/page"),
            site.to("/nothing"),
            site.to("/fault"),
            site.to("/a/test.css"),
            site.to("/api/v1/x"),
            site.to("/api/v1/nothing"),
            site.to("/live"),
            site.form(Role.NURSE, "/page", ""));

    for (HttpRequest.Builder kind : kinds) {
      HttpResponse<String> response = site.send(kind);
      assertSafe(response.headers());
    }
  }

  @Test
  void a_request_that_is_not_even_http_gets_them_too() throws Exception {
    assertThat(site.raw("GET / HTTP/1.1\r\nHost: a\r\nX: " + "a".repeat(20_000) + "\r\n\r\n"))
        .startsWith("HTTP/1.1 431")
        .containsIgnoringCase("content-security-policy: default-src 'none'");
  }

  @Test
  void all_but_assets_are_never_stored() throws Exception {
    assertThat(caching("/page")).isEqualTo("no-store");
    assertThat(caching("/nothing")).isEqualTo("no-store");
    assertThat(caching("/api/v1/x")).isEqualTo("no-store");
    assertThat(caching("/a/test.css")).isEqualTo("private, no-cache");
  }

  @Test
  void a_redirection_never_leaves_the_server() throws Exception {
    assertThat(site.send(site.to("/fault")).statusCode()).isEqualTo(500);
  }

  private String caching(String path) throws Exception {
    return site.send(site.as(Role.NURSE, path)).headers().firstValue("Cache-Control").orElse("");
  }

  private static void assertSafe(HttpHeaders headers) {
    assertThat(headers.firstValue("Content-Security-Policy"))
        .hasValue(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src"
                + " 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
                + " frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types"
                + " fragment");
    assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
    assertThat(headers.firstValue("Cross-Origin-Resource-Policy")).hasValue("same-origin");
    assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
    assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(headers.firstValue("Permissions-Policy")).isPresent();
    assertThat(headers.firstValue("Strict-Transport-Security")).isEmpty();
    assertThat(headers.firstValue("Server")).isEmpty();
  }
}
