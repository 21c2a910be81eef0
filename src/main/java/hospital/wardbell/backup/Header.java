package hospital.wardbell.backup;

import hospital.wardbell.base.Secret;
import hospital.wardbell.base.Sha256;
import hospital.wardbell.json.JsonObject;
import hospital.wardbell.json.MalformedJson;
import hospital.wardbell.vault.BackupKey;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The beginning of a backup's file, in the clear: which program made it, when, and which key opens
/// what follows. Every chunk that follows is bound to its octets, so a changed header opens
/// nothing.
///
/// @param product the version that made it
/// @param steps the numbers of the schema's steps that the database in it has
/// @param needs the fingerprints of the keys of the keyring that the database in it may need; empty
///   in what was made before they were written down
/// @param fingerprint of the key that `wrapped`, the file's own key, is wrapped with
@SuppressWarnings("ArrayRecordComponent") // never compared
record Header(
    String product,
    List<Integer> steps,
    Instant at,
    Set<String> needs,
    String fingerprint,
    byte[] wrapped) {
  private static final String FAMILY = "wardbell-backup/";
  private static final byte[] MARK = (FAMILY + "1\n").getBytes(StandardCharsets.US_ASCII);
  private static final int LONGEST = 64 * 1024;

  /// A header as it was read, and what the chunks behind it are bound to.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Found(Header header, byte[] bound) {}

  byte[] octets() {
    byte[] text =
        new JsonObject()
            .put("product", product)
            .put("schema", steps.stream().map(String::valueOf).collect(Collectors.joining(" ")))
            .put("made_at", at.toString())
            .put("needs", String.join(" ", needs))
            .put("key", fingerprint)
            .put("wrapped_key", HexFormat.of().formatHex(wrapped))
            .write()
            .getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(octets)) {
      out.write(MARK);
      out.writeInt(text.length);
      out.write(text);
    } catch (IOException e) {
      throw new IllegalStateException("writing to memory cannot fail", e);
    }
    return octets.toByteArray();
  }

  /// @throws BackupFault of kind TOO_NEW if it is of a later form, DAMAGED if of none
  static Found read(InputStream in) throws IOException {
    DataInputStream octets = new DataInputStream(in);
    byte[] mark = octets.readNBytes(MARK.length);
    if (!Arrays.equals(mark, MARK)) {
      throw unknown(mark);
    }
    byte[] length = octets.readNBytes(4);
    int announced = length.length < 4 ? -1 : ByteBuffer.wrap(length).getInt();
    if (announced < 0 || announced > LONGEST) {
      throw damaged();
    }
    byte[] text = octets.readNBytes(announced);
    byte[] all = new byte[MARK.length + length.length + text.length];
    System.arraycopy(mark, 0, all, 0, mark.length);
    System.arraycopy(length, 0, all, mark.length, length.length);
    System.arraycopy(text, 0, all, mark.length + length.length, text.length);
    return new Found(of(text), Sha256.of(all));
  }

  private static Header of(byte[] text) {
    try {
      JsonObject json = JsonObject.parse(new String(text, StandardCharsets.UTF_8));
      return new Header(
          json.text("product"),
          Stream.of(json.text("schema").split(" ", -1)).map(Integer::valueOf).toList(),
          Instant.parse(json.text("made_at")),
          json.maybeText("needs")
              .filter(needs -> !needs.isEmpty())
              .map(needs -> Set.copyOf(List.of(needs.split(" ", -1))))
              .orElse(Set.of()),
          json.text("key"),
          HexFormat.of().parseHex(json.text("wrapped_key")));
    } catch (MalformedJson | DateTimeException | IllegalArgumentException _) {
      throw damaged();
    }
  }

  private static BackupFault unknown(byte[] mark) {
    String text = new String(mark, StandardCharsets.US_ASCII);
    return text.matches(FAMILY + "[0-9]\n")
        ? new BackupFault(
            BackupFault.Kind.TOO_NEW,
            "The backup has a form that only a newer version of Wardbell reads. Nothing was changed. Install that version.")
        : new BackupFault(
            BackupFault.Kind.DAMAGED,
            "The file is not a backup of Wardbell, or its beginning is damaged. Nothing was changed.");
  }

  static BackupFault damaged() {
    return new BackupFault(
        BackupFault.Kind.DAMAGED,
        "The backup was damaged, changed or cut short since it was made. Nothing was changed. Take another one.");
  }

  /// The file's own key.
  ///
  /// @param keys those that the keyring has
  /// @throws BackupFault of kind WRONG_KEY, which names the key that is needed and those there are
  Secret key(List<BackupKey> keys) {
    Optional<BackupKey> named =
        keys.stream().filter(key -> key.fingerprint().equals(fingerprint)).findFirst();
    if (named.isEmpty()) {
      String there = keys.stream().map(BackupKey::fingerprint).collect(Collectors.joining(", "));
      throw new BackupFault(
          BackupFault.Kind.WRONG_KEY,
          "The backup is sealed with the key %s, and the keyring here has %s. Nothing was changed. Use the keyring of the same home: keyring-%s.copy."
              .formatted(shown(fingerprint), there, shown(fingerprint)));
    }
    return named.get().unwrap(wrapped).orElseThrow(Header::damaged);
  }

  /// As far as it is what a fingerprint is; a damaged one is not put before anybody.
  private static String shown(String fingerprint) {
    return fingerprint.matches("[0-9a-f]{8}") ? fingerprint : "(unreadable)";
  }

  /// @param known the steps this program has
  /// @throws BackupFault of kind TOO_NEW
  void requireKnown(List<Integer> known) {
    for (int step : steps) {
      if (!known.contains(step)) {
        throw new BackupFault(
            BackupFault.Kind.TOO_NEW,
            "The backup is of a newer version of Wardbell (%s, schema step %04d). Nothing was changed. Install that version."
                .formatted(product, step));
      }
    }
  }
}
