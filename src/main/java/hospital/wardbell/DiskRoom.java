package hospital.wardbell;

import hospital.wardbell.modem.ModemHealth.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Whether the disk has room enough to go on sending. What is left when sending stops is kept for
/// receiving, which goes on until the disk is full to the last octet.
record DiskRoom(Path directory) {
  /// Room for some ten thousand texts to come in.
  private static final long KEPT_FOR_RECEIVING = 100L << 20;

  boolean isEnough() {
    try {
      return Files.getFileStore(directory).getUsableSpace() >= KEPT_FOR_RECEIVING;
    } catch (IOException _) {
      return true; // whether it can be written, the database finds out
    }
  }

  /// What is wrong, if anything is.
  Optional<Trouble> trouble() {
    return isEnough() ? Optional.empty() : Optional.of(Trouble.of(Trouble.Kind.DISK_NEARLY_FULL));
  }
}
