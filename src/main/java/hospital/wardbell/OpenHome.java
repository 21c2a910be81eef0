package hospital.wardbell;

import hospital.wardbell.audit.Entry;
import hospital.wardbell.audit.Keeper;
import hospital.wardbell.audit.Witness;
import hospital.wardbell.backup.Health;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.contact.PhoneReader;
import hospital.wardbell.control.AlertCommands;
import hospital.wardbell.control.AuditCommands;
import hospital.wardbell.control.BackupCommands;
import hospital.wardbell.control.Command;
import hospital.wardbell.control.ConfigCommands;
import hospital.wardbell.control.DirectoryCommands;
import hospital.wardbell.control.IdentityCommands;
import hospital.wardbell.control.KeyCommands;
import hospital.wardbell.control.ModemCommands;
import hospital.wardbell.control.ModemOrders;
import hospital.wardbell.control.PasswordCommands;
import hospital.wardbell.control.QueueCommands;
import hospital.wardbell.control.RetentionCommands;
import hospital.wardbell.control.SiemCommands;
import hospital.wardbell.control.TrialCommands;
import hospital.wardbell.conversation.MissedCalls;
import hospital.wardbell.identity.RelyingParty;
import hospital.wardbell.modem.ModemHealth;
import hospital.wardbell.outbox.Outbox;
import hospital.wardbell.store.StoreFault;
import hospital.wardbell.vault.FormerKeys;
import hospital.wardbell.vault.Keyring;
import hospital.wardbell.web.Assets;
import hospital.wardbell.web.Doorkeeper;
import hospital.wardbell.web.LiveEvents;
import hospital.wardbell.web.Server;
import hospital.wardbell.web.Site;
import hospital.wardbell.web.api.Api;
import hospital.wardbell.web.console.Console;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What runs once the keyring is open: the joined parts, the modems, and the site behind the port.
final class OpenHome implements AutoCloseable {
  /// Whose numbers are written without a country code.
  private static final String REGION = "US";

  private static final Logger LOG = System.getLogger(OpenHome.class.getName());

  private final Wiring wiring;
  private final Boot boot;
  private final Modems modems;
  private final String address;
  private final InstantSource clock;

  private OpenHome(Wiring wiring, Boot boot, Modems modems, String address, InstantSource clock) {
    this.wiring = wiring;
    this.boot = boot;
    this.modems = modems;
    this.address = address;
    this.clock = clock;
  }

  /// Starts receiving, then the modems, then sending; shows the site last.
  static OpenHome start(
      Wiring wiring, Boot boot, Server server, Assets assets, InstantSource clock) {
    wiring.keeper().start(boot.witness().map(Witness::new), new KernelClock());
    int stranded = wiring.identity().passwordDesk().stranded();
    if (stranded > 0) {
      LOG.log(Level.WARNING, "accounts: " + PasswordCommands.stranded(stranded));
    }
    Doorkeeper door = Doorkeeper.of(wiring.identity(), wiring.audit());
    LiveEvents live = server.live(door);
    wiring.conversations().listen(live::conversation);
    wiring.alerts().listen(live::alert);
    wiring.patients().start();
    wiring.conversations().start();
    wiring.inbox().start();
    wiring.rotation().start();
    wiring.indexCheck().start();
    Modems modems =
        Modems.start(
            boot,
            new DiskRoom(boot.home()),
            wiring.inbox(),
            wiring.outbox(),
            wiring.fleet(),
            new MissedCalls(
                wiring.store(), wiring.settings(), wiring.audit(), wiring.conversations(), REGION),
            () -> {
              wiring.rounds().wake();
              live.modem();
            },
            clock);
    Supplier<List<ModemHealth>> health = () -> modems.health(wiring.rounds()::isLost);
    wiring
        .fleet()
        .start(
            health,
            () -> {
              wiring.outbox().wake();
              live.modem();
            });
    wiring.outbox().start(modems.senders());
    PhoneReader reader = new PhoneReader();
    wiring.siem().start();
    wiring.rounds().start(modems.lines(), own -> reader.read(own, REGION).number(), live::modem);
    RelyingParty.of(boot.names(), server.port()).ifPresent(wiring.identity().passkeys()::serve);
    Console console = console(wiring, health, boot.address(server.port()), assets, clock);
    Api api = api(wiring, clock);
    server.show(new Site.Unlocked(Console.errors(assets), door, live, console::mount, api::mount));
    wiring.identity().breakGlass().listen(live::alert);
    wiring.identity().breakGlass().start();
    wiring.alerts().start();
    wiring.directory().start();
    wiring.backups().start();
    wiring.compliance().start();
    wiring.retention().start();
    return new OpenHome(wiring, boot, modems, boot.address(server.port()), clock);
  }

  /// All pages of a home.
  static Console console(
      Wiring wiring,
      Supplier<List<ModemHealth>> health,
      String address,
      Assets assets,
      InstantSource clock) {
    PhoneReader reader = new PhoneReader();
    return new Console(
        wiring.identity(),
        wiring.alerts(),
        wiring.conversations(),
        wiring.inbox(),
        wiring.outbox(),
        wiring.settings(),
        wiring.audit(),
        health,
        wiring.fleet(),
        wiring.rounds(),
        wiring.heldBack(),
        wiring.siem(),
        wiring.directory(),
        wiring.evidence(),
        number -> reader.read(number, REGION).number().map(remote -> recorded(wiring, remote)),
        wiring.keeper()::broken,
        wiring.backups()::health,
        wiring.compliance(),
        wiring.retention(),
        number -> reader.read(number, REGION).number(),
        address,
        assets,
        clock);
  }

  /// What entries about a number are about: its conversations, of whatever team, and its patients.
  private static List<String> recorded(Wiring wiring, PhoneNumber number) {
    return Stream.concat(
            wiring.conversations().with(number).stream().map(Id::toString),
            wiring.patients().pseudonyms(number).stream())
        .toList();
  }

  /// The REST API of a home.
  static Api api(Wiring wiring, InstantSource clock) {
    return Api.of(
        wiring.identity().tokens(),
        wiring.audit(),
        wiring.conversations(),
        new PhoneReader(),
        REGION,
        clock);
  }

  /// What the command line may ask now: what it might before, and more.
  Map<String, Command> commands(Map<String, Command> before) {
    Map<String, Command> commands = new HashMap<>(before);
    commands.putAll(new IdentityCommands(wiring.identity(), address, boot.trial()).commands());
    commands.putAll(new ModemCommands(this::modems, wiring.fleet(), clock).commands());
    commands.putAll(new ModemOrders(modems.all(), wiring.rounds(), wiring.audit()).commands());
    commands.putAll(
        new QueueCommands(
                wiring.store(), wiring.outbox(), wiring.heldBack(), wiring.fleet(), wiring.audit())
            .commands());
    commands.putAll(
        new AlertCommands(wiring.store(), wiring.alerts(), wiring.identity()).commands());
    commands.putAll(new SiemCommands(wiring.siem()).commands());
    commands.putAll(
        new DirectoryCommands(wiring.directory(), wiring.identity().accounts()).commands());
    commands.putAll(
        new AuditCommands(wiring.keeper(), wiring.evidence(), wiring.audit()).commands());
    commands.putAll(
        new KeyCommands(
                wiring.keyDesk(),
                wiring.rotation(),
                wiring.formerKeys(),
                wiring.backups(),
                wiring.vault(),
                wiring.store(),
                wiring.audit())
            .commands());
    commands.putAll(new ConfigCommands(wiring.settings(), modems::names).commands());
    commands.putAll(new BackupCommands(wiring.backups()).commands());
    commands.putAll(new RetentionCommands(wiring.retention(), wiring.identity()).commands());
    if (boot.trial()) {
      commands.putAll(
          new TrialCommands(
                  wiring.store(),
                  wiring.identity().accounts(),
                  wiring.patients(),
                  wiring.ledger(),
                  wiring.conversations(),
                  clock)
              .commands());
    }
    return commands;
  }

  List<ModemHealth> modems() {
    return modems.health(wiring.rounds()::isLost);
  }

  Keeper keeper() {
    return wiring.keeper();
  }

  Health backups() {
    return wiring.backups().health();
  }

  /// How many accounts are opened by no password in this build.
  int stranded() {
    return wiring.identity().passwordDesk().stranded();
  }

  Outbox.Depth depth() {
    return wiring.outbox().depth();
  }

  /// The backups that do not open any more once the database's key is forgotten.
  List<String> everyBackup() {
    return KeyCommands.everyBackup(wiring.backups());
  }

  /// Has the keyring make a new key for the database, for when it is opened next.
  ///
  /// @param forget whether the former is not kept for backups
  /// @return the keyring again, for whoever goes on when this is closed
  Keyring renewDatabaseKey(Actor by, boolean forget) {
    wiring
        .audit()
        .record(
            Entry.of(by, "key.database-rotated").because(forget ? "forgotten" : "").from("cli"));
    boolean _ = wiring.keyring().renewDatabaseKey(); // one that was broken off goes on
    if (forget) {
      wiring.keyring().endDatabaseKey();
      wiring.formerKeys().destroy(key -> FormerKeys.isOf("database", key));
    }
    return wiring.keyring().again();
  }

  /// Whether the database answers, or at least would if the disk had room: beginning anew would not
  /// help then.
  boolean isAlive() {
    try {
      return wiring.store().read(sql -> sql.number("select count(*) from setting")) >= 0;
    } catch (StoreFault e) {
      return e.kind() == StoreFault.Kind.DISK_FULL;
    }
  }

  /// Whether the database still waits for the key that was made for it.
  boolean isDatabaseKeyDue() {
    return wiring.keyring().isDatabaseKeyDue();
  }

  @Override
  public void close() {
    modems.close();
    wiring.close();
  }
}
