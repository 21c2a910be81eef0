package hospital.wardbell.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes a log, or the entries of a time with the whole tree over them, as one ZIP file that can
/// be checked without the service and without this program.
public final class Export {
  private static final int AT_ONCE = 1_000;

  /// Where the parts come from.
  public interface Log {
    /// The hashes of a tile, perhaps more of them than were there when the checkpoint was signed.
    byte[] tile(int height, long place) throws IOException;

    /// Up to `most` entries from number `from` on, in order.
    List<String> entries(long from, int most) throws IOException;
  }

  private final NoteKey key;
  private final List<String> checkpoints;
  private final Checkpoint newest;

  /// @param checkpoints oldest first; the last is the one that the export is of
  /// @throws AuditFault if that was not signed with `key`
  public Export(NoteKey key, List<String> checkpoints) {
    this.key = key;
    this.checkpoints = List.copyOf(checkpoints);
    this.newest =
        key.checkpoint(checkpoints.getLast())
            .orElseThrow(() -> new AuditFault(0, "The newest checkpoint is not this home's."));
  }

  /// How many entries the checkpoint covers.
  public long entries() {
    return newest.entries();
  }

  /// @param from the first entry to write
  /// @param to the first one not to write; at most [#entries]
  /// @param progress told how many entries have been written
  public void write(OutputStream out, Log log, long from, long to, LongConsumer progress)
      throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    zip.setLevel(Deflater.BEST_SPEED);
    member(zip, ExportNames.KEY, key.written() + "\n");
    member(zip, ExportNames.CHECKPOINT, checkpoints.getLast());
    member(zip, ExportNames.OLDER, String.join("", checkpoints.subList(0, checkpoints.size() - 1)));
    member(zip, ExportNames.RANGE, from + "\n" + to + "\n");
    for (int height = 0; height < Tile.heights(newest.entries()); height++) {
      tiles(zip, log, height);
    }
    zip.putNextEntry(new ZipEntry(ExportNames.ENTRIES));
    for (long next = from; next < to; ) {
      int most = (int) Math.min(AT_ONCE, to - next);
      List<String> page = log.entries(next, most);
      if (page.isEmpty()) {
        break; // they are gone; a check will say so
      }
      for (String entry : page) {
        zip.write((entry + "\n").getBytes(StandardCharsets.UTF_8));
      }
      next += page.size();
      progress.accept(next - from);
    }
    zip.closeEntry();
    zip.finish();
  }

  private void tiles(ZipOutputStream zip, Log log, int height) throws IOException {
    long tiles = Tile.count(newest.entries(), height);
    for (long place = 0; place < tiles; place++) {
      long left = Tile.under(newest.entries(), height) - place * Tile.FULL;
      int width = (int) Math.min(Tile.FULL, left);
      byte[] hashes = log.tile(height, place);
      // What is longer has grown since; what is shorter goes out as it is, to be found.
      int octets = Math.min(hashes.length, width * Hasher.OCTETS);
      zip.putNextEntry(new ZipEntry(ExportNames.tile(height, place, width)));
      zip.write(Arrays.copyOf(hashes, octets));
      zip.closeEntry();
    }
  }

  private static void member(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
