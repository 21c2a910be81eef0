package hospital.wardbell.web;

import static hospital.wardbell.identity.Permission.OWN_SESSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hospital.wardbell.Until;
import hospital.wardbell.identity.Role;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(VertxExtension.class)
class DownloadsTest {
  private static final long ENDLESS = 1L << 30;
  private static final Duration LONG = Duration.ofSeconds(20);
  @TempDir static Path directory;
  private static TestTls tls;
  private final byte[] file = new byte[1_000_003];
  private final AtomicLong written = new AtomicLong();
  private TestSite site;

  @BeforeAll
  static void makeCertificate() throws Exception {
    tls = TestTls.in(directory);
  }

  @BeforeEach
  void start(Vertx vertx) {
    new Random(7).nextBytes(file);
    site = new TestSite(vertx, tls, TestSite.limits());
    site.open(routes -> {
      routes.get(
          "/file",
          OWN_SESSION,
          _ ->
              download(out -> {
                out.write(file[0]);
                out.write(file, 1, file.length - 1);
              }));
      routes.get(
          "/half",
          OWN_SESSION,
          _ ->
              download(out -> {
                out.write(file);
                throw new IllegalStateException("a fault of ours in the middle");
              }));
      routes.get(
          "/endless",
          OWN_SESSION,
          _ ->
              download(out -> {
                while (written.get() < ENDLESS) {
                  out.write(file);
                  written.addAndGet(file.length);
                }
              }));
    });
    site.door.signIn(Role.NURSE);
  }

  private static Reply download(Reply.Body body) {
    return new Reply.Download("a-file.zip", "application/zip", body);
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private HttpResponse<byte[]> get(HttpClient http, String path) throws Exception {
    return http.send(site.as(Role.NURSE, path).build(), BodyHandlers.ofByteArray());
  }

  @ParameterizedTest
  @EnumSource
  void a_file_arrives_whole_to_be_kept_and_stored_nowhere(HttpClient.Version version)
      throws Exception {
    try (HttpClient http = site.client(version)) {
      HttpResponse<byte[]> response = get(http, "/file");

      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.body()).isEqualTo(file);
      assertThat(response.headers().firstValue("Content-Disposition"))
          .hasValue("attachment; filename=\"a-file.zip\"");
      assertThat(response.headers().firstValue("Content-Type")).hasValue("application/zip");
      assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
    }
  }

  @ParameterizedTest
  @EnumSource
  void half_a_file_does_not_pass_for_a_whole_one(HttpClient.Version version) {
    try (HttpClient http = site.client(version)) {
      assertThatThrownBy(() -> get(http, "/half")).isInstanceOf(IOException.class);
    }
  }

  @Test
  void no_more_is_made_than_browsers_take_and_one_too_many_is_turned_away() throws Exception {
    HttpClient http = site.client(HttpClient.Version.HTTP_1_1);
    for (int i = 0; i < 4; i++) {
      assertThat(begin(http).statusCode()).isEqualTo(200);
    }
    AtomicLong seen = new AtomicLong();
    AtomicInteger alike = new AtomicInteger();
    Until.so(
        "nothing more is made",
        LONG,
        () ->
            (seen.getAndSet(written.get()) == written.get()
                    ? alike.incrementAndGet()
                    : alike.getAndSet(0))
                > 5);
    assertThat(written.get()).isLessThan(ENDLESS / 4);

    assertThat(begin(http).statusCode()).isEqualTo(503);

    http.shutdownNow(); // the browsers leave
    Until.so(
        "there is a place again",
        LONG,
        () -> site.send(site.as(Role.NURSE, "/file")).statusCode() == 200);
  }

  private HttpResponse<InputStream> begin(HttpClient http) throws Exception {
    return http.send(site.as(Role.NURSE, "/endless").build(), BodyHandlers.ofInputStream());
  }
}
