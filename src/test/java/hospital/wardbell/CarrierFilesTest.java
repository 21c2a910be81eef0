package hospital.wardbell;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.json.JsonObject;
import hospital.wardbell.modem.Carrier;
import hospital.wardbell.modem.Rate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CarrierFilesTest {
  private static final Path SHIPPED = Path.of("firmware-config/carriers");
  private static final String EXAMPLE = "example";

  @Test
  void every_carrier_we_ship_is_known_and_bears_the_name_of_its_file() throws IOException {
    List<String> expected = new ArrayList<>(CarrierFiles.SHIPPED);
    expected.add(EXAMPLE);
    try (Stream<Path> files = Files.list(SHIPPED)) {
      assertThat(files.map(f -> f.getFileName().toString().replace(".yaml", "")))
          .containsExactlyInAnyOrderElementsOf(expected);
    }
    assertThat(expected).allMatch(name -> CarrierFiles.shipped(name).name().equals(name));
  }

  @Test
  void the_example_says_what_stands_where_a_key_is_left_out() throws IOException {
    assertThat(CarrierFiles.shipped(EXAMPLE))
        .isEqualTo(CarrierReader.read("a.yaml", "name: example\nnetworks: [001-01]\n"))
        .isEqualTo(
            new Carrier(
                EXAMPLE, List.of("001-01"), Optional.empty(), Carrier.Ims.LEAVE, Rate.NONE));

    String text = Files.readString(SHIPPED.resolve("example.yaml"));
    assertThat(CarrierReader.KEYS.values().stream().flatMap(List::stream))
        .allMatch(key -> text.contains(key + ":"));
  }

  @Test
  void no_network_is_two_carriers() {
    assertThat(
            CarrierFiles.SHIPPED.stream().flatMap(n -> CarrierFiles.shipped(n).networks().stream()))
        .doesNotHaveDuplicates()
        .doesNotContainAnyElementsOf(CarrierFiles.shipped(EXAMPLE).networks());
  }

  @Test
  void those_we_ship_are_what_a_modem_is_given() {
    assertThat(CarrierFiles.read().known().stream().map(known -> known.get().name()))
        .containsExactlyElementsOf(CarrierFiles.SHIPPED);
  }

  /// The schema that editors use and the reader know the same keys.
  @ParameterizedTest
  @ValueSource(strings = {"", "rate"})
  void schema_and_reader_agree_on_the_keys_of_each_block(String block) throws IOException {
    JsonObject top =
        JsonObject.parse(Files.readString(Path.of("firmware-config/carriers.schema.json")));
    JsonObject schema =
        block.isEmpty()
            ? top
            : top.object("properties").flatMap(keys -> keys.object(block)).orElseThrow();

    assertThat(schema.object("properties").orElseThrow().names())
        .containsExactlyElementsOf(CarrierReader.KEYS.getOrDefault(block, List.of()));
    assertThat(schema.flag("additionalProperties")).isFalse();
  }

  @Test
  void the_blocks_of_schema_and_reader_are_the_same() throws IOException {
    JsonObject keys =
        JsonObject.parse(Files.readString(Path.of("firmware-config/carriers.schema.json")))
            .object("properties")
            .orElseThrow();

    assertThat(
            keys.names().stream().filter(key -> keys.object(key).orElseThrow().has("properties")))
        .containsExactlyElementsOf(
            CarrierReader.KEYS.keySet().stream().filter(name -> !name.isEmpty()).toList());
  }
}
