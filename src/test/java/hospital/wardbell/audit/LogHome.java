package hospital.wardbell.audit;

import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.Secret;
import hospital.wardbell.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A real database with a log in it, of which nothing runs by itself.
final class LogHome implements AutoCloseable {
  static final NoteSigner SIGNER = NoteSigner.of(Secret.copyOf(new byte[32]));
  private static final Actor NURSE = new Actor.Person(new Id(1, 2));
  static final Entry READ = Entry.of(NURSE, "conversation.read").from("10.0.0.7");

  private final Store store;
  private Instant now = Instant.parse("2026-11-22T10:00:00Z");
  private Audit audit;
  private Notary notary;

  LogHome(Path directory) {
    store = Store.open(directory, Secret.copyOf(new byte[32]));
    audit = new Audit(store, () -> now);
    notary = new Notary(store, audit, SIGNER, () -> now);
  }

  /// Empties the log and begins anew.
  void clear() {
    store.change(tx -> {
      tx.update("delete from audit_entry");
      tx.update("delete from audit_tile");
      tx.update("delete from audit_checkpoint");
    });
    restart();
  }

  /// As after a stop and a start: nothing is in memory.
  void restart() {
    audit = new Audit(store, () -> now);
    notary = new Notary(store, audit, SIGNER, () -> now);
  }

  Store store() {
    return store;
  }

  Audit audit() {
    return audit;
  }

  Instant now() {
    return now;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  /// Appends so many entries, about different things.
  void append(int entries) {
    store.change(tx -> {
      for (int i = 0; i < entries; i++) {
        audit.record(tx, READ.about(new Id(7, i)));
      }
    });
  }

  /// Lets the notary do all there is to do.
  Optional<Finding> sign() {
    notary.turn();
    while (notary.turn().isZero()) {
      // there is more
    }
    return notary.broken();
  }

  void appendAndSign(int entries) {
    append(entries);
    var _ = sign();
  }

  Report check(String... witnessed) {
    return new Check(new StoredLog(store, () -> {}), SIGNER.verifier(), _ -> {})
        .run(List.of(witnessed));
  }

  String newest() {
    return store.read(TreeTable::newest).orElseThrow().note();
  }

  void sql(String statement, Object... arguments) {
    store.change(tx -> tx.update(statement, arguments));
  }

  @Override
  public void close() {
    store.close();
  }
}
