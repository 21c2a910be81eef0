package hospital.wardbell.modem;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LineSplitterTest {
  private final LineSplitter splitter = new LineSplitter();

  @Test
  void what_is_repeated_behind_a_prompt_is_told_of_as_it_comes_and_again_as_a_line() {
    assertThat(Stream.of("\r\n> ", "00", "11", "\r\n+CMGS: 7\r\n").flatMap(s -> take(s).stream()))
        .containsExactly(
            new Heard.Prompt(),
            new Heard.Echo("00"),
            new Heard.Echo("0011"),
            new Heard.Line("0011"),
            new Heard.Line("+CMGS: 7"));
    assertThat(take("+CM")).isEmpty();
  }

  @Test
  void a_line_is_the_same_however_its_octets_come() {
    String stream = "\r\n+CMTI: \"SM\",3\r\n\r\n\r\nOK\r\n\r\n> ";
    List<Heard> whole = take(stream);

    List<Heard> single = new ArrayList<>();
    for (int i = 0; i < stream.length(); i++) {
      single.addAll(take(stream.substring(i, i + 1)));
    }

    assertThat(whole)
        .containsExactly(
            new Heard.Line("+CMTI: \"SM\",3"), new Heard.Line("OK"), new Heard.Prompt());
    assertThat(single).isEqualTo(whole);
  }

  @Test
  void a_prompt_is_heard_without_a_line_ending_and_leaves_nothing_behind() {
    assertThat(take("\r\n> ")).containsExactly(new Heard.Prompt());
    assertThat(take("\r\n+CMGS: 7\r\n")).containsExactly(new Heard.Line("+CMGS: 7"));
  }

  @Test
  void what_follows_a_prompt_is_a_line_of_its_own() {
    assertThat(take("\r\n> 0011\u001a\r\n"))
        .containsExactly(new Heard.Prompt(), new Heard.Line("0011"));
  }

  @Test
  void control_characters_are_no_part_of_a_line() {
    assertThat(take("\u0000\u001bO\u0007K\r")).containsExactly(new Heard.Line("OK"));
  }

  @Test
  void a_line_without_an_end_is_cut() {
    List<Heard> heard = take("A".repeat(LineSplitter.LONGEST + 1) + "\r");

    assertThat(heard).hasSize(2);
  }

  private List<Heard> take(String characters) {
    byte[] octets = characters.getBytes(StandardCharsets.ISO_8859_1);
    return splitter.take(octets, octets.length);
  }
}
