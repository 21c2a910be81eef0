package hospital.wardbell.practice;

import static hospital.wardbell.practice.AtCommand.Kind.READ;
import static hospital.wardbell.practice.AtCommand.Kind.RUN;
import static hospital.wardbell.practice.AtCommand.Kind.SET;
import static hospital.wardbell.practice.AtCommand.Kind.TEST;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CommandLineTest {
  @Test
  void basic_commands_follow_each_other_directly() {
    assertThat(CommandLine.divide("ATE0V1&F+CMEE=1"))
        .containsExactly(
            new AtCommand("E", RUN, List.of("0")),
            new AtCommand("V", RUN, List.of("1")),
            new AtCommand("&F", RUN, List.of("0")),
            new AtCommand("+CMEE", SET, List.of("1")));
  }

  @Test
  void extended_commands_end_with_a_semicolon() {
    assertThat(CommandLine.divide("at+creg=2;+cgreg?;+cmgl=?;+cgsn"))
        .containsExactly(
            new AtCommand("+CREG", SET, List.of("2")),
            new AtCommand("+CGREG", READ, List.of()),
            new AtCommand("+CMGL", TEST, List.of()),
            new AtCommand("+CGSN", RUN, List.of()));
  }

  @Test
  void quotes_protect_what_they_hold() {
    assertThat(CommandLine.divide("AT+CPMS=\"S;M\",,\"M,E\""))
        .containsExactly(new AtCommand("+CPMS", SET, List.of("S;M", "", "M,E")));
  }

  @Test
  void noise_before_the_prefix_is_passed_over() {
    assertThat(CommandLine.isAddressedToModem("\u0000xyz")).isFalse();
    assertThat(CommandLine.divide("\u0000xyzAT+CSQ"))
        .containsExactly(new AtCommand("+CSQ", RUN, List.of()));
  }

  @Test
  void an_empty_line_has_no_commands() {
    assertThat(CommandLine.divide("AT")).isEmpty();
  }
}
