package hospital.wardbell.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Where a backup is taken from to be read: the target, or wherever a file lies.
record Shelf(Targets targets) {
  /// What is done with a backup that is open.
  interface Reading<T> {
    T of(String name, InputStream in, long size) throws IOException;
  }

  /// @param which a name at the target, a file's whole path, or nothing for the newest of all
  <T> T read(Optional<String> which, Reading<T> reading) {
    try {
      return which.isPresent() && which.get().contains("/")
          ? file(Path.of(which.get()), reading)
          : kept(which, reading);
    } catch (IOException e) {
      throw BackupFault.of(e, "reading the backup");
    }
  }

  static <T> T file(Path file, Reading<T> reading) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new BackupFault(
          BackupFault.Kind.NO_BACKUP, "There is no file %s that may be read.".formatted(file));
    }
    try (InputStream in = Files.newInputStream(file)) {
      return reading.of(String.valueOf(file.getFileName()), in, Files.size(file));
    }
  }

  private <T> T kept(Optional<String> which, Reading<T> reading) throws IOException {
    try (Target target = targets.open()) {
      target.require();
      Target.Kept kept =
          which
              .map(text -> target.find(BackupName.parse(text).orElseThrow(Shelf::noName)))
              .orElseGet(
                  () -> target.list().stream().findFirst().orElseThrow(() -> noneYet(target)));
      try (InputStream in = target.open(kept.name())) {
        return reading.of(kept.name().text(), in, kept.octets());
      }
    }
  }

  private static BackupFault noName() {
    return new BackupFault(
        BackupFault.Kind.NO_BACKUP,
        "That is neither the name of a backup nor a file's path. Try: wardbell backup list");
  }

  private static BackupFault noneYet(Target target) {
    return new BackupFault(
        BackupFault.Kind.NO_BACKUP,
        "There is no backup in %s yet. Make one: wardbell backup run".formatted(target.where()));
  }
}
