package hospital.wardbell.backup;

import hospital.wardbell.base.Secret;
import hospital.wardbell.base.Sha256;
import hospital.wardbell.store.Store;
import hospital.wardbell.vault.BackupKey;
import hospital.wardbell.vault.SealedInput;
import hospital.wardbell.vault.VaultFault;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UTFDataFormatException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads a backup to its end and holds every octet of it to what was sealed; what it holds is put
/// into a directory if one is named.
final class Unpacking {
  private static final int LONGEST_MANIFEST = 1 << 20;

  /// Names as the database gives them; none leads out of the directory.
  private static final Pattern PATH =
      Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*(/[A-Za-z0-9_][A-Za-z0-9._-]*){0,9}");

  /// A backup that has been read whole.
  record Unpacked(Header header, Manifest manifest) {}

  private final DataInputStream in;
  private final Optional<Path> into;
  private final long all;
  private final Progress progress;
  private final byte[] block = new byte[Packing.BLOCK];
  private long moved;

  private Unpacking(InputStream in, Optional<Path> into, long all, Progress progress) {
    this.in = new DataInputStream(in);
    this.into = into;
    this.all = all;
    this.progress = progress;
  }

  /// @param size of the file, for the progress
  /// @param into an empty directory; if none, the backup is only checked
  /// @throws BackupFault if it is not, octet for octet, a backup sealed with one of `keys`, or is
  ///   of a newer version; what has been put into the directory is then worth nothing
  /// @throws IOException if a file cannot be read or written
  static Unpacked read(
      InputStream file, long size, List<BackupKey> keys, Optional<Path> into, Progress progress)
      throws IOException {
    InputStream in = new BufferedInputStream(file, 2 * Packing.BLOCK);
    Header.Found found = Header.read(in);
    try (Secret key = found.header().key(keys);
        SealedInput sealed = new SealedInput(in, key, found.bound())) {
      found.header().requireKnown(Store.steps());
      Manifest manifest = new Unpacking(sealed, into, size, progress).all();
      return new Unpacked(found.header(), manifest);
    } catch (VaultFault | EOFException | UTFDataFormatException _) {
      throw Header.damaged();
    }
  }

  private Manifest all() throws IOException {
    List<Manifest.Packed> files = new ArrayList<>();
    int kind = in.readUnsignedByte();
    while (kind == Packing.FILE) {
      files.add(file());
      kind = in.readUnsignedByte();
    }
    int length = kind == Packing.MANIFEST ? in.readInt() : -1;
    if (length < 0 || length > LONGEST_MANIFEST) {
      throw Header.damaged();
    }
    Manifest manifest = Manifest.parse(new String(in.readNBytes(length), StandardCharsets.UTF_8));
    if (in.read() >= 0 || !manifest.files().equals(files)) {
      throw Header.damaged();
    }
    return manifest;
  }

  private Manifest.Packed file() throws IOException {
    String path = in.readUTF();
    long size = in.readLong();
    if (!PATH.matcher(path).matches() || size < 0) {
      throw Header.damaged();
    }
    MessageDigest sha256 = Sha256.fresh();
    try (OutputStream out = destination(path)) {
      long left = size;
      while (left > 0) {
        int now = in.read(block, 0, (int) Math.min(block.length, left));
        if (now < 0) {
          throw new EOFException();
        }
        sha256.update(block, 0, now);
        out.write(block, 0, now);
        left -= now;
        moved += now;
        progress.moved(moved, all);
      }
    }
    return new Manifest.Packed(path, size, HexFormat.of().formatHex(sha256.digest()));
  }

  private OutputStream destination(String path) throws IOException {
    if (into.isEmpty()) {
      return OutputStream.nullOutputStream();
    }
    Path file = into.get().resolve(path);
    Trees.make(Objects.requireNonNull(file.getParent()));
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    return Files.newOutputStream(file, StandardOpenOption.WRITE);
  }
}
