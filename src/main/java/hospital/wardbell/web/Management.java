package hospital.wardbell.web;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;

/// The listener for monitoring, on loopback only: `/healthz`, `/readyz`, `/metrics`.
///
/// @spec https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format Prometheus
///   text-based format
public final class Management implements AutoCloseable {
  private static final String EXPOSITION = "text/plain; version=0.0.4; charset=utf-8";

  private final HttpServer server;

  /// Opens the port.
  ///
  /// @throws IllegalArgumentException if `address` is not loopback
  /// @throws WebFault if the port cannot be used
  public Management(Vertx vertx, ListenAddress address, Probe probe, Limits limits) {
    if (!loopback(address.host())) {
      throw new IllegalArgumentException(
          "the management listener has no sign-in, so it must stay on 127.0.0.1 or ::1");
    }
    Edge edge = new Edge(limits);
    Router router = Router.router(vertx);
    mount(router, edge, "/healthz", _ -> Answer.text(200, "ok"));
    mount(router, edge, "/readyz", _ -> ready(probe));
    mount(router, edge, "/metrics", _ -> metrics(probe));
    server = Listener.open(vertx, new HttpServerOptions().setIdleTimeout(60), address, router);
  }

  private static void mount(Router router, Edge edge, String path, Edge.Work work) {
    router.get(path).handler(ctx -> edge.serve(ctx, path, Tone.plain(), work));
  }

  private static boolean loopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static Answer ready(Probe probe) {
    Optional<String> unready = probe.unready();
    return Answer.text(unready.isPresent() ? 503 : 200, unready.orElse("ready"));
  }

  private static Answer metrics(Probe probe) {
    StringBuilder out = new StringBuilder();
    write(out, Probe.Reading.gauge("wardbell_up", "The service answers.", 1), "");
    String sealedHelp = "The vault is locked; nothing is sent or received.";
    write(out, Probe.Reading.gauge("wardbell_sealed", sealedHelp, probe.sealed() ? 1 : 0), "");
    String before = "";
    for (Probe.Reading reading : probe.readings()) {
      write(out, reading, before);
      before = reading.name();
    }
    return new Answer.Whole(200, Map.of("Content-Type", EXPOSITION), out.toString());
  }

  private static void write(StringBuilder out, Probe.Reading reading, String before) {
    if (!reading.name().equals(before)) {
      out.append("# HELP %s %s\n".formatted(reading.name(), reading.help()));
      out.append(
          "# TYPE %s %s\n".formatted(reading.name(), reading.counter() ? "counter" : "gauge"));
    }
    String label = reading.modem().map(m -> "{modem=\"" + m + "\"}").orElse("");
    out.append(reading.name()).append(label).append(' ').append(reading.value()).append('\n');
  }

  /// The port it listens on.
  public int port() {
    return server.actualPort();
  }

  @Override
  public void close() {
    Listener.await(server.close());
  }
}
