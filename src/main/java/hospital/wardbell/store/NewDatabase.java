package hospital.wardbell.store;

import hospital.wardbell.base.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/// Makes the database on first start, beside its place, and moves it there when it is whole: a
/// power cut while it is being made leaves nothing that looks like a database.
final class NewDatabase {
  private NewDatabase() {}

  /// Makes `directory` itself, for its owner only.
  static void makeRoom(Path directory) {
    try {
      Files.createDirectories(
          directory,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } catch (IOException e) {
      throw Faults.ofDirectory(e, "making the database's directory");
    }
  }

  /// The database in `directory`, made if there is none. The caller holds the directory's lock.
  static Derby ensure(Path directory, Secret key) {
    Path place = directory.resolve("derby");
    if (!Files.exists(place)) {
      Path beside = directory.resolve("derby.making");
      try {
        Tree.delete(beside);
        new Derby(beside, key).create();
        Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        throw Faults.of(e, "making the database");
      }
    }
    return new Derby(place, key);
  }
}
