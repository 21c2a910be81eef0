package hospital.wardbell.auditverifier;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Checks one export the slow and simple way: all leaf hashes in memory, every root from its
/// definition.
public final class IndependentVerifier {
  private static final Pattern LEAF = Pattern.compile(",\"leaf\":(\\d+),\"origin\":\"");

  private final ZipFile zip;
  private final String vkey;
  private final List<String> complaints = new ArrayList<>();

  private IndependentVerifier(ZipFile zip, String vkey) {
    this.zip = zip;
    this.vkey = vkey.strip();
  }

  /// @param vkey the home's key in its written form
  /// @return what is wrong with it, in words; nothing if it holds
  public static List<String> check(Path export, String vkey)
      throws IOException, GeneralSecurityException {
    try (ZipFile zip = new ZipFile(export.toFile())) {
      IndependentVerifier verifier = new IndependentVerifier(zip, vkey);
      verifier.check();
      return verifier.complaints;
    }
  }

  private void check() throws IOException, GeneralSecurityException {
    String[] newest = note(text("checkpoint"));
    int size = newest.length == 0 ? claimedSize(text("checkpoint")) : Integer.parseInt(newest[1]);
    List<byte[]> leaves = leaves(size);
    checkEntries(size, leaves);
    checkTiles(size, leaves);
    if (newest.length > 0 && !Arrays.equals(root(leaves), Base64.getDecoder().decode(newest[2]))) {
      complaints.add("the newest checkpoint has another root");
    }
    for (String older : notes(text("checkpoints-before"))) {
      String[] lines = note(older);
      if (lines.length > 0
          && (Integer.parseInt(lines[1]) > size
              || !Arrays.equals(
                  root(leaves.subList(0, Integer.parseInt(lines[1]))),
                  Base64.getDecoder().decode(lines[2])))) {
        complaints.add("the checkpoint of " + lines[1] + " has another root");
      }
    }
  }

  /// The three lines of a note that the key signed; none, and a complaint, if it did not.
  private String[] note(String note) throws GeneralSecurityException {
    String[] key = vkey.split("\\+", 3);
    byte[] typed = Base64.getDecoder().decode(key[2]);
    byte[] id = Arrays.copyOf(sha256((key[0] + "\n").getBytes(StandardCharsets.UTF_8), typed), 4);
    int end = note.indexOf("\n\n");
    String mark = "\u2014 " + key[0] + " ";
    if (end > 0 && note.startsWith(mark, end + 2) && note.endsWith("\n")) {
      String text = note.substring(0, end + 1);
      String line = note.substring(end + 2 + mark.length(), note.length() - 1);
      String[] lines = text.split("\n", -1);
      if (lines.length == 4
          && lines[0].equals(key[0])
          && lines[1].matches("0|[1-9]\\d{0,8}")
          && isSigned(text, line, id, typed)) {
        return lines;
      }
    }
    complaints.add("a checkpoint was not signed with the key");
    return new String[0];
  }

  private static boolean isSigned(String text, String line, byte[] id, byte[] typed)
      throws GeneralSecurityException {
    byte[] marked;
    try {
      marked = Base64.getDecoder().decode(line);
    } catch (IllegalArgumentException _) {
      return false;
    }
    if (marked.length != 68
        || !Arrays.equals(id, Arrays.copyOf(marked, 4))
        || !Base64.getEncoder().encodeToString(marked).equals(line)) {
      return false;
    }
    ByteArrayOutputStream x509 = new ByteArrayOutputStream();
    x509.writeBytes(new byte[] {0x30, 0x2a, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 3, 0x21, 0});
    x509.write(typed, 1, 32);
    Signature signature = Signature.getInstance("Ed25519");
    signature.initVerify(
        KeyFactory.getInstance("Ed25519")
            .generatePublic(new X509EncodedKeySpec(x509.toByteArray())));
    signature.update(text.getBytes(StandardCharsets.UTF_8));
    try {
      return signature.verify(marked, 4, 64);
    } catch (SignatureException _) {
      return false; // not even the form of one
    }
  }

  private static int claimedSize(String note) {
    String[] lines = note.split("\n", -1);
    return lines.length > 1 && lines[1].matches("\\d{1,6}") ? Integer.parseInt(lines[1]) : 0;
  }

  private static List<String> notes(String all) {
    List<String> notes = new ArrayList<>();
    int from = 0;
    int sign = all.indexOf("\n\u2014 ");
    while (sign >= 0) {
      int end = all.indexOf('\n', sign + 1);
      if (end < 0) {
        break;
      }
      notes.add(all.substring(from, end + 1));
      from = end + 1;
      sign = all.indexOf("\n\u2014 ", from);
    }
    return notes;
  }

  /// The leaf hashes that the tiles say there are.
  private List<byte[]> leaves(int size) throws IOException {
    List<byte[]> leaves = new ArrayList<>();
    for (int first = 0; first < size; first += 256) {
      byte[] tile = tile(0, first / 256, Math.min(256, size - first));
      for (int i = 0; i < Math.min(256, size - first); i++) {
        leaves.add(
            tile.length >= 32 * (i + 1) ? Arrays.copyOfRange(tile, 32 * i, 32 * i + 32) : NONE);
      }
    }
    return leaves;
  }

  private static final byte[] NONE = new byte[32];

  private void checkEntries(int size, List<byte[]> leaves) throws IOException {
    String[] range = text("range").split("\n", -1);
    int next = Integer.parseInt(range[0]);
    int to = Math.min(size, Integer.parseInt(range[1]));
    String all = text("entries.jsonl");
    for (String entry : all.isEmpty() ? List.<String>of() : List.of(all.split("\n"))) {
      Matcher leaf = LEAF.matcher(entry);
      if (next >= to
          || !leaf.find()
          || !leaf.group(1).equals(Integer.toString(next))
          || !Arrays.equals(
              leaves.get(next), sha256(new byte[] {0}, entry.getBytes(StandardCharsets.UTF_8)))) {
        complaints.add("line " + next + " is not the entry that was recorded");
      }
      next++;
    }
    if (next < to) {
      complaints.add("the entries from " + next + " on are missing");
    }
  }

  private void checkTiles(int size, List<byte[]> leaves) throws IOException {
    Set<String> due = new TreeSet<>();
    List<byte[]> row = leaves;
    for (int height = 0; !row.isEmpty(); height++) {
      List<byte[]> above = new ArrayList<>();
      for (int first = 0; first < row.size(); first += 256) {
        List<byte[]> part = row.subList(first, Math.min(row.size(), first + 256));
        due.add(name(height, first / 256, part.size()));
        ByteArrayOutputStream made = new ByteArrayOutputStream();
        part.forEach(made::writeBytes);
        if (!Arrays.equals(made.toByteArray(), tile(height, first / 256, part.size()))) {
          complaints.add("tile " + height + "/" + first / 256 + " does not fit those below");
        }
        if (part.size() == 256) {
          above.add(root(part));
        }
      }
      row = above;
    }
    Collections.list(zip.entries()).stream()
        .map(ZipEntry::getName)
        .filter(name -> name.startsWith("tile/") && !due.contains(name))
        .forEach(name -> complaints.add(name + " belongs to nothing"));
    if (size == 0) {
      complaints.add("nothing is signed");
    }
  }

  private byte[] tile(int height, int place, int width) throws IOException {
    ZipEntry member = zip.getEntry(name(height, place, width));
    if (member == null) {
      complaints.add("tile " + height + "/" + place + " is missing");
      return new byte[0];
    }
    return zip.getInputStream(member).readAllBytes();
  }

  private static String name(int height, int place, int width) {
    String path = "%03d".formatted(place % 1000);
    for (int rest = place / 1000; rest > 0; rest /= 1000) {
      path = "x%03d/".formatted(rest % 1000) + path;
    }
    return "tile/" + height + "/" + path + (width == 256 ? "" : ".p/" + width);
  }

  private static byte[] root(List<byte[]> leaves) {
    if (leaves.isEmpty()) {
      return sha256();
    }
    if (leaves.size() == 1) {
      return leaves.getFirst();
    }
    int left = Integer.highestOneBit(leaves.size() - 1);
    return sha256(
        new byte[] {1}, root(leaves.subList(0, left)), root(leaves.subList(left, leaves.size())));
  }

  private static byte[] sha256(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private String text(String name) throws IOException {
    ZipEntry member = zip.getEntry(name);
    if (member == null) {
      throw new IOException("no " + name);
    }
    return new String(zip.getInputStream(member).readAllBytes(), StandardCharsets.UTF_8);
  }
}
