package hospital.wardbell.backup;

import hospital.wardbell.vault.SafeFile;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// A directory: a mounted disk or share, or one in the home itself.
record DirectoryTarget(Path directory) implements Target {
  @Override
  public String where() {
    return directory.toString();
  }

  @Override
  public void require() {
    if (!Files.isDirectory(directory)) {
      throw new BackupFault(
          BackupFault.Kind.NO_TARGET,
          "The directory for backups %s is not there. If it is a mount, mount it. Otherwise make it, then: wardbell backup target add %s"
              .formatted(directory, directory));
    }
    if (!Files.isRegularFile(directory.resolve(MARKER), LinkOption.NOFOLLOW_LINKS)) {
      throw new BackupFault(
          BackupFault.Kind.NO_TARGET,
          "%s has no file %s, so the disk that belongs there may not be mounted. Mount it. If it is the right directory: wardbell backup target add %s"
              .formatted(directory, MARKER, directory));
    }
  }

  @Override
  public void mark() {
    try {
      SafeFile.replace(
          directory.resolve(MARKER), MARKER_TEXT.getBytes(StandardCharsets.UTF_8), SafeFile.PUBLIC);
    } catch (IOException e) {
      throw new BackupFault(
          BackupFault.Kind.NO_TARGET,
          "The directory %s is not there or may not be written. Make it, give it to the user that runs Wardbell, and try again."
              .formatted(directory),
          e);
    }
  }

  @Override
  public List<Kept> list() {
    List<Kept> kept = new ArrayList<>();
    for (Path file : entries()) {
      Optional<BackupName> name = BackupName.parse(String.valueOf(file.getFileName()));
      name.flatMap(n -> sizeOf(file).map(size -> new Kept(n, size))).ifPresent(kept::add);
    }
    kept.sort(Comparator.comparing(Kept::name).reversed());
    return kept;
  }

  private List<Path> entries() {
    try (Stream<Path> files = Files.list(directory)) {
      return files.toList();
    } catch (IOException e) {
      throw BackupFault.of(e, "listing the backups");
    }
  }

  private static Optional<Long> sizeOf(Path file) {
    try {
      return Optional.of(Files.size(file));
    } catch (IOException _) {
      return Optional.empty(); // gone since it was listed
    }
  }

  @Override
  public Kept find(BackupName name) {
    return sizeOf(directory.resolve(name.text()))
        .map(size -> new Kept(name, size))
        .orElseThrow(() ->
            new BackupFault(
                BackupFault.Kind.NO_BACKUP,
                "There is no backup %s in %s. Try: wardbell backup list"
                    .formatted(name, directory)));
  }

  @Override
  public InputStream open(BackupName name) throws IOException {
    return Files.newInputStream(directory.resolve(name.text()));
  }

  @Override
  public long write(BackupName name, Content content, Progress progress) {
    Path file = directory.resolve(name.text());
    Path part = directory.resolve(name.text() + BackupName.PART);
    if (Files.exists(file)) {
      throw new BackupFault(
          BackupFault.Kind.BUSY, "A backup of this very second is there. Try again.");
    }
    try {
      fill(part, content, progress);
      long octets = Files.size(part);
      progress.reached(Step.SYNCED);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      Trees.syncOne(directory);
      progress.reached(Step.NAMED);
      return octets;
    } catch (IOException e) {
      discard(part);
      throw BackupFault.of(e, "writing the backup");
    } catch (RuntimeException e) {
      discard(part);
      throw e;
    }
  }

  private static void fill(Path part, Content content, Progress progress) throws IOException {
    Files.deleteIfExists(part);
    Files.createFile(
        part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (FileOutputStream file = new FileOutputStream(part.toFile());
        BufferedOutputStream out = new BufferedOutputStream(file, 1 << 20)) {
      content.writeTo(out);
      out.flush();
      progress.reached(Step.SEALED);
      file.getFD().sync();
    }
  }

  private static void discard(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException _) {
      // the next backup sweeps it
    }
  }

  @Override
  public void replace(String name, byte[] octets) {
    try {
      SafeFile.replace(directory.resolve(name), octets, SafeFile.PRIVATE);
    } catch (IOException e) {
      throw BackupFault.of(e, "copying the keyring to the backups");
    }
  }

  @Override
  public void delete(BackupName name) {
    try {
      Files.delete(directory.resolve(name.text()));
    } catch (NoSuchFileException _) {
      // it is gone, as was wished
    } catch (IOException e) {
      throw BackupFault.of(e, "removing an old backup");
    }
  }

  @Override
  public void sweep(String fingerprint) {
    String ending = "-" + fingerprint + ".wbk" + BackupName.PART;
    for (Path file : entries()) {
      String name = String.valueOf(file.getFileName());
      if (name.startsWith("wardbell-") && name.endsWith(ending)) {
        discard(file);
      }
    }
  }

  @Override
  public OptionalLong room() {
    try {
      FileStore disk = Files.getFileStore(directory);
      return OptionalLong.of(disk.getUsableSpace());
    } catch (IOException _) {
      return OptionalLong.empty();
    }
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
