package hospital.wardbell.backup;

import hospital.wardbell.json.JsonObject;
import hospital.wardbell.json.MalformedJson;
import hospital.wardbell.store.Snapshot;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What is in a backup, sealed with it: each file, and how many rows the database had.
///
/// @param rows how many rows each table had just before
/// @param still whether the copy has exactly these: nothing was changed meanwhile
record Manifest(
    String product, Instant at, Map<String, Long> rows, boolean still, List<Packed> files) {
  /// One file of the database.
  ///
  /// @param path with `/` between its names
  /// @param sha256 in hexadecimal digits
  record Packed(String path, long octets, String sha256) {}

  Manifest {
    rows = Map.copyOf(rows);
    files = List.copyOf(files);
  }

  static Manifest of(String product, Instant at, Snapshot snapshot, List<Packed> files) {
    return new Manifest(product, at, snapshot.rows(), snapshot.still(), files);
  }

  long octets() {
    return files.stream().mapToLong(Packed::octets).sum();
  }

  String write() {
    JsonObject counts = new JsonObject();
    new TreeMap<>(rows).forEach(counts::put);
    return new JsonObject()
        .put("product", product)
        .put("made_at", at.toString())
        .put("still", still)
        .put("rows", counts)
        .put(
            "files",
            files.stream()
                .map(file ->
                    new JsonObject()
                        .put("path", file.path())
                        .put("octets", file.octets())
                        .put("sha256", file.sha256()))
                .toList())
        .write();
  }

  /// @throws BackupFault of kind DAMAGED
  static Manifest parse(String text) {
    try {
      JsonObject json = JsonObject.parse(text);
      JsonObject counts = json.object("rows").orElseGet(JsonObject::new);
      Map<String, Long> rows = new TreeMap<>();
      counts.names().forEach(name -> rows.put(name, counts.number(name)));
      return new Manifest(
          json.text("product"),
          Instant.parse(json.text("made_at")),
          rows,
          json.flag("still"),
          json.objects("files").stream()
              .map(f -> new Packed(f.text("path"), f.number("octets"), f.text("sha256")))
              .toList());
    } catch (MalformedJson | DateTimeException _) {
      throw Header.damaged();
    }
  }
}
