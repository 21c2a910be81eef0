package hospital.wardbell.web;

import hospital.wardbell.vault.tls.Certificates;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.KeyCertOptions;
import java.util.Optional;
import java.util.Set;

/// The console's HTTPS listener: TLS 1.3 only, HTTP/2 where the browser has it.
///
/// The port opens once and stays open; [#show] changes what is behind it, from the sealed page to
/// the whole site. Any plain or virtual thread may call; never an event loop.
///
/// @spec https://www.rfc-editor.org/rfc/rfc9113#section-3.2 RFC 9113 §3.2 (ALPN)
public final class Server implements AutoCloseable {
  private static final int IDLE_SECONDS = 75;
  private static final int HEADER_OCTETS = 16 * 1024;

  private final Vertx vertx;
  private final Context loop;
  private final Assets assets;
  private final Limits limits;
  private final Edge edge;
  private final HttpServer server;
  private final long heartbeat;
  private volatile Handler<HttpServerRequest> shown;
  private volatile Optional<LiveEvents> live = Optional.empty();

  /// Opens the port.
  ///
  /// @param first what is shown until [#show] is called
  /// @throws WebFault if the port cannot be used
  /// @throws RuntimeException the fault of `certificates` if they cannot be used
  public Server(
      Vertx vertx,
      ListenAddress address,
      Certificates certificates,
      Assets assets,
      Limits limits,
      Site.Sealed first) {
    this.vertx = vertx;
    this.loop = vertx.getOrCreateContext();
    this.assets = assets;
    this.limits = limits;
    this.edge = new Edge(limits);
    this.shown = SiteRouter.of(first, vertx, edge, assets);
    this.server =
        Listener.open(vertx, options(certificates), address, request -> shown.handle(request));
    this.heartbeat =
        vertx.setPeriodic(limits.heartbeat().toMillis(), _ -> live.ifPresent(LiveEvents::beat));
  }

  /// An engine of our own options: one event loop, no files on the class path, no cache directory.
  public static Vertx engine() {
    return Vertx.vertx(
        new VertxOptions()
            .setEventLoopPoolSize(1)
            .setFileSystemOptions(
                new FileSystemOptions()
                    .setClassPathResolvingEnabled(false)
                    .setFileCachingEnabled(false)));
  }

  private static HttpServerOptions options(Certificates certificates) {
    return new HttpServerOptions()
        .setSsl(true)
        .setUseAlpn(true)
        .setEnabledSecureTransportProtocols(Set.of(TlsEngine.VERSION))
        .setSslEngineOptions(new TlsEngine())
        .setKeyCertOptions(KeyCertOptions.wrap(certificates.keyManager()))
        .setIdleTimeout(IDLE_SECONDS)
        .setMaxHeaderSize(HEADER_OCTETS);
  }

  /// The live streams of one home.
  public LiveEvents live(Doorkeeper door) {
    return new LiveEvents(task -> loop.runOnContext(_ -> task.run()), door, limits);
  }

  /// Puts `site` behind the open port; requests that are being answered go on.
  public void show(Site site) {
    Optional<LiveEvents> before = live;
    live =
        switch (site) {
          case Site.Sealed _ -> Optional.empty();
          case Site.Unlocked open -> Optional.of(open.live());
        };
    shown = SiteRouter.of(site, vertx, edge, assets);
    before.filter(b -> !live.equals(Optional.of(b))).ifPresent(this::end);
  }

  private void end(LiveEvents events) {
    loop.runOnContext(_ -> events.endAll());
  }

  /// The port it listens on.
  public int port() {
    return server.actualPort();
  }

  /// Ends the live streams and closes the port.
  @Override
  public void close() {
    vertx.cancelTimer(heartbeat);
    live.ifPresent(this::end);
    Listener.await(server.close());
  }
}
