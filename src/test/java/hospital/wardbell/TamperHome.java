package hospital.wardbell;

import hospital.wardbell.Boot.UnlockBy;
import hospital.wardbell.audit.ClockStatus;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.audit.NoteSigner;
import hospital.wardbell.audit.Report;
import hospital.wardbell.backup.Progress;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.base.Secret;
import hospital.wardbell.base.SettableClock;
import hospital.wardbell.conversation.KeptWords;
import hospital.wardbell.identity.Role;
import hospital.wardbell.store.Store;
import hospital.wardbell.vault.Keyring;
import hospital.wardbell.vault.Unlock;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A furnished home in which nothing runs by itself, for whoever wants to change something in it
/// behind its back: patients, texts both ways, an opt-out, a signed and witnessed record, a backup,
/// and the database once more, shut.
final class TamperHome implements AutoCloseable {
  static final Unlock UNLOCK = new Unlock.Credential(Secret.copyOf(new byte[32]));
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int CHECKPOINTS = 4;
  private static final Actor BY = new Actor.Operator("test");
  private static final PhoneNumber ANN = new PhoneNumber("+12025550141");
  private static final PhoneNumber BEN = new PhoneNumber("+12025550142");
  private static final String RAW =
      "0791448720003023040B912120555014F100006211725193140006C8329BFD06";

  private final Wiring wiring;
  private final Path directory;
  private final Path backup;
  private final Path shut;
  private final Path witness;
  private final Map<String, Long> rows;

  private TamperHome(
      Wiring wiring, Path directory, Path backup, Path shut, Path witness, Map<String, Long> rows) {
    this.wiring = wiring;
    this.directory = directory;
    this.backup = backup;
    this.shut = shut;
    this.witness = witness;
    this.rows = Map.copyOf(rows);
  }

  static TamperHome in(Path directory) throws Exception {
    Home home = new Home(directory.resolve("home"));
    setUp(home);
    Path witness = directory.resolve("witness");
    Path backup;
    SettableClock clock = new SettableClock(Instant.now());
    try (Wiring wiring = open(home, clock)) {
      furnish(wiring, clock);
      Path kept =
          home.places()
              .home()
              .resolve("backups")
              .resolve(wiring.backups().run(BY, Progress.none()).name().text());
      backup = Files.copy(kept, directory.resolve("backup.wbk"));
      witness(wiring, clock, witness); // what is not signed yet may be changed unseen
    }
    Path shut = directory.resolve("shut");
    copy(home.database(), shut);
    Files.createDirectory(directory.resolve("scratch"));
    Path counted = directory.resolve("counted");
    copy(shut, counted);
    Wiring wiring = open(home, clock);
    try (Store store = Store.openSparingly(counted, wiring.keyring().databaseKey())) {
      return new TamperHome(wiring, directory, backup, shut, witness, store.counts());
    }
  }

  private static void setUp(Home home) throws IOException {
    InetSocketAddress nowhere = InetSocketAddress.createUnresolved("127.0.0.1", 0);
    Boot boot =
        new Boot(
            home.directory(),
            nowhere,
            List.of("localhost"),
            nowhere,
            new UnlockBy.Hand(),
            List.of(),
            Optional.empty(),
            true);
    if (!Setup.run(boot, UNLOCK, Map.of(), InstantSource.system())) {
      throw new IllegalStateException("there is a home already");
    }
  }

  private static Wiring open(Home home, SettableClock clock) {
    return Wiring.build(home, Keyring.open(home.keyring(), UNLOCK), clock);
  }

  private static void furnish(Wiring wiring, SettableClock clock) {
    Furnishing furnishing = new Furnishing(wiring, clock);
    Account nurse = furnishing.staff("philippa", "Philippa Quartermaine", Role.LEAD);
    furnishing.patient("Ann Example", ANN, "en");
    furnishing.patient("Ben Example", BEN, "es");
    for (int i = 0; i < 10; i++) {
      Id conversation =
          furnishing.received(ANN, "Does it hurt, question " + i, Duration.ofDays(30 - i));
      furnishing.replied(nurse, conversation, "A little, answer " + i, Duration.ofDays(30 - i));
      furnishing.received(BEN, "Gracias, " + i, Duration.ofDays(20));
    }
    furnishing.stopped(BEN, Duration.ofDays(10));
    furnishing.recoveryKit();
    clock.set(Instant.now());
    wiring.inbox().message("practice", RAW, clock.instant());
    new KeptWords(wiring.store(), wiring.vault()).fill();
  }

  /// Has the record grow, signed again and again, and each time witnessed.
  private static void witness(Wiring wiring, SettableClock clock, Path witness) throws Exception {
    wiring.keeper().start(Optional.empty(), () -> ClockStatus.UNKNOWN);
    for (int i = 0; i < CHECKPOINTS; i++) {
      wiring
          .store()
          .change(tx -> {
            for (int k = 0; k < 150; k++) {
              wiring.audit().record(tx, Entry.of(BY, "inbox.read").from("10.0.0.7"));
            }
          });
      Files.writeString(
          witness, signed(wiring), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      clock.pass(Duration.ofHours(2));
    }
  }

  /// The checkpoint over all there is now.
  private static String signed(Wiring wiring) throws Exception {
    long entries = wiring.evidence().end();
    Until.so(
        "all is signed",
        PATIENCE,
        () ->
            wiring
                .evidence()
                .newest()
                .filter(note -> Long.parseLong(note.lines().toList().get(1)) >= entries)
                .isPresent());
    return wiring.evidence().newest().orElseThrow();
  }

  Wiring wiring() {
    return wiring;
  }

  Store store() {
    return wiring.store();
  }

  Path backup() {
    return backup;
  }

  Path witness() {
    return witness;
  }

  Path keyring() {
    return directory.resolve("home/keyring");
  }

  /// How many each table had when the database was last shut.
  Map<String, Long> rows() {
    return rows;
  }

  /// The database's directory as it was when it was last shut.
  Path shut() {
    return shut;
  }

  /// For files that are changed.
  Path scratch() {
    return directory.resolve("scratch");
  }

  /// A check of a database's audit record.
  Report record(Store of) {
    return Report.of(of, NoteSigner.of(wiring.keyring().signingSeed()));
  }

  @Override
  public void close() {
    wiring.close();
  }

  static void copy(Path from, Path to) throws IOException {
    try (var all = Files.walk(from)) {
      for (Path each : all.toList()) {
        Path there = to.resolve(from.relativize(each).toString());
        if (Files.isDirectory(each)) {
          Files.createDirectories(there);
        } else {
          Files.copy(each, there);
        }
      }
    }
  }
}
