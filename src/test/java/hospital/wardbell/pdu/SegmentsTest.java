package hospital.wardbell.pdu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentsTest {
  @ParameterizedTest(name = "{1} times {0}: {2}")
  @CsvSource({
    "a, 160, 1",
    "a, 161, 2",
    "a, 306, 2",
    "a, 307, 3",
    "€, 80, 1",
    "€, 81, 2",
    "€, 152, 2",
    "€, 153, 3",
    "ñ, 160, 1",
    "ñ, 161, 2",
    "á, 70, 1",
    "á, 71, 2",
    "á, 134, 2",
    "á, 135, 3",
    "😀, 35, 1",
    "😀, 36, 2",
    "😀, 66, 2",
    "😀, 67, 3"
  })
  void a_text_takes_as_many_parts_as_the_rule_says(String character, int times, int parts) {
    assertThat(Segments.of(character.repeat(times)).parts()).isEqualTo(parts);
  }

  @Test
  void an_escape_pair_at_a_boundary_moves_to_the_next_part_as_a_whole() {
    var segments = Segments.of("a".repeat(152) + "€" + "a".repeat(152));

    assertThat(segments.texts()).containsExactly("a".repeat(152), "€" + "a".repeat(151), "a");
    assertThat(segments.units()).isEqualTo(306);
  }

  @Test
  void a_surrogate_pair_at_a_boundary_moves_to_the_next_part_as_a_whole() {
    var segments = Segments.of("á".repeat(66) + "😀" + "á".repeat(66));

    assertThat(segments.texts()).containsExactly("á".repeat(66), "😀" + "á".repeat(65), "á");
    assertThat(segments.units()).isEqualTo(134);
  }

  @Test
  void an_extension_character_counts_once_in_a_text_that_an_emoji_forces_out_of_gsm7() {
    var segments = Segments.of("this is a " + "]".repeat(74) + "😘");

    assertThat(segments.parts()).isEqualTo(2);
    assertThat(segments.units()).isEqualTo(86);
    assertThat(segments.forcedBy()).contains("😘");
  }

  @Test
  void accents_alone_can_cost_a_second_part() {
    String reply =
        "Gracias, mañana estaré a las 9 en la clínica con mi papá. ¿Necesito ayunar hoy?";
    String plain =
        "Gracias, mañana estaré a las 9 en la clinica con mi papa. ¿Necesito ayunar hoy?";

    assertThat(reply).hasSize(79);
    assertThat(Segments.of(reply).parts()).isEqualTo(2);
    assertThat(Segments.of(reply).forcedBy()).contains("í");
    assertThat(Segments.of(plain).parts()).isEqualTo(1);
  }

  @Test
  void an_empty_text_is_one_empty_segment() {
    assertThat(Segments.of("").texts()).containsExactly("");
  }

  @Test
  void a_text_of_more_than_255_segments_is_refused() {
    assertThat(Segments.of("a".repeat(255 * 153)).parts()).isEqualTo(255);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Segments.of("a".repeat(255 * 153 + 1)))
        .withMessage("a text has at most 255 segments");
  }

  @Test
  void what_is_shown_of_segments_holds_no_text() {
    assertThat(Segments.of("scan é á").toString()).isEqualTo("Segments[UCS2, 8 units, 1 parts]");
  }
}
