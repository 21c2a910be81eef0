package hospital.wardbell.pdu;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Encodings and counts of an independent implementation; its file says which and how.
class SegmentsOracleTest {
  @Test
  void an_independent_implementation_counts_the_same() throws IOException {
    List<JsonObject> lines =
        Files.readAllLines(Path.of("src/test/resources/pdu/segments-oracle.txt")).stream()
            .filter(line -> !line.startsWith("#"))
            .map(JsonObject::parse)
            .toList();

    assertThat(lines).hasSizeGreaterThan(300);
    for (JsonObject line : lines) {
      var segments = Segments.of(line.text("text"));

      assertThat(segments.encoding() + " " + segments.parts())
          .as(line.write())
          .isEqualTo(line.text("encoding") + " " + line.number("parts"));
    }
  }
}
