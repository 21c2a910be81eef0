package hospital.wardbell.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PracticeModemTest {
  private final Path link;
  private final Path journal;

  PracticeModemTest(@TempDir Path directory) {
    this.link = directory.resolve("modem");
    this.journal = directory.resolve("journal");
  }

  @Test
  void it_obeys_orders_line_by_line_and_leaves_its_journal() throws Exception {
    String answers =
        run(
            """
            {"do":"text","from":"+12025550150","text":"Is anybody there?"}
            {"do":"unplug"}
            {"do":"replug"}
            {"do":"lose-final"}
            {"do":"refuse","code":38}
            {"do":"deafen","until-reopened":true}
            {"do":"no-coverage","seconds":1}
            {"do":"wrong-domain","right":3,"code":69}
            {"do":"evolved-only"}
            {"do":"quit"}
            """);

    assertThat(answers.lines())
        .startsWith("{\"event\":\"ready\",\"path\":\"" + link + "\"}")
        .endsWith("{\"event\":\"done\"}", "{\"event\":\"ends\"}")
        .hasSize(11);
    assertThat(JournalLine.readAll(journal))
        .hasExactlyElementsOfTypes(
            JournalEntry.Arrived.class,
            JournalEntry.Stored.class,
            JournalEntry.Plugged.class,
            JournalEntry.Plugged.class,
            JournalEntry.Suffered.class,
            JournalEntry.Suffered.class);
    assertThat(Files.isSymbolicLink(link)).isFalse();
  }

  @Test
  void it_ends_with_its_input_and_says_what_it_did_not_understand() throws Exception {
    String answers =
        run(
            """
            nonsense
            {"do":"dance"}
            {"do":"text","from":"12","text":"x"}
            {"do":"refuse"}
            """);

    assertThat(answers.lines().skip(1))
        .containsExactly(
            "{\"event\":\"refused\",\"why\":\"this is not JSON, or is too long or too deep\"}",
            "{\"event\":\"refused\",\"why\":\"there is no such order\"}",
            "{\"event\":\"refused\",\"why\":\"a phone number is + and 7 to 15 digits\"}",
            "{\"event\":\"refused\",\"why\":\"\\\"code\\\" is missing\"}");
  }

  @Test
  void arguments_that_make_no_sense_are_refused_with_the_usage() throws Exception {
    assertThat(answerTo(2, List.of("--colour", "red"), ""))
        .startsWith("there is no option --colour");
    assertThat(answerTo(2, List.of("--baud", "fast"), "")).startsWith("--baud needs a number");
    assertThat(answerTo(2, List.of("--link"), "")).startsWith("a value is missing behind --link");
    assertThat(answerTo(2, List.of("--sim-capacity", "-1"), "")).contains("--journal FILE");
  }

  @Test
  void what_is_left_out_is_as_other_programs_have_been_measured_with() {
    PracticeOptions options = PracticeOptions.parse(List.of());

    assertThat(options.modem().timing()).isEqualTo(Timing.likeHardware(Duration.ofMillis(500)));
    assertThat(options.modem())
        .isEqualTo(ModemOptions.of(Timing.likeHardware(Duration.ofMillis(500))));
    assertThat(options.patients()).contains(new PracticePatients.Manner(0, 1, false));
    assertThat(options.stays()).isFalse();
  }

  @Test
  void every_option_has_its_effect() {
    PracticeOptions options =
        PracticeOptions.parse(
            List.of(
                "--link",
                "m",
                "--pin",
                "1234",
                "--sim-capacity",
                "3",
                "--phone-capacity",
                "4",
                "--seed",
                "9",
                "--garbage",
                "0.5",
                "--thinking",
                "0.1",
                "--out-of-order",
                "--hashes",
                "--journal",
                "j",
                "--stay",
                "--report-delay",
                "7"));

    assertThat(options.modem().link()).contains(Path.of("m"));
    assertThat(options.modem().pin()).contains("1234");
    assertThat(options.modem().simCapacity()).isEqualTo(3);
    assertThat(options.modem().phoneCapacity()).isEqualTo(4);
    assertThat(options.modem().faults()).isEqualTo(new Faults(9, 0, 0, 0, 0.5, 0));
    assertThat(options.modem().timing().report()).isEqualTo(Duration.ofMillis(7));
    assertThat(options.patients()).contains(new PracticePatients.Manner(9, 0.1, true));
    assertThat(options.content()).isEqualTo(Journal.Content.HASHES);
    assertThat(options.journal()).contains(Path.of("j"));
    assertThat(options.stays()).isTrue();
    assertThat(PracticeOptions.parse(List.of("--no-patients")).patients()).isEmpty();
    assertThatThrownBy(() -> PracticeOptions.parse(List.of("x")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private String run(String orders) throws Exception {
    return answerTo(0, List.of("--link", link.toString(), "--journal", journal.toString()), orders);
  }

  private static String answerTo(int code, List<String> arguments, String orders) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream answers = new PrintStream(out, true, StandardCharsets.UTF_8);
    ByteArrayInputStream in = new ByteArrayInputStream(orders.getBytes(StandardCharsets.UTF_8));

    assertThat(PracticeModem.run(arguments, in, answers)).isEqualTo(code);
    return out.toString(StandardCharsets.UTF_8);
  }
}
