package hospital.wardbell.vault;

import hospital.wardbell.base.Id;
import hospital.wardbell.store.Row;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Tx;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// The data keys: rows of `dek`, each wrapped by a key of the keyring, those used lately kept open.
/// Any thread.
final class DataKeys {
  private static final int KEPT_OPEN = 2_000;
  private static final byte[] LABEL = "dek/1".getBytes(StandardCharsets.US_ASCII);

  private final Keyring keyring;
  private final SequencedMap<Id, DataKey> open = new LinkedHashMap<>(64, 0.75f, true);

  DataKeys(Keyring keyring) {
    this.keyring = keyring;
  }

  Id make(Tx tx, Vault.Subject subject, Optional<String> name) {
    Key wrapping = keyring.wrapping(subject);
    Key key = Key.fresh("dek");
    byte[] wrapped =
        key.octets().lend(o -> Aead.seal(wrapping.aes(), associated(key.id(), wrapping.id()), o));
    tx.update(
        "insert into dek (id, subject, name, kek, wrapped, made_at) values (?, ?, ?, ?, ?, ?)",
        key.id(),
        subject,
        name,
        wrapping.id(),
        wrapped,
        Instant.now());
    keep(key.id(), key.aes());
    tx.onRollback(() -> forget(key.id()));
    key.octets().close();
    return key.id();
  }

  Optional<Id> named(Sql sql, Vault.Subject subject, String name) {
    return sql.one(
        "select id from dek where subject = ? and name = ?", row -> row.id("id"), subject, name);
  }

  /// @throws VaultFault of kind SHREDDED or TAMPERED
  DataKey get(Sql sql, Id id) {
    synchronized (open) {
      DataKey kept = open.get(id);
      if (kept != null) {
        return kept;
      }
    }
    SecretKey key =
        sql.one("select kek, wrapped from dek where id = ?", row -> unwrapped(id, row), id)
            .orElseThrow(() -> tampered("there is no data key of that id"));
    return keep(id, key);
  }

  private SecretKey unwrapped(Id id, Row row) {
    Id kek = row.id("kek");
    byte[] wrapped =
        row.maybeBytes("wrapped")
            .orElseThrow(() ->
                new VaultFault(
                    VaultFault.Kind.SHREDDED, "What was kept under this key was erased."));
    Key wrapping =
        keyring
            .byId(kek)
            .orElseThrow(() ->
                new VaultFault(
                    VaultFault.Kind.SHREDDED, "The period this was kept for has ended."));
    byte[] plain =
        Aead.open(wrapping.aes(), associated(id, kek), wrapped)
            .orElseThrow(() -> tampered("a data key does not open"));
    try {
      return new SecretKeySpec(plain, "AES");
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }

  /// Keeps the one that is there, so that the count of its seals is one count.
  private DataKey keep(Id id, SecretKey key) {
    synchronized (open) {
      DataKey kept = open.computeIfAbsent(id, _ -> new DataKey(key));
      if (open.size() > KEPT_OPEN) {
        open.pollFirstEntry();
      }
      return kept;
    }
  }

  private void forget(Id id) {
    synchronized (open) {
      open.remove(id);
    }
  }

  private static byte[] associated(Id key, Id wrapping) {
    return ByteBuffer.allocate(LABEL.length + 32)
        .put(LABEL)
        .put(key.bytes())
        .put(wrapping.bytes())
        .array();
  }

  private static VaultFault tampered(String message) {
    return new VaultFault(VaultFault.Kind.TAMPERED, message);
  }
}
