package hospital.wardbell.backup;

import hospital.wardbell.vault.Keyring;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/// Reads backups to their ends without putting anything anywhere.
public final class Verifying {
  private Verifying() {}

  /// A file that lies somewhere, without a service.
  ///
  /// @throws BackupFault if it is not, octet for octet, a backup that this keyring opens
  public static Backups.Verified verify(Path file, Keyring keyring) {
    try {
      return Shelf.file(file, (name, in, size) -> read(in, size, name, keyring, Progress.none()));
    } catch (IOException e) {
      throw BackupFault.of(e, "reading the backup");
    }
  }

  static Backups.Verified read(
      InputStream in, long size, String name, Keyring keyring, Progress progress)
      throws IOException {
    Unpacking.Unpacked read =
        Unpacking.read(in, size, keyring.backupKeys(), Optional.empty(), progress);
    return new Backups.Verified(
        name,
        read.header().at(),
        read.header().product(),
        read.manifest().files().size(),
        read.manifest().octets());
  }
}
