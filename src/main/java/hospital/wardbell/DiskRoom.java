package hospital.wardbell;

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

  /// In plain words what is wrong and what to do, if anything is.
  Optional<String> trouble() {
    return isEnough()
        ? Optional.empty()
        : Optional.of(
            "the disk is nearly full, so sending has stopped and receiving goes on. Nothing is lost."
                + " Make room; what waits then goes out by itself.");
  }
}
