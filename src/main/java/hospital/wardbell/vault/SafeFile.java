package hospital.wardbell.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;

/// Writes a file so that after a power cut either the old or the new content is there, whole.
public final class SafeFile {
  /// For the service's own eyes.
  public static final String PRIVATE = "rw-------";

  /// For everybody on the machine.
  public static final String PUBLIC = "rw-r--r--";

  private SafeFile() {}

  /// @param mode [#PRIVATE] or [#PUBLIC]; held from the file's first moment
  public static void replace(Path file, byte[] content, String mode) throws IOException {
    replace(file, content, mode, Steps.unheard());
  }

  static void replace(Path file, byte[] content, String mode, Steps steps) throws IOException {
    steps.reached("before");
    Path beside = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(beside);
    try (FileChannel out =
        FileChannel.open(
            beside,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode)))) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        out.write(rest);
      }
      steps.reached("written");
      out.force(true);
    }
    steps.reached("forced");
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    steps.reached("renamed");
    Path directory = Objects.requireNonNull(file.toAbsolutePath().getParent());
    try (FileChannel entries = FileChannel.open(directory, StandardOpenOption.READ)) {
      entries.force(true);
    }
    steps.reached("after");
  }
}
