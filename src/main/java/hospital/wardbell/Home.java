package hospital.wardbell;

import hospital.wardbell.backup.Places;
import hospital.wardbell.base.PlainWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// The directory of everything that lasts: database, keyring, certificates, socket. Only the
/// service may enter it.
public record Home(Path directory) {
  /// Makes what is missing.
  ///
  /// @throws HomeFault if it cannot be made or written
  public static Home prepare(Path directory) {
    var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    try {
      Files.createDirectories(directory, owner);
      Home home = new Home(directory.toRealPath());
      Files.createDirectories(home.socketDirectory(), owner);
      Files.createDirectories(home.certificates(), owner);
      Files.delete(Files.createTempFile(home.directory(), "may-write", null));
      return home;
    } catch (IOException e) {
      throw HomeFault.notWritable(directory);
    }
  }

  /// Whether set-up has been done here.
  public boolean isSetUp() {
    return Files.exists(keyring());
  }

  public Path database() {
    return directory.resolve("database");
  }

  public Path keyring() {
    return directory.resolve("keyring");
  }

  /// The list of what was erased, which a restore goes by.
  public Path shredded() {
    return directory.resolve("shredded");
  }

  /// Where the keyring lies until set-up is done.
  Path keyringInTheMaking() {
    return directory.resolve("keyring.unfinished");
  }

  public Path certificates() {
    return directory.resolve("tls");
  }

  /// What is kept of each modem line, a file each.
  Path modems() {
    return directory.resolve("modems");
  }

  /// What backups and restores need to know of it.
  public Places places() {
    return new Places(directory, database(), keyring());
  }

  public Path socketDirectory() {
    return directory.resolve("control");
  }

  public Path socket() {
    return socketDirectory().resolve("socket");
  }

  /// The home cannot be used; the message says what to do. Exit code 1.
  public static final class HomeFault extends RuntimeException implements PlainWords {
    private static final long serialVersionUID = 1;

    HomeFault(String message) {
      super(message);
    }

    static HomeFault notWritable(Path directory) {
      return new HomeFault(
          "The directory %s cannot be made or written. Nothing was changed. Give it to the user that runs Wardbell and see that its disk has room, then start again."
              .formatted(directory));
    }
  }
}
