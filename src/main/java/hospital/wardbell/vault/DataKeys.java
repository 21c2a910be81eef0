package hospital.wardbell.vault;

import hospital.wardbell.base.Id;
import hospital.wardbell.store.Row;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Tx;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// The data keys: rows of `dek`, each wrapped by a key of the keyring, those used lately kept open.
///
/// The keys of one subject are a line, known by the id of its first. The last one seals; the others
/// open what they sealed. Opening is for any thread, all else for the writer's, which has a cache
/// of its own: a count of seals that a reader saw a moment ago would be no count.
final class DataKeys {
  private static final int KEPT_OPEN = 10_000;

  /// A cell has one octet to say which of a line it is sealed by.
  static final int MOST_IN_LINE = 255;

  private static final String EPOCH = "select number from vault_state where name = 'epoch'";
  private static final String COLUMNS = "id, subject, kek, wrapped, ordinal, epoch, seals";

  private final Keyring keyring;
  private final InstantSource clock;
  private final Kept<List<DataKey>> opening = new Kept<>(KEPT_OPEN);
  private final Kept<SealingKey> sealing = new Kept<>(KEPT_OPEN); // writer thread only
  private final AtomicLong shreddings = new AtomicLong();
  private Optional<Long> epoch = Optional.empty(); // writer thread only

  /// @param clock by whose year a new key is wrapped
  DataKeys(Keyring keyring, InstantSource clock) {
    this.keyring = keyring;
    this.clock = clock;
  }

  /// A line and its first key.
  Id make(Tx tx, Vault.Subject subject, Optional<String> name) {
    Id id = Id.random();
    keep(tx, id, insert(tx, new Place(id, id, 0), subject, name));
    return id;
  }

  /// A key and where it stands in its line.
  private record Place(Id id, Id line, int ordinal) {}

  private SealingKey insert(Tx tx, Place place, Vault.Subject subject, Optional<String> name) {
    Key wrapping = keyring.keks().wrapping(Period.of(subject, clock.instant()));
    Key fresh = Key.fresh("dek");
    byte[] wrapped = fresh.octets().lend(octets -> Wrapping.wrap(wrapping, place.id(), octets));
    long now = epoch(tx);
    tx.update(
        """
        insert into dek (id, subject, name, kek, wrapped, made_at, line, ordinal, epoch, seals)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
        """,
        place.id(),
        subject,
        name,
        wrapping.id(),
        wrapped,
        Instant.now(),
        place.line(),
        place.ordinal(),
        now,
        SealingKey.RESERVE);
    DataKey key = new DataKey(place.id(), place.ordinal(), fresh.aes());
    fresh.octets().close();
    return new SealingKey(subject, key, now, 0, SealingKey.RESERVE);
  }

  Optional<Id> named(Sql sql, Vault.Subject subject, String name) {
    return sql.one(
        "select id from dek where subject = ? and name = ?", row -> row.id("id"), subject, name);
  }

  /// From now on every line seals by a key that it makes for its next seal.
  void renewAll(Tx tx) {
    tx.update("update vault_state set number = number + 1 where name = 'epoch'");
    epoch = Optional.empty();
    tx.onRollback(() -> epoch = Optional.empty());
  }

  private long epoch(Sql sql) {
    long now = epoch.orElseGet(() -> sql.number(EPOCH));
    epoch = Optional.of(now);
    return now;
  }

  /// The key that seals now, a new one if the last may not.
  ///
  /// @throws VaultFault of kind SHREDDED or TAMPERED
  SealingKey sealing(Tx tx, Id line) {
    SealingKey last = sealing.get(line).orElseGet(() -> last(tx, line));
    if (last.isSpent() || last.epoch() < epoch(tx)) {
      int ordinal = last.key().ordinal() + 1;
      if (ordinal == MOST_IN_LINE) {
        throw new IllegalStateException("a subject has had all the data keys that it may");
      }
      last = insert(tx, new Place(Id.random(), line, ordinal), last.subject(), Optional.empty());
    }
    keep(tx, line, last);
    return last;
  }

  private SealingKey last(Sql sql, Id line) {
    return sql.one(
            "select "
                + COLUMNS
                + " from dek where line = ? order by ordinal desc fetch first 1 rows only",
            row -> {
              long seals = row.number("seals");
              Vault.Subject subject = row.constant("subject", Vault.Subject.class);
              return new SealingKey(subject, opened(row), row.number("epoch"), seals, seals);
            },
            line)
        .orElseThrow(() -> tampered("there is no data key of that id"));
  }

  /// What was counted in a change that is undone is read again.
  private void keep(Tx tx, Id line, SealingKey key) {
    sealing.put(line, key);
    tx.onRollback(() -> sealing.remove(line));
  }

  /// The key of that place in the line.
  ///
  /// @throws VaultFault of kind SHREDDED or TAMPERED
  DataKey opening(Sql sql, Id line, int ordinal) {
    long before = shreddings.get();
    Optional<List<DataKey>> kept = opening.get(line).filter(keys -> ordinal < keys.size());
    List<DataKey> keys = kept.orElseGet(() -> all(sql, line));
    if (ordinal >= keys.size()) {
      throw tampered("there is no data key of that id");
    }
    if (kept.isEmpty()) {
      opening.put(line, keys);
      if (shreddings.get() != before) {
        opening.remove(line); // it may have been shredded since its rows were read
      }
    }
    return keys.get(ordinal);
  }

  /// Destroys all keys of a line; what they sealed opens nowhere any more. Their rows stay.
  ///
  /// @return how many there were; 0 if it was done before
  int shred(Tx tx, Id line) {
    sealing.remove(line);
    tx.afterCommit(() -> {
      shreddings.incrementAndGet();
      opening.remove(line);
    });
    return tx.update("update dek set wrapped = null where line = ? and wrapped is not null", line);
  }

  private List<DataKey> all(Sql sql, Id line) {
    return sql.list(
        "select " + COLUMNS + " from dek where line = ? order by ordinal", this::opened, line);
  }

  private DataKey opened(Row row) {
    Id id = row.id("id");
    return new DataKey(id, row.integer("ordinal"), unwrapped(id, row));
  }

  private SecretKey unwrapped(Id id, Row row) {
    Id kek = row.id("kek");
    byte[] wrapped =
        row.maybeBytes("wrapped")
            .orElseThrow(() ->
                new VaultFault(
                    VaultFault.Kind.SHREDDED, "What was kept under this key was erased."));
    Key wrapping = keyring.keks().opening(kek);
    byte[] plain =
        Wrapping.unwrap(wrapping, id, wrapped)
            .orElseThrow(() -> tampered("a data key does not open"));
    try {
      return new SecretKeySpec(plain, "AES");
    } finally {
      Wipe.all(plain);
    }
  }

  private static VaultFault tampered(String message) {
    return new VaultFault(VaultFault.Kind.TAMPERED, message);
  }
}
