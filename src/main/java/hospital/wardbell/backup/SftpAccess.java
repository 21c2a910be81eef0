package hospital.wardbell.backup;

import hospital.wardbell.base.Id;
import hospital.wardbell.store.Store;
import hospital.wardbell.store.Tx;
import hospital.wardbell.vault.Cell;
import hospital.wardbell.vault.Vault;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/// The servers that backups go to: how each is known to us, and we to it. A private key is made for
/// each and leaves the vault only to sign in.
record SftpAccess(Store store, Vault vault) {
  private static final String LABEL = "backup.ssh-key/1";

  /// @param pinned the server's key as [HostKey] writes it; empty until somebody has confirmed it
  record Door(String pinned, KeyPair keys) {}

  private record Kept(
      Id id,
      String pinned,
      String publicKey,
      Id dek,
      @SuppressWarnings("ArrayRecordComponent") byte[] sealed) {}

  Optional<Door> door(SftpAddress address) {
    return store.read(sql ->
        sql.one(
                "select id, pinned, public_key, dek, private_key from backup_server where address = ?",
                row ->
                    new Kept(
                        row.id("id"),
                        row.text("pinned"),
                        row.text("public_key"),
                        row.id("dek"),
                        row.bytes("private_key")),
                address.text())
            .map(kept -> {
              byte[] octets =
                  vault.open(sql, kept.dek(), new Cell(LABEL, kept.id()), kept.sealed());
              Door door =
                  new Door(
                      kept.pinned(),
                      SshKeys.read(Base64.getDecoder().decode(kept.publicKey()), octets));
              Arrays.fill(octets, (byte) 0);
              return door;
            }));
  }

  /// The public half of our key for this server, made if there is none.
  PublicKey publicKey(SftpAddress address) {
    return door(address)
        .map(door -> door.keys().getPublic())
        .orElseGet(() -> store.write(tx -> make(tx, address)));
  }

  private PublicKey make(Tx tx, SftpAddress address) {
    KeyPair keys = SshKeys.fresh();
    Id id = Id.random();
    Id dek = vault.namedKey(tx, Vault.Subject.SYSTEM, "backup");
    byte[] octets = keys.getPrivate().getEncoded();
    tx.update(
        "insert into backup_server (id, address, pinned, public_key, dek, private_key)"
            + " values (?, ?, ?, ?, ?, ?)",
        id,
        address.text(),
        "",
        Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()),
        dek,
        vault.seal(tx, dek, new Cell(LABEL, id), octets));
    Arrays.fill(octets, (byte) 0);
    return keys.getPublic();
  }

  /// From now on the server of this address is whoever has this key.
  void pin(Tx tx, SftpAddress address, String hostKey) {
    tx.update("update backup_server set pinned = ? where address = ?", hostKey, address.text());
  }
}
