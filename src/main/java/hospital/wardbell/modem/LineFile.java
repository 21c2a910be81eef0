package hospital.wardbell.modem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A [LineMemory] in a file that only the service may read: a line `key=value` each, replaced as a
/// whole. A file that cannot be read counts as empty.
public final class LineFile implements LineMemory {
  private static final Logger LOG = System.getLogger(LineFile.class.getName());
  private static final FileAttribute<?> OWNERS_DIRECTORY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
  private static final FileAttribute<?> OWNERS_FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final Path file;
  private final Map<String, String> kept = new TreeMap<>();

  /// @param file absolute; made when there is something to keep, and its directory with it
  public LineFile(Path file) {
    this.file = file;
    if (Files.exists(file)) {
      read();
    }
  }

  private void read() {
    try {
      for (String line : Files.readAllLines(file)) {
        int equals = line.indexOf('=');
        if (equals > 0) {
          kept.put(line.substring(0, equals), line.substring(equals + 1));
        }
      }
    } catch (IOException e) {
      LOG.log(Level.WARNING, "what was kept of a modem line in {0} cannot be read", file);
    }
  }

  @Override
  public Optional<String> recall(String key) {
    return Optional.ofNullable(kept.get(key));
  }

  @Override
  public void keep(String key, String value) {
    if (!value.equals(kept.put(key, value))) {
      write();
    }
  }

  @Override
  public void forget(String key) {
    if (kept.remove(key) != null) {
      write();
    }
  }

  private void write() {
    String text =
        kept.entrySet().stream()
            .map(e -> e.getKey() + "=" + e.getValue() + "\n")
            .collect(Collectors.joining());
    try {
      Path fresh = file.resolveSibling(file.getFileName() + ".new");
      Files.createDirectories(fresh.getParent(), OWNERS_DIRECTORY);
      Files.deleteIfExists(fresh);
      Set<StandardOpenOption> fully =
          Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      try (FileChannel out = FileChannel.open(fresh, fully, OWNERS_FILE)) {
        ByteBuffer octets = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (octets.hasRemaining()) {
          out.write(octets);
        }
        out.force(true);
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
