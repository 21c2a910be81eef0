package hospital.wardbell.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.OptionalLong;

/// Where backups are kept. One thread; closed after each use.
sealed interface Target extends AutoCloseable permits DirectoryTarget, SftpTarget {
  /// The file that says of a directory that backups belong there. Without it a directory may be the
  /// place of a mount that is missing, and what is written there would fill the disk below.
  String MARKER = "wardbell-backups";

  /// What is in that file.
  String MARKER_TEXT =
      """
      Wardbell keeps backups in this directory. This file tells it that the directory is the right
      one: remove it and no backup is written here.
      """;

  /// A backup that is kept.
  record Kept(BackupName name, long octets) {}

  /// What a file is to hold.
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /// For people: a path or an address.
  String where();

  /// @throws BackupFault of kind NO_TARGET or UNREACHABLE, with the cure
  void require();

  /// Makes it a target.
  void mark();

  /// The backups in it, the newest first.
  List<Kept> list();

  /// @throws BackupFault of kind NO_BACKUP
  Kept find(BackupName name);

  InputStream open(BackupName name) throws IOException;

  /// Writes a backup under its name in the making, forces it to the disk and names it.
  ///
  /// @return how many octets it has
  long write(BackupName name, Content content, Progress progress);

  /// Puts a small file in the place of its forerunner, in one step.
  void replace(String name, byte[] octets);

  void delete(BackupName name);

  /// Removes what was being written under this key when a process or a line broke.
  void sweep(String fingerprint);

  /// Octets that may still be written, if that is known.
  OptionalLong room();

  @Override
  void close();
}
