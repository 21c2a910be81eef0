package hospital.wardbell.audit;

import hospital.wardbell.base.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// What may be done to an export that must not hold afterwards.
enum Damage {
  OCTET_OF_ENTRY,
  ENTRY_DROPPED,
  ENTRIES_SWAPPED,
  ENTRY_SLIPPED_IN,
  TAIL_CUT,
  OCTET_OF_TILE,
  TILE_DROPPED,
  TILE_SLIPPED_IN,
  OCTET_OF_CHECKPOINT,
  OCTET_OF_OLDER_CHECKPOINT,
  CHECKPOINT_FORGED,
  CHECKPOINT_OF_ANOTHER_TREE,
  ANOTHER_KEY;

  void on(Path file, Random random) throws IOException {
    try (FileSystem zip = FileSystems.newFileSystem(file)) {
      switch (this) {
        case OCTET_OF_ENTRY -> octet(zip.getPath("entries.jsonl"), random);
        case ENTRY_DROPPED -> {
          List<String> lines = lines(zip);
          lines.remove(random.nextInt(lines.size()));
          write(zip, lines);
        }
        case ENTRIES_SWAPPED -> {
          List<String> lines = lines(zip);
          int one = random.nextInt(lines.size() - 1);
          Collections.swap(lines, one, one + 1);
          write(zip, lines);
        }
        case ENTRY_SLIPPED_IN -> {
          List<String> lines = lines(zip);
          lines.add(random.nextInt(lines.size()), lines.getFirst());
          write(zip, lines);
        }
        case TAIL_CUT -> {
          List<String> lines = lines(zip);
          write(zip, lines.subList(0, random.nextInt(lines.size())));
        }
        case OCTET_OF_TILE -> octet(tile(zip, random), random);
        case TILE_DROPPED -> Files.delete(tile(zip, random));
        case TILE_SLIPPED_IN -> Files.write(zip.getPath("tile/0/999"), new byte[8_192]);
        case OCTET_OF_CHECKPOINT -> octet(zip.getPath("checkpoint"), random);
        case OCTET_OF_OLDER_CHECKPOINT -> octet(zip.getPath("checkpoints-before"), random);
        case CHECKPOINT_FORGED -> sign(zip, new byte[] {1}, 0);
        case CHECKPOINT_OF_ANOTHER_TREE -> sign(zip, new byte[0], 1);
        case ANOTHER_KEY -> {
          // the file is left as it is and checked by another key
        }
      }
    }
  }

  private static List<String> lines(FileSystem zip) throws IOException {
    return new ArrayList<>(Files.readAllLines(zip.getPath("entries.jsonl")));
  }

  private static void write(FileSystem zip, List<String> lines) throws IOException {
    Files.write(zip.getPath("entries.jsonl"), lines);
  }

  private static void octet(Path member, Random random) throws IOException {
    byte[] octets = Files.readAllBytes(member);
    octets[random.nextInt(octets.length)] ^= (byte) (1 << random.nextInt(8));
    Files.write(member, octets);
  }

  private static Path tile(FileSystem zip, Random random) throws IOException {
    try (Stream<Path> all = Files.walk(zip.getPath("tile"))) {
      List<Path> tiles = all.filter(Files::isRegularFile).toList();
      return tiles.get(random.nextInt(tiles.size()));
    }
  }

  /// @param seed what the key differs in from the home's
  /// @param bit what the root differs in from the tree's
  private static void sign(FileSystem zip, byte[] seed, int bit) throws IOException {
    byte[] octets = new byte[32];
    System.arraycopy(seed, 0, octets, 0, seed.length);
    NoteSigner signer = NoteSigner.of(Secret.copyOf(octets));
    Path member = zip.getPath("checkpoint");
    Checkpoint before =
        LogHome.SIGNER.verifier().checkpoint(Files.readString(member)).orElseThrow();
    byte[] root = before.root().clone();
    root[5] ^= (byte) bit;
    Files.write(member, signer.checkpoint(before.entries(), root).getBytes(StandardCharsets.UTF_8));
  }
}
