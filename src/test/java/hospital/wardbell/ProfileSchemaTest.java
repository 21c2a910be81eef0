package hospital.wardbell;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The schema that editors use and the reader know the same keys.
class ProfileSchemaTest {
  @ParameterizedTest
  @MethodSource("blocks")
  void schema_and_reader_agree_on_the_keys_of_each_block(String block) throws IOException {
    JsonObject schema = schemaOf(block);

    assertThat(schema.object("properties").orElseThrow().names())
        .containsExactlyElementsOf(ProfileReader.KEYS.getOrDefault(block, List.of()));
    assertThat(schema.flag("additionalProperties")).isFalse();
  }

  @Test
  void a_block_of_the_schema_is_a_block_of_the_reader() throws IOException {
    JsonObject keys = schemaOf("").object("properties").orElseThrow();

    assertThat(keys.names().stream().filter(key -> hasKeys(keys.object(key).orElseThrow())))
        .containsExactlyInAnyOrderElementsOf(
            blocks().stream().filter(name -> !name.isEmpty()).toList());
  }

  private static List<String> blocks() {
    return ProfileReader.KEYS.keySet().stream().sorted().toList();
  }

  private static boolean hasKeys(JsonObject schema) {
    return element(schema).has("properties");
  }

  private static JsonObject schemaOf(String block) throws IOException {
    JsonObject top =
        JsonObject.parse(Files.readString(Path.of("firmware-config/profiles.schema.json")));
    return block.isEmpty()
        ? top
        : element(top.object("properties").flatMap(p -> p.object(block)).orElseThrow());
  }

  /// What a list's elements are, or `schema` itself if it is no list.
  private static JsonObject element(JsonObject schema) {
    return schema.has("items") ? schema.object("items").orElseThrow() : schema;
  }
}
