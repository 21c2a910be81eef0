package hospital.wardbell.backup;

import java.nio.file.Path;

/// Where a home's database and keyring lie, and where a backup or a restore may put what it needs
/// for a while: on the same disk, so that a directory is moved in one step.
///
/// @param database the directory that is a [hospital.wardbell.store.Store]'s own
public record Places(Path home, Path database, Path keyring) {
  /// The list of what was erased, which goes where the keyring goes.
  Path shredded() {
    return keyring.resolveSibling("shredded");
  }

  /// Removed when a backup or a test has ended, and at each start.
  Path scratch() {
    return home.resolve("backup.scratch");
  }

  /// The target until another is named.
  Path backups() {
    return home.resolve("backups");
  }

  /// A database on its way into its place.
  Path unpacked() {
    return home.resolve("restore.unpacked");
  }

  /// There for as long as a restore has begun to replace the database and has not ended.
  Path journal() {
    return home.resolve("restore.journal");
  }
}
