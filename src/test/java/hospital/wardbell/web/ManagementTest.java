package hospital.wardbell.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class ManagementTest {
  private final FakeProbe probe = new FakeProbe();
  private Management management;

  @BeforeEach
  void start(Vertx vertx) {
    management = new Management(vertx, new ListenAddress("127.0.0.1", 0), probe, TestSite.limits());
  }

  @AfterEach
  void stop() {
    management.close();
  }

  @Test
  void it_is_healthy_even_while_sealed_but_not_ready() throws Exception {
    assertThat(get("/readyz").statusCode()).isEqualTo(200);

    probe.locked = true;

    assertThat(get("/healthz").statusCode()).isEqualTo(200);
    assertThat(get("/readyz").statusCode()).isEqualTo(503);
    assertThat(get("/readyz").body()).contains("Unlock it");
    assertThat(get("/metrics").body()).contains("wardbell_sealed 1.0");
  }

  @Test
  void each_metric_is_explained_once_and_labelled_by_modem_only() throws Exception {
    assertThat(get("/metrics").body())
        .isEqualTo(
            """
            # HELP wardbell_up The service answers.
            # TYPE wardbell_up gauge
            wardbell_up 1.0
            # HELP wardbell_sealed The vault is locked; nothing is sent or received.
            # TYPE wardbell_sealed gauge
            wardbell_sealed 0.0
            # HELP wardbell_modem_registered The modem is on the network.
            # TYPE wardbell_modem_registered gauge
            wardbell_modem_registered{modem="a"} 1.0
            wardbell_modem_registered{modem="b"} 1.0
            # HELP wardbell_waiting_patients Who wait for an answer.
            # TYPE wardbell_waiting_patients gauge
            wardbell_waiting_patients 3.0
            """);
  }

  @Test
  void it_refuses_to_listen_to_the_network(Vertx vertx) {
    ListenAddress all = new ListenAddress("0.0.0.0", 0);

    assertThatThrownBy(() -> new Management(vertx, all, probe, TestSite.limits()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_label_that_could_hold_anything_else_is_refused() {
    Probe.Reading reading = Probe.Reading.gauge("wardbell_x", "X.", 1);

    assertThatThrownBy(() -> reading.of("+12025550123"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Probe.Reading.gauge("x", "X.", 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private HttpResponse<String> get(String path) throws Exception {
    URI address = URI.create("http://127.0.0.1:" + management.port() + path);
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
          HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }
  }
}
