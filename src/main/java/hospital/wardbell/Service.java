package hospital.wardbell;

import hospital.wardbell.Home.HomeFault;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.backup.Restoring;
import hospital.wardbell.base.Actor;
import hospital.wardbell.control.AuditCommands;
import hospital.wardbell.control.BackupCommands;
import hospital.wardbell.control.Command;
import hospital.wardbell.control.ControlServer;
import hospital.wardbell.control.ModemCommands;
import hospital.wardbell.control.Refusal;
import hospital.wardbell.crypto.Cryptography;
import hospital.wardbell.json.JsonObject;
import hospital.wardbell.store.StoreFault;
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
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The running service. It opens its ports sealed: a page that says so, health, and the socket by
/// which it is unlocked. Unlocked, it shows the whole console and starts the modems.
///
/// Any thread may call; unlocking is done once, by one caller at a time.
public final class Service implements AutoCloseable {
  private final Boot boot;
  private final Home home;
  private final HomeLock lock;
  private final InstantSource clock;
  private final Vertx vertx = Server.engine();
  private final Assets assets = Assets.of(Console.ASSETS);
  private final Server server;
  private final Management management;
  private final ControlServer control;
  private final Watchdog watchdog;
  private final Unlocker unlocker;
  private volatile Optional<OpenHome> open = Optional.empty();

  private Service(Boot boot, Home home, HomeLock lock, InstantSource clock) {
    this.boot = boot;
    this.home = home;
    this.lock = lock;
    this.clock = clock;
    this.unlocker = new Unlocker(home, clock, new Opener());
    try {
      server =
          new Server(
              vertx,
              listen(boot.console()),
              Certificates.ensure(home.certificates(), boot.names(), clock),
              assets,
              Limits.usual(),
              Console.sealed(assets, unlocker));
      management =
          new Management(
              vertx, listen(boot.management()), new HealthProbe(this::openHome), Limits.usual());
      control = control(home);
    } catch (RuntimeException e) {
      vertx.close().await(); // and with it the ports
      throw e;
    }
    watchdog = Watchdog.start(this::isAlive);
    control.serve(commands());
  }

  /// What the command line may ask whether the home is open or not.
  private Map<String, Command> commands() {
    return Map.of(
        "status", (_, _) -> status(),
        "unlock", unlocker::unlock,
        "key.rotate-database", this::rotateDatabase);
  }

  /// Opens the ports, and the keyring if the boot file says how.
  ///
  /// @throws RuntimeException a fault of one of the packages, whose message is one clear sentence;
  ///   nothing is left open
  public static Service start(Boot boot, Optional<Path> credentials, InstantSource clock) {
    CoreDumps.forbid();
    Home home = Home.prepare(boot.home());
    if (!home.isSetUp()) {
      throw new Refusal(1, "This home is not set up yet. Set it up with: wardbell setup");
    }
    Restoring.requireNone(home.places());
    Optional<Unlock> unlock = Unlocking.read(boot.unlock(), credentials);
    HomeLock lock = HomeLock.take(home);
    Optional<Opening> opening = unlock.map(given -> Opening.begin(() -> parts(home, given, clock)));
    Service service = sealed(boot, home, lock, opening, clock);
    try {
      opening.ifPresent(o -> service.open(o.join()));
    } catch (RuntimeException e) {
      service.close();
      throw e;
    }
    service.watchdog.ready(unlock.isPresent() ? "open" : "sealed");
    return service;
  }

  private static Service sealed(
      Boot boot, Home home, HomeLock lock, Optional<Opening> opening, InstantSource clock) {
    try {
      return new Service(boot, home, lock, clock);
    } catch (RuntimeException e) {
      opening.ifPresent(Opening::abandon);
      lock.close();
      throw e;
    }
  }

  private static Wiring parts(Home home, Unlock unlock, InstantSource clock) {
    Wiring parts = Wiring.build(home, Keyring.open(home.keyring(), unlock), clock);
    Actor by = new Actor.Wardbell("service");
    parts.audit().record(Entry.of(by, "key.unlocked").because("at-start"));
    return parts;
  }

  private static ControlServer control(Home home) {
    try {
      return ControlServer.open(home.socket());
    } catch (IOException e) {
      throw new HomeFault(
          "The control socket %s cannot be made. Its path may have no more than 107 characters, and its directory must be this user's."
              .formatted(home.socket()));
    }
  }

  private static ListenAddress listen(InetSocketAddress address) {
    return new ListenAddress(address.getHostString(), address.getPort());
  }

  /// The console's address, for people.
  public String address() {
    return boot.address(server.port());
  }

  /// Takes over what was unlocked.
  private final class Opener implements Unlocker.Opens {
    @Override
    public boolean isOpen() {
      return open.isPresent();
    }

    @Override
    public void open(Wiring parts) {
      Service.this.open(parts);
    }
  }

  private synchronized void open(Wiring wiring) {
    try {
      OpenHome opened = OpenHome.start(wiring, boot, server, assets, clock);
      control.serve(opened.commands(commands())); // before it says that it is open
      open = Optional.of(opened);
    } catch (RuntimeException e) {
      wiring.close();
      throw e;
    }
  }

  /// Pauses: closes what runs, has the database encrypted by a new key, opens again. The ports stay
  /// open, and texts wait on the SIM.
  private synchronized JsonObject rotateDatabase(JsonObject request, Actor.Operator by) {
    OpenHome paused =
        open.orElseThrow(() -> new Refusal(75, "It is sealed. Open it first: wardbell unlock"));
    boolean forget = request.flag("forget");
    List<String> lost = forget ? paused.everyBackup() : List.of();
    Keyring again = paused.renewDatabaseKey(by, forget);
    try {
      unlocker.during(() -> {
        server.show(Console.sealed(assets, unlocker));
        open = Optional.empty();
        control.serve(commands());
        paused.close();
        open(Wiring.build(home, again, clock));
      });
    } catch (StoreFault | VaultFault e) {
      throw new Refusal(
          1, e.getMessage() + " Wardbell is sealed now. Open it with: wardbell unlock");
    }
    if (open.filter(OpenHome::isDatabaseKeyDue).isPresent()) {
      throw new Refusal(
          1,
          "The disk has no room for a copy of the database, so it keeps its former key, and nothing was lost. Make room, then ask again.");
    }
    return new JsonObject().put("lost", lost);
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
            .put("cryptography", Cryptography.ofThisBuild().inUse())
            .put("wrong_unlocks", unlocker.wrong())
            .put("authority", home.certificates().toString());
    open.ifPresent(h -> {
      status.put("modems", h.modems().stream().map(ModemCommands::shown).toList());
      status.put("audit", AuditCommands.health(h.keeper()));
      describe(h, status);
    });
    if (open.isEmpty()) {
      status.put("modems", List.of());
    }
    return status;
  }

  /// What the database says of the queue, or what is wrong with it.
  private static void describe(OpenHome home, JsonObject status) {
    try {
      var depth = home.depth();
      status.put(
          "queue",
          new JsonObject()
              .put("queued", depth.queued())
              .put("oldest", depth.oldest().map(Object::toString)));
      status.put("backup", BackupCommands.shown(home.backups()));
      status.put("stranded", home.stranded());
    } catch (StoreFault e) {
      status.put("trouble", String.valueOf(e.getMessage()));
    }
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
    lock.close();
  }
}
