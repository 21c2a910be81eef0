package hospital.wardbell.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonObjectTest {
  @Test
  void what_was_put_is_read_back() {
    JsonObject object =
        new JsonObject()
            .put("text", "a \"quoted\" é 😀\n")
            .put("number", 7)
            .put("truth", true)
            .put("absent", Optional.empty())
            .put("list", List.of("x", "y"))
            .put("inner", new JsonObject().put("deep", 1L));

    JsonObject read = JsonObject.parse(object.write());

    assertThat(read.text("text")).isEqualTo("a \"quoted\" é 😀\n");
    assertThat(read.number("number")).isEqualTo(7);
    assertThat(read.flag("truth")).isTrue();
    assertThat(read.has("absent")).isFalse();
    assertThat(read.texts("list")).containsExactly("x", "y");
    assertThat(read.object("inner").orElseThrow().number("deep")).isEqualTo(1);
    assertThat(read.write()).isEqualTo(object.write());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "[]", "7", "{", "{\"a\":}", "{} {}", "nonsense", "{\"a\":1e999999999999}"})
  void anything_but_one_object_is_refused(String text) {
    assertThatThrownBy(() -> JsonObject.parse(text).number("a")).isInstanceOf(MalformedJson.class);
  }

  @Test
  void depth_is_bounded() {
    String deep = "{\"a\":".repeat(20) + "1" + "}".repeat(20);

    assertThatThrownBy(() -> JsonObject.parse(deep)).isInstanceOf(MalformedJson.class);
  }

  @Test
  void a_member_of_the_wrong_kind_is_named_without_its_content() {
    JsonObject object = JsonObject.parse("{\"to\":\"secret words\"}");

    assertThatThrownBy(() -> object.number("to"))
        .isInstanceOf(MalformedJson.class)
        .hasMessageContaining("to")
        .hasMessageNotContaining("secret");
  }
}
