package hospital.wardbell;

import hospital.wardbell.modem.Trouble;
import java.nio.file.Path;
import java.util.Optional;

/// Whether the disk has room enough to go on sending. What is left when sending stops is kept for
/// receiving, which goes on until the disk is full to the last octet.
record DiskRoom(Path directory) {
  /// Room for some ten thousand texts to come in.
  private static final long KEPT_FOR_RECEIVING = 100L << 20;

  boolean isEnough() {
    // One call of the system; a FileStore would read the table of mounts first, for every part.
    return directory.toFile().getUsableSpace() >= KEPT_FOR_RECEIVING;
  }

  /// What is wrong, if anything is.
  Optional<Trouble> trouble() {
    return isEnough() ? Optional.empty() : Optional.of(Trouble.of(Trouble.Kind.DISK_NEARLY_FULL));
  }
}
