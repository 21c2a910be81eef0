package hospital.wardbell.backup;

import hospital.wardbell.json.JsonObject;
import hospital.wardbell.json.MalformedJson;
import hospital.wardbell.vault.SafeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/// What is written down before a restore replaces the database, and removed when it has ended: with
/// it a restore that was broken off is gone on with, or undone.
///
/// @param aside the name that the old database is given; empty if there was none
/// @param madeAt when the backup was made
record Journal(String aside, String name, long octets, Instant madeAt) {
  private static final int LONGEST_NAME = 60;

  static Optional<Journal> read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      JsonObject json = JsonObject.parse(Files.readString(file));
      return Optional.of(
          new Journal(
              json.text("aside"),
              json.text("name"),
              json.number("octets"),
              Instant.parse(json.text("made_at"))));
    } catch (MalformedJson | DateTimeException e) {
      throw new IOException("the restore's journal is not readable", e);
    }
  }

  /// The file's name, as far as a row has room for it.
  String recordedName() {
    return name.substring(0, Math.min(name.length(), LONGEST_NAME));
  }

  void write(Path file) throws IOException {
    String text =
        new JsonObject()
            .put("aside", aside)
            .put("name", name)
            .put("octets", octets)
            .put("made_at", madeAt.toString())
            .write();
    SafeFile.replace(file, text.getBytes(StandardCharsets.UTF_8), SafeFile.PRIVATE);
  }
}
