package hospital.wardbell.vault;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.Secret;
import hospital.wardbell.base.SettableClock;
import hospital.wardbell.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// A keyring and a database whose clock is set, with subjects that have names: each has one cell,
/// which says the name.
record PeriodHome(SettableClock clock, Keyring keyring, Store store, Vault vault)
    implements AutoCloseable {
  private static final Instant SUMMER = Instant.parse("2026-07-01T12:00:00Z");

  /// A row as it was once.
  record Row(Id id, Id kek, Optional<Secret> wrapped) {}

  static PeriodHome open(Path directory, Steps steps) {
    Path file = directory.resolve("keyring");
    if (!Files.exists(file)) {
      Keyring.create(file, Rotator.UNLOCK).close();
    }
    Keyring keyring = Keyring.open(file, Rotator.UNLOCK, steps);
    Store store = Store.open(directory.resolve("database"), keyring.databaseKey());
    SettableClock clock = new SettableClock(SUMMER);
    return new PeriodHome(clock, keyring, store, new Vault(keyring, clock));
  }

  PeriodEnds ends(KeyListener listener, Supplier<Optional<String>> hindrance) {
    return new PeriodEnds(store, keyring, listener, hindrance, clock);
  }

  private static Cell cell(Id line) {
    return new Cell("test.name/1", line);
  }

  /// A subject of that name; the cell is kept as a setting that nobody reads.
  void make(String name, Vault.Subject subject) {
    store.change(tx -> {
      Id line = vault.namedKey(tx, subject, name);
      byte[] sealed = vault.sealText(tx, line, cell(line), name);
      tx.update(
          "insert into legal_hold (id, kind, subject, reason, note, set_at, set_by)"
              + " values (?, 'TEST', ?, 'TEST', ?, ?, ?)",
          Id.random(),
          line,
          sealed,
          SUMMER,
          name);
    });
  }

  Id line(String name) {
    return store
        .read(sql -> sql.one("select line from dek where name = ?", r -> r.id("line"), name))
        .orElseThrow();
  }

  /// What is opened, or why it is not, by somebody who has kept no key open.
  String open(String name) {
    Id line = line(name);
    Vault fresh = new Vault(keyring);
    try {
      return store.read(sql ->
          sql.one(
                  "select note from legal_hold where subject = ?",
                  row -> fresh.openText(sql, line, cell(line), row.bytes("note")),
                  line)
              .orElseThrow());
    } catch (VaultFault fault) {
      return fault.kind().name();
    }
  }

  void shred(String... names) {
    store.change(tx -> {
      for (String name : names) {
        Id line =
            tx.one("select line from dek where name = ?", r -> r.id("line"), name).orElseThrow();
        int _ = vault.shred(tx, line);
      }
    });
  }

  List<Row> rows() {
    return store.read(sql ->
        sql.list(
            "select id, kek, wrapped from dek",
            row ->
                new Row(
                    row.id("id"), row.id("kek"), row.maybeBytes("wrapped").map(Secret::copyOf))));
  }

  /// As a backup has them.
  void putBack(List<Row> rows) {
    store.change(tx ->
        rows.forEach(row ->
            tx.update(
                "update dek set kek = ?, wrapped = ? where id = ?",
                row.kek(),
                row.wrapped().map(octets -> octets.lend(byte[]::clone)),
                row.id())));
  }

  /// What the KEK of a subject is for.
  String purpose(String name) {
    Id kek =
        store
            .read(sql -> sql.one("select kek from dek where name = ?", r -> r.id("kek"), name))
            .orElseThrow();
    return keyring.byId(kek).orElseThrow().purpose();
  }

  List<String> purposes() {
    return keyring.keys().stream().map(Key::purpose).toList();
  }

  /// The subjects that are to be erased since their period has ended.
  List<String> ended() {
    Map<Id, String> names =
        store
            .read(sql ->
                sql.list(
                    "select line, name from dek",
                    row -> Map.entry(row.id("line"), row.text("name"))))
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return store.read(vault::ended).stream().map(names::get).toList();
  }

  Optional<Instant> endOf(String name) {
    Id line = line(name);
    return store.read(sql -> vault.periodsEnded(sql, line));
  }

  @Override
  public void close() {
    store.close();
    keyring.close();
  }
}
