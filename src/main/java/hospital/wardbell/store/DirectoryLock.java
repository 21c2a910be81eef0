package hospital.wardbell.store;

import hospital.wardbell.store.StoreFault.Kind;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Keeps a second store, of this process or another, out of a directory while it is open.
///
/// The engine's own lock does not keep out a second store of the same process: it would share the
/// running database without asking for the key.
final class DirectoryLock implements AutoCloseable {
  private final FileChannel channel;

  private DirectoryLock(FileChannel channel) {
    this.channel = channel;
  }

  /// @throws StoreFault of kind IN_USE if it is taken
  static DirectoryLock take(Path directory) {
    FileChannel channel = open(directory.resolve("store.lock"));
    if (tryLock(channel) == null) {
      close(channel);
      throw new StoreFault(
          Kind.IN_USE, "Another process has the database open. Stop that process first.");
    }
    return new DirectoryLock(channel);
  }

  private static FileChannel open(Path file) {
    try {
      return FileChannel.open(
          file,
          Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } catch (IOException e) {
      throw Faults.ofDirectory(e, "locking the database's directory");
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException _) {
      return null; // held by this very process
    } catch (IOException e) {
      close(channel);
      throw Faults.ofDirectory(e, "locking the database's directory");
    }
  }

  @Override
  public void close() {
    close(channel);
  }

  private static void close(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      throw Faults.of(e, "unlocking the database's directory");
    }
  }
}
