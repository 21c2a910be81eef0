package hospital.wardbell;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.Program.Outcome;
import hospital.wardbell.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `wardbell inspect`: JSON lines in, JSON lines out.
class InspectIT {
  @TempDir private Path directory;

  @Test
  void segments_says_how_a_text_travels() throws Exception {
    Outcome outcome =
        inspect(
            "segments",
            """
            {"id":1,"text":"hola"}
            {"id":"b","text":"ñ👍"}
            {"id":[3],"text":"%s"}
            """
                .formatted("€".repeat(81)));

    assertThat(outcome.lines())
        .containsExactly(
            "{\"id\":1,\"encoding\":\"GSM7\",\"parts\":1,\"units\":4}",
            "{\"id\":\"b\",\"encoding\":\"UCS2\",\"parts\":1,\"units\":3}",
            "{\"id\":[3],\"encoding\":\"GSM7\",\"parts\":2,\"units\":162}");
    assertThat(outcome.exit()).isZero();
  }

  @Test
  void phone_says_what_number_it_is_and_whether_it_takes_texts() throws Exception {
    Outcome outcome =
        inspect(
            "phone",
            """
            {"id":1,"input":"(202) 555-0123"}
            {"id":2,"input":"07700 900123","region":"GB"}
            {"id":3,"input":"911"}
            {"id":4,"input":"+12025550123 ext 5"}
            """);

    assertThat(outcome.lines())
        .containsExactly(
            "{\"id\":1,\"e164\":\"+12025550123\",\"textable\":true,\"reason\":\"ok\"}",
            "{\"id\":2,\"e164\":\"+447700900123\",\"textable\":true,\"reason\":\"ok\"}",
            "{\"id\":3,\"e164\":null,\"textable\":false,\"reason\":\"service_code\"}",
            "{\"id\":4,\"e164\":\"+12025550123\",\"textable\":false,\"reason\":\"extension\"}");
    assertThat(outcome.exit()).isZero();
  }

  @Test
  void pdu_says_what_is_in_it_or_why_it_cannot_be_read() throws Exception {
    Outcome outcome =
        inspect(
            "pdu",
            """
            {"id":1,"hex":"07911326040000F0040B911346610089F60000208062917314080CC8F71D14969741F977FD07"}
            {"id":2,"hex":"0001000B912120550521F300000131","way":"from_mobile"}
            {"id":3,"hex":"0791"}
            """);

    List<JsonObject> answers = outcome.lines().stream().map(JsonObject::parse).toList();
    assertThat(answers).extracting(a -> a.number("id")).containsExactly(1L, 2L, 3L);
    assertThat(answers)
        .extracting(a -> a.text("type"))
        .containsExactly("deliver", "submit", "malformed");
    assertThat(answers.getFirst().text("text")).isEqualTo("How are you?");
    assertThat(answers.get(1).text("to")).isEqualTo("+12025550123");
    assertThat(answers.getLast().text("why")).isNotBlank();
    assertThat(outcome.exit()).isZero();
  }

  @Test
  void a_line_that_makes_no_sense_gets_an_error_and_the_next_is_read() throws Exception {
    Outcome outcome =
        inspect(
            "segments",
            """
            nonsense
            {"id":2}
            {"id":3,"text":7}

            {"id":4,"text":"yes"}
            """);

    assertThat(outcome.lines())
        .containsExactly(
            "{\"error\":\"this is not JSON, or is too long or too deep\"}",
            "{\"id\":2,\"error\":\"\\\"text\\\" is missing\"}",
            "{\"id\":3,\"error\":\"\\\"text\\\" is not text\"}",
            "{\"id\":4,\"encoding\":\"GSM7\",\"parts\":1,\"units\":3}");
    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.err()).isEmpty();
  }

  private Outcome inspect(String what, String lines) throws IOException, InterruptedException {
    return Program.in(directory).run(lines, "inspect", what);
  }
}
