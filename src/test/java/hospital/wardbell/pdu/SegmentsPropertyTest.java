package hospital.wardbell.pdu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// What holds for the segments of every text, drawn with a fixed seed.
class SegmentsPropertyTest {
  private static final int DRAWS = 2_000;

  private final Draw draw = new Draw(42);

  @Test
  void the_segments_of_a_text_are_the_text_and_no_pair_is_divided() {
    for (int i = 0; i < DRAWS; i++) {
      String text = draw();
      List<String> parts = Segments.of(text).texts();

      assertThat(String.join("", parts)).isEqualTo(text);
      assertThat(parts)
          .noneMatch(p -> !p.isEmpty() && Character.isLowSurrogate(p.charAt(0)))
          .noneMatch(p -> !p.isEmpty() && Character.isHighSurrogate(p.charAt(p.length() - 1)));
    }
  }

  @Test
  void no_escape_is_left_at_the_end_of_a_part() {
    for (int i = 0; i < DRAWS; i++) {
      var segments = Segments.of(draw.gsm7(draw.below(1000)));
      for (int number = 1; number <= segments.parts(); number++) {
        assertThat(Gsm7.endsInEscape(segments.userData(number, 0).septets())).isFalse();
      }
    }
  }

  @Test
  void a_part_ends_only_where_the_next_character_does_not_fit() {
    for (int i = 0; i < DRAWS; i++) {
      var segments = Segments.of(draw());
      boolean packed = segments.encoding() == DataCoding.Alphabet.GSM7;
      for (int number = 1; number < segments.parts(); number++) {
        String next = segments.texts().get(number);
        String first = next.substring(0, next.offsetByCodePoints(0, 1));
        String tooLong = segments.texts().get(number - 1) + first;

        assertThat(packed ? Gsm7.DEFAULT.encode(tooLong).length : tooLong.length())
            .isGreaterThan(packed ? 153 : 67);
      }
    }
  }

  @Test
  void gsm7_is_left_only_for_a_character_that_it_does_not_have() {
    for (int i = 0; i < DRAWS; i++) {
      var segments = Segments.of(draw());

      assertThat(segments.forcedBy().isEmpty())
          .isEqualTo(segments.encoding() == DataCoding.Alphabet.GSM7);
      segments.forcedBy().ifPresent(c -> assertThat(Gsm7.DEFAULT.septets(c.charAt(0))).isZero());
    }
  }

  private String draw() {
    return draw.text(draw.below(1000), draw.coin() ? 5 : 5_000);
  }
}
