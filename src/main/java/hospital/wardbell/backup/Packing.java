package hospital.wardbell.backup;

import hospital.wardbell.base.Secret;
import hospital.wardbell.base.Sha256;
import hospital.wardbell.vault.SealedOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;

/// Writes a backup: the header, then in one sealed stream each file, with its path and size before
/// it, and the manifest at the end, when the digests are known.
final class Packing {
  /// What comes next in the stream.
  static final int FILE = 'F';

  static final int MANIFEST = 'M';
  static final int BLOCK = 64 * 1024;

  private final DataOutputStream out;
  private final Progress progress;
  private final byte[] block = new byte[BLOCK];
  private final long all;
  private long moved;

  private Packing(OutputStream out, long all, Progress progress) {
    this.out = new DataOutputStream(out);
    this.all = all;
    this.progress = progress;
  }

  /// @param tree every file in it is packed
  /// @param manifest made of the files when they have been
  static void pack(
      OutputStream out,
      Header header,
      Secret key,
      Path tree,
      Function<List<Manifest.Packed>, Manifest> manifest,
      Progress progress)
      throws IOException {
    byte[] clear = header.octets();
    out.write(clear);
    try (SealedOutput sealed = new SealedOutput(out, key, Sha256.of(clear))) {
      Packing packing = new Packing(sealed, Trees.size(tree), progress);
      List<Manifest.Packed> files = new ArrayList<>();
      for (Path file : Trees.files(tree)) {
        files.add(packing.file(tree, file));
      }
      packing.end(manifest.apply(files));
      sealed.finish();
    }
  }

  private Manifest.Packed file(Path tree, Path file) throws IOException {
    String path = tree.relativize(file).toString();
    long size = Files.size(file);
    out.writeByte(FILE);
    out.writeUTF(path);
    out.writeLong(size);
    MessageDigest sha256 = Sha256.fresh();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha256)) {
      long left = size;
      while (left > 0) {
        int now = in.read(block, 0, (int) Math.min(block.length, left));
        if (now < 0) {
          throw new IOException("a file of the copy became shorter");
        }
        out.write(block, 0, now);
        left -= now;
        moved += now;
        progress.moved(moved, all);
      }
    }
    return new Manifest.Packed(path, size, HexFormat.of().formatHex(sha256.digest()));
  }

  private void end(Manifest manifest) throws IOException {
    byte[] text = manifest.write().getBytes(StandardCharsets.UTF_8);
    out.writeByte(MANIFEST);
    out.writeInt(text.length);
    out.write(text);
    out.flush();
  }
}
