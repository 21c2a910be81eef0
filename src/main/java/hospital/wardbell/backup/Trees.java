package hospital.wardbell.backup;

import hospital.wardbell.store.Tree;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/// Directories with all that is in them.
final class Trees {
  private Trees() {}

  /// An empty directory for its owner only, in the place of whatever was there.
  static Path fresh(Path directory) throws IOException {
    Tree.delete(directory);
    return make(directory);
  }

  /// Makes a directory, and those above it, for their owner only.
  static Path make(Path directory) throws IOException {
    return Files.createDirectories(
        directory,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }

  /// The regular files in it, by their names.
  static List<Path> files(Path tree) throws IOException {
    try (Stream<Path> all = Files.walk(tree)) {
      return all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .sorted()
          .toList();
    }
  }

  /// Octets of all its files; those that vanish meanwhile do not count.
  static long size(Path tree) throws IOException {
    long size = 0;
    for (Path file : files(tree)) {
      try {
        size += Files.size(file);
      } catch (NoSuchFileException _) {
        // a database removes and makes files as it works
      }
    }
    return size;
  }

  /// Forces every file and every directory of it to the disk.
  static void sync(Path tree) throws IOException {
    try (Stream<Path> all = Files.walk(tree)) {
      for (Path each : all.toList()) {
        syncOne(each);
      }
    }
  }

  /// Forces one file, or the entries of one directory, to the disk.
  static void syncOne(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
