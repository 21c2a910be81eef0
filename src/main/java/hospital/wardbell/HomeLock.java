package hospital.wardbell;

import hospital.wardbell.Home.HomeFault;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Keeps every other service and set-up out of a home until it is closed. The operating system
/// opens it when the process ends in whatever way.
///
/// The database has a lock of its own, but a sealed service has no database yet, and without this
/// one a second service would take the first one's control socket.
final class HomeLock implements AutoCloseable {
  private final FileChannel channel;

  private HomeLock(FileChannel channel) {
    this.channel = channel;
  }

  /// @throws HomeFault if somebody else has it
  static HomeLock take(Home home) {
    try {
      FileChannel channel = open(home.directory().resolve("lock"));
      if (tryLock(channel) == null) {
        channel.close();
        throw new HomeFault(
            "Another Wardbell runs in %s. Nothing was changed. Stop that one first, or give this one a home of its own."
                .formatted(home.directory()));
      }
      return new HomeLock(channel);
    } catch (IOException e) {
      throw HomeFault.notWritable(home.directory());
    }
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(
        file,
        Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException _) {
      return null; // held by this very process
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new HomeFault("The home's lock could not be given back; end the process.");
    }
  }
}
