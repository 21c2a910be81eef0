package hospital.wardbell.backup;

import hospital.wardbell.vault.Keyring;
import hospital.wardbell.vault.Unopened;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// Reads backups to their ends without putting anything anywhere.
public final class Verifying {
  /// A backup that was read whole and is as it was made.
  ///
  /// @param ended what keys that it may need were for, whose periods have ended since
  public record Verified(
      String name, Instant madeAt, String product, int files, long octets, Set<String> ended) {
    public Verified {
      ended = Set.copyOf(ended);
    }
  }

  private Verifying() {}

  /// A file that lies somewhere, without a service.
  ///
  /// @throws BackupFault if it is not, octet for octet, a backup that this keyring opens
  public static Verified verify(Path file, Keyring keyring) {
    try {
      return Shelf.file(file, (name, in, size) -> read(in, size, name, keyring, Progress.none()));
    } catch (IOException e) {
      throw BackupFault.of(e, "reading the backup");
    }
  }

  static Verified read(InputStream in, long size, String name, Keyring keyring, Progress progress)
      throws IOException {
    Unpacking.Unpacked read =
        Unpacking.read(in, size, keyring.backupKeys(), Optional.empty(), progress);
    return new Verified(
        name,
        read.header().at(),
        read.header().product(),
        read.manifest().files().size(),
        read.manifest().octets(),
        Unopened.endedOf(keyring, read.header().needs()));
  }
}
