package hospital.wardbell.pdu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CaptureTest {
  static List<Capture> readable() {
    return Capture.readable();
  }

  static List<Capture> refused() {
    return Capture.refused();
  }

  @ParameterizedTest
  @MethodSource("readable")
  void a_captured_pdu_says_what_its_file_says(Capture capture) {
    var expected = new TreeMap<>(capture.expected());
    expected.computeIfPresent("text", (_, text) -> text.translateEscapes());

    assertThat(new TreeMap<>(Fields.of(Pdu.read(capture.pdu(), capture.way()))))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("readable")
  void a_captured_pdu_is_written_as_it_was_read(Capture capture) {
    Pdu pdu = Pdu.read(capture.pdu(), capture.way());

    assertThat(pdu.hex()).isEqualTo(capture.written());
    assertThat(Pdu.read(pdu.hex(), capture.way())).isEqualTo(pdu).hasSameHashCodeAs(pdu);
  }

  @ParameterizedTest
  @MethodSource("readable")
  void lower_case_digits_read_the_same(Capture capture) {
    assertThat(Pdu.read(capture.pdu().toLowerCase(Locale.ROOT), capture.way()))
        .isEqualTo(Pdu.read(capture.pdu(), capture.way()));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void a_malformed_pdu_is_refused_in_words_without_its_content(Capture capture) {
    assertThatThrownBy(() -> Pdu.read(capture.pdu(), capture.way()))
        .isInstanceOf(MalformedPdu.class)
        .hasMessage(capture.expected("refused"));
  }

  @ParameterizedTest
  @MethodSource("readable")
  void what_is_shown_of_a_pdu_holds_neither_number_nor_text(Capture capture) {
    String shown = Pdu.read(capture.pdu(), capture.way()).toString();

    assertThat(shown).doesNotContain("555");
    if (capture.expected("text").length() > 4) {
      assertThat(shown).doesNotContain(capture.expected("text"));
    }
  }

  @Test
  void the_length_for_the_modem_leaves_the_service_centre_out() {
    Pdu longest = find("submit-longest.txt");

    assertThat(longest.tpduOctets()).isEqualTo(164);
    assertThat(longest.hex()).hasSize(2 * Pdu.MOST_OCTETS);
  }

  private static Pdu find(String name) {
    return Capture.readable().stream()
        .filter(c -> c.name().equals(name))
        .map(c -> Pdu.read(c.pdu(), c.way()))
        .findFirst()
        .orElseThrow();
  }
}
