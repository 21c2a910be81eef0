package hospital.wardbell.web;

import static hospital.wardbell.identity.Permission.READ_CONVERSATIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hospital.wardbell.identity.Role;
import hospital.wardbell.vault.VaultFault;
import hospital.wardbell.vault.tls.Certificates;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import io.vertx.junit5.VertxTestContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(VertxExtension.class)
class ServerTest {
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
  }

  @AfterEach
  void stop() {
    site.close();
  }

  @Test
  void a_browser_gets_http_2_over_tls_1_3() throws Exception {
    HttpResponse<String> response = site.send(site.to("/"));

    assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
    assertThat(response.sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
  }

  @Test
  void one_without_http_2_gets_http_1_1() throws Exception {
    try (HttpClient old = site.client(HttpClient.Version.HTTP_1_1)) {
      HttpResponse<String> response =
          old.send(site.to("/").build(), HttpResponse.BodyHandlers.ofString());

      assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
      assertThat(response.body()).isEqualTo("sealed");
    }
  }

  @Test
  void tls_1_2_is_refused() throws Exception {
    var socket =
        (SSLSocket) tls.client().getSocketFactory().createSocket("127.0.0.1", site.server.port());
    socket.setEnabledProtocols(new String[] {"TLSv1.2"});

    try (socket) {
      assertThatThrownBy(socket::startHandshake)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("protocol_version");
    }
  }

  @Test
  void while_sealed_only_the_sealed_page_is_there() throws Exception {
    assertThat(site.send(site.to("/")).body()).isEqualTo("sealed");
    assertThat(site.send(site.as(Role.NURSE, "/inbox")).statusCode()).isEqualTo(503);
    assertThat(site.send(site.as(Role.NURSE, "/live")).statusCode()).isEqualTo(503);
    assertThat(site.send(site.form(Role.NURSE, "/sign-in", "a=b")).statusCode()).isEqualTo(503);
    assertThat(site.send(site.to("/api/v1/messages")).body()).contains("\"error\":\"busy\"");
    assertThat(site.send(site.to("/a/test.css")).statusCode()).isEqualTo(200);
  }

  @Test
  void the_site_takes_the_sealed_pages_place_on_the_same_port() throws Exception {
    site.door.signIn(Role.NURSE);
    site.open(routes ->
        routes.get("/", READ_CONVERSATIONS, _ -> new Reply.Html(200, o -> o.append("inbox"))));

    assertThat(site.send(site.as(Role.NURSE, "/")).body()).isEqualTo("inbox");
  }

  @Test
  void a_port_in_use_is_told_in_one_sentence(Vertx vertx) throws Exception {
    try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var taken = new ListenAddress("127.0.0.1", other.getLocalPort());

      assertThatThrownBy(() -> new Management(vertx, taken, new FakeProbe(), TestSite.limits()))
          .isInstanceOfSatisfying(
              WebFault.class, f -> assertThat(f.kind()).isEqualTo(WebFault.Kind.ADDRESS_IN_USE))
          .hasMessageContaining("Another program already listens on " + taken);
    }
  }

  @Test
  void a_foreign_address_and_a_broken_certificate_are_told_apart(Vertx vertx) throws Exception {
    Path broken = Files.writeString(directory.resolve("broken.pem"), "broken");
    var certificates = new Certificates(broken, broken, broken, "");
    var missing = new Certificates(broken, broken, directory.resolve("missing.pem"), "");

    assertThatThrownBy(() -> server(vertx, "192.0.2.1", tls.certificates()))
        .isInstanceOfSatisfying(
            WebFault.class, f -> assertThat(f.kind()).isEqualTo(WebFault.Kind.CANNOT_LISTEN));
    assertThatThrownBy(() -> server(vertx, "127.0.0.1", certificates))
        .isInstanceOf(VaultFault.class);
    assertThatThrownBy(() -> server(vertx, "127.0.0.1", missing)).isInstanceOf(VaultFault.class);
  }

  private static Server server(Vertx vertx, String host, Certificates certificates) {
    var address = new ListenAddress(host, 0);
    var first = new Site.Sealed(TestSite.ERRORS, _ -> {});
    return new Server(vertx, address, certificates, Assets.of(List.of()), Limits.usual(), first);
  }

  @Test
  void a_slow_page_holds_nobody_up(VertxTestContext context) throws Exception {
    var release = new CountDownLatch(1);
    site.open(routes -> {
      routes.openGet("/slow", _ -> await(release));
      routes.openGet("/quick", _ -> new Reply.Html(200, o -> o.append("quick")));
    });

    var slow = site.sendAsync(site.to("/slow"));
    assertThat(site.send(site.to("/quick")).body()).isEqualTo("quick");
    assertThat(slow).isNotDone();
    release.countDown();
    context.assertComplete(Future.fromCompletionStage(slow)).onSuccess(_ -> context.completeNow());

    assertThat(context.awaitCompletion(5, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void a_page_that_takes_too_long_is_answered_for(Vertx vertx) throws Exception {
    var release = new CountDownLatch(1);
    try (TestSite hasty = new TestSite(vertx, tls, hasty(64, 512))) {
      hasty.open(routes -> routes.openGet("/slow", _ -> await(release)));

      HttpResponse<String> response = hasty.send(hasty.to("/slow"));

      assertThat(response.statusCode()).isEqualTo(503);
    } finally {
      release.countDown();
    }
  }

  @Test
  void more_than_may_wait_are_turned_away_at_once(Vertx vertx) throws Exception {
    var release = new CountDownLatch(1);
    try (TestSite small = new TestSite(vertx, tls, hasty(1, 0))) {
      var begun = new CountDownLatch(1);
      small.open(routes ->
          routes.openGet(
              "/slow",
              _ -> {
                begun.countDown();
                return await(release);
              }));
      var first = small.sendAsync(small.to("/slow"));
      assertThat(begun.await(5, TimeUnit.SECONDS)).isTrue();

      assertThat(small.send(small.to("/slow")).statusCode()).isEqualTo(503);
      release.countDown();
      assertThat(first.get(5, TimeUnit.SECONDS).statusCode()).isIn(200, 503);
    }
  }

  @Test
  void a_body_above_the_limit_is_refused_unread() throws Exception {
    site.open(routes -> routes.openPost("/form", _ -> new Reply.SeeOther("/")));

    var large = site.form(Role.NURSE, "/form", "text=" + "a".repeat(64 * 1024));

    assertThat(site.send(large).statusCode()).isEqualTo(413);
    assertThat(site.send(site.form(Role.NURSE, "/form", "text=a")).statusCode()).isEqualTo(303);
  }

  @Test
  void a_body_that_does_not_come_is_not_waited_for(Vertx vertx) throws Exception {
    try (TestSite hasty = new TestSite(vertx, tls, hasty(64, 512))) {
      hasty.open(routes -> routes.openPost("/form", _ -> new Reply.SeeOther("/")));
      assertThat(hasty.raw("POST /form HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\n"))
          .startsWith("HTTP/1.1 408");
    }
  }

  @Test
  void a_malformed_query_is_a_bad_request() throws Exception {
    site.open(routes -> routes.openGet("/page", _ -> new Reply.SeeOther("/")));

    assertThat(site.raw("GET /page?a=%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 400");
  }

  private static Limits hasty(int pages, int waiting) {
    Duration soon = Duration.ofMillis(200);
    return new Limits(64 * 1024, soon, soon, soon, pages, waiting, Duration.ofSeconds(15), 2, 9);
  }

  private static Reply await(CountDownLatch release) {
    try {
      assertThat(release.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return new Reply.Html(200, o -> o.append("slow"));
  }
}
