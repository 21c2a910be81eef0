package hospital.wardbell.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
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
class AssetsTest {
  @TempDir static Path directory;
  private static TestTls tls;
  private final Assets assets = Assets.of(List.of("test.css", "test.js"));
  private TestSite site;

  @BeforeAll
  static void makeCertificate() throws Exception {
    tls = TestTls.in(directory);
  }

  @BeforeEach
  void start(Vertx vertx) {
    site = new TestSite(vertx, tls, TestSite.limits());
  }

  @AfterEach
  void stop() {
    site.close();
  }

  @Test
  void a_versioned_address_may_be_kept_for_ever() throws Exception {
    HttpResponse<String> response = site.send(site.to(assets.href("test.js")));

    assertThat(response.body()).contains("export const one");
    assertThat(response.headers().firstValue("Content-Type"))
        .hasValue("text/javascript; charset=utf-8");
    assertThat(response.headers().firstValue("Cache-Control"))
        .hasValue("private, max-age=31536000, immutable");
  }

  @Test
  void under_its_bare_name_it_is_sent_again_only_if_it_has_changed() throws Exception {
    HttpResponse<String> first = site.send(site.to("/a/test.css"));
    String tag = first.headers().firstValue("ETag").orElse("");

    assertThat(first.headers().firstValue("Content-Type")).hasValue("text/css; charset=utf-8");
    assertThat(site.send(site.to("/a/test.css").header("If-None-Match", tag)).statusCode())
        .isEqualTo(304);
    assertThat(site.send(site.to("/a/test.css").header("If-None-Match", "\"x\"")).statusCode())
        .isEqualTo(200);
  }

  @Test
  void nothing_outside_the_list_is_ever_served() throws Exception {
    List<String> attempts =
        List.of(
            "/a/other.css",
            "/a/..%2fServer.class",
            "/a/%2e%2e/Server.class",
            "/a/../../../../etc/passwd",
            "/a/test.css%00.js",
            "/a/" + assets.version() + "/..%2f..%2fServer.class",
            "/a/");

    for (String attempt : attempts) {
      String answer =
          site.raw("GET " + attempt + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
      assertThat(answer).as(attempt).doesNotStartWith("HTTP/1.1 200");
    }
  }

  @Test
  void an_asset_that_the_build_lacks_is_a_bug_told_at_start() {
    assertThatThrownBy(() -> Assets.of(List.of("missing.css")))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> assets.href("missing.css"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
