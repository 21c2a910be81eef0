package hospital.wardbell;

import hospital.wardbell.control.ControlServer;
import hospital.wardbell.control.Refusal;
import hospital.wardbell.json.JsonObject;
import hospital.wardbell.modem.ModemHealth;
import hospital.wardbell.vault.Keyring;
import hospital.wardbell.vault.Unlock;
import hospital.wardbell.vault.VaultFault;
import hospital.wardbell.vault.tls.Certificates;
import hospital.wardbell.web.Assets;
import hospital.wardbell.web.Limits;
import hospital.wardbell.web.ListenAddress;
import hospital.wardbell.web.Management;
import hospital.wardbell.web.Server;
import hospital.wardbell.web.console.Console;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The running service. It opens its ports sealed: a page that says so, health, and the socket by
/// which it is unlocked. Unlocked, it shows the whole console and starts the modems.
///
/// Any thread may call; unlocking is done once, by one caller at a time.
public final class Service implements AutoCloseable {
  private final Boot boot;
  private final Home home;
  private final InstantSource clock;
  private final Vertx vertx;
  private final Assets assets;
  private final Server server;
  private final ControlServer control;
  private final Management management;
  private final Watchdog watchdog;
  private volatile Optional<OpenHome> open = Optional.empty();
  private int wrongUnlocks;

  private Service(Boot boot, Home home, InstantSource clock) throws IOException {
    this.boot = boot;
    this.home = home;
    this.clock = clock;
    this.vertx = Server.engine();
    this.assets = Assets.of(Console.ASSETS);
    this.server =
        new Server(
            vertx,
            listen(boot.console()),
            Certificates.ensure(home.certificates(), boot.names(), clock),
            assets,
            Limits.usual(),
            Console.sealed(assets));
    this.management =
        new Management(
            vertx, listen(boot.management()), new HealthProbe(this::openHome), Limits.usual());
    this.control = ControlServer.open(home.socket());
    this.watchdog = Watchdog.start(this::isAlive);
    control.serve(Map.of("status", (_, _) -> status(), "unlock", (request, _) -> unlock(request)));
  }

  /// Opens the ports, and the keyring if the boot file says how.
  ///
  /// @throws RuntimeException a fault of one of the packages, whose message is one clear sentence;
  ///   nothing is left open
  public static Service start(Boot boot, Optional<Path> credentials, InstantSource clock) {
    Home home = Home.prepare(boot.home());
    if (!home.isSetUp()) {
      throw new Refusal(1, "This home is not set up yet. Set it up with: wardbell setup");
    }
    Optional<Unlock> unlock = Unlocking.read(boot.unlock(), credentials);
    try {
      Service service = new Service(boot, home, clock);
      try {
        unlock.ifPresent(service::open);
      } catch (RuntimeException e) {
        service.close();
        throw e;
      }
      service.watchdog.ready(unlock.isPresent() ? "open" : "sealed");
      return service;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ListenAddress listen(InetSocketAddress address) {
    return new ListenAddress(address.getHostString(), address.getPort());
  }

  /// The console's address, for people.
  public String address() {
    return "https://%s:%d/".formatted(boot.names().getFirst(), server.port());
  }

  private JsonObject unlock(JsonObject request) {
    if (open.isPresent()) {
      throw new Refusal(3, "It is open already.");
    }
    try {
      open(Unlocking.typed(request.text("passphrase")));
      return new JsonObject();
    } catch (VaultFault e) {
      wrongUnlocks++;
      throw new Refusal(1, "%s Tries so far: %d.".formatted(e.getMessage(), wrongUnlocks));
    }
  }

  private synchronized void open(Unlock unlock) {
    if (open.isPresent()) {
      return;
    }
    Wiring wiring = Wiring.build(home, Keyring.open(home.keyring(), unlock), clock);
    OpenHome opened = OpenHome.start(wiring, boot, server, assets, clock);
    open = Optional.of(opened);
    control.serve(opened.commands(this::status));
  }

  private Optional<OpenHome> openHome() {
    return open;
  }

  private boolean isAlive() {
    return open.map(OpenHome::isAlive).orElse(true);
  }

  private JsonObject status() {
    JsonObject status =
        new JsonObject()
            .put("sealed", open.isEmpty())
            .put("console", address())
            .put("wrong_unlocks", wrongUnlocks)
            .put("authority", home.certificates().toString());
    open.ifPresent(h -> {
      status.put("modems", h.modems().stream().map(Service::shown).toList());
      var depth = h.depth();
      status.put(
          "queue",
          new JsonObject()
              .put("queued", depth.queued())
              .put("oldest", depth.oldest().map(Object::toString)));
    });
    if (open.isEmpty()) {
      status.put("modems", List.of());
    }
    return status;
  }

  private static JsonObject shown(ModemHealth modem) {
    return new JsonObject()
        .put("name", modem.name())
        .put("state", modem.state().name().toLowerCase(Locale.ROOT))
        .put("operator", modem.operator())
        .put("signal_dbm", modem.signalDbm())
        .put("trouble", modem.trouble());
  }

  /// Ends what runs, newest first. What was being handed to a modem is then unknown, and is said so
  /// at the next start.
  @Override
  public void close() {
    watchdog.close();
    control.close();
    open.ifPresent(OpenHome::close);
    management.close();
    server.close();
    vertx.close().await();
  }
}
