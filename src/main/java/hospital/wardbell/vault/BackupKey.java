package hospital.wardbell.vault;

import hospital.wardbell.base.Secret;
import hospital.wardbell.base.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// A key of the keyring under which each backup's own key is wrapped. Any thread.
public final class BackupKey {
  private static final byte[] ASSOCIATED =
      "wardbell-backup/1 file key".getBytes(StandardCharsets.US_ASCII);
  private static final int FINGERPRINT = 4;

  private final Key key;

  BackupKey(Key key) {
    this.key = key;
  }

  /// Eight hexadecimal digits by which people and file names tell keys apart. They are made of the
  /// key's id and say nothing of the key.
  public String fingerprint() {
    MessageDigest sha256 = Sha256.fresh();
    sha256.update("wardbell-backup/1 fingerprint".getBytes(StandardCharsets.US_ASCII));
    return HexFormat.of().formatHex(sha256.digest(key.id().bytes()), 0, FINGERPRINT);
  }

  /// A key for one file, used for no other.
  public static Secret fileKey() {
    return Key.fresh("backup.file").octets();
  }

  public byte[] wrap(Secret fileKey) {
    return fileKey.lend(octets -> Aead.seal(key.aes(), ASSOCIATED, octets));
  }

  /// The file's key; none if it was not wrapped by this one, or was changed since.
  public Optional<Secret> unwrap(byte[] wrapped) {
    return Aead.open(key.aes(), ASSOCIATED, wrapped)
        .filter(octets -> octets.length == Key.OCTETS)
        .map(octets -> {
          Secret secret = Secret.copyOf(octets);
          Arrays.fill(octets, (byte) 0);
          return secret;
        });
  }

  @Override
  public String toString() {
    return "backup key " + fingerprint();
  }
}
