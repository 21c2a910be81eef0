package hospital.wardbell.siem;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.audit.Recorded;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyslogMessageTest {
  private final SyslogMessage message = new SyslogMessage("box.hospital.example", "1.2");

  private static Recorded entry(long leaf, String act, String reason) {
    return new Recorded(
        leaf,
        Instant.parse("2026-11-22T09:00:00.123Z"),
        "os:admin",
        act,
        "00112233445566778899aabbccddeeff",
        "10.0.0.7",
        reason,
        "{\"leaf\":" + leaf + "}");
  }

  @Test
  void an_entry_is_a_message_of_the_facility_for_audit_logs() {
    assertThat(message.text(entry(41, "conversation.read", ""), Payload.JSON))
        .isEqualTo(
            "<109>1 2026-11-22T09:00:00.123Z box.hospital.example wardbell - conversation.read"
                + " [meta sequenceId=\"42\"][origin software=\"wardbell\" swVersion=\"1.2\"]"
                + " {\"leaf\":41}");
  }

  @Test
  void a_refusal_is_a_warning() {
    assertThat(message.text(entry(1, "sign-in.refused", ""), Payload.JSON)).startsWith("<108>1 ");
  }

  @Test
  void the_length_before_it_is_in_octets() {
    byte[] framed = new SyslogMessage("box", "1").framed(entry(1, "a", "ñ ñ"), Payload.CEF);
    String text = new String(framed, StandardCharsets.UTF_8);
    int space = text.indexOf(' ');

    assertThat(Integer.parseInt(text.substring(0, space))).isEqualTo(framed.length - space - 1);
  }

  @Test
  void a_checkpoint_is_a_message_of_its_own_on_one_line() {
    String note =
        """
        wardbell.hospital/audit/0123456789abcdef
        42
        Root=

        \u2014 wardbell.hospital/audit/0123456789abcdef Sig=
        """;
    Instant at = Instant.parse("2026-11-22T09:00:00.123456Z");

    assertThat(new String(message.checkpoint(note, at, Payload.JSON), StandardCharsets.US_ASCII))
        .endsWith(
            " <109>1 2026-11-22T09:00:00.123Z box.hospital.example wardbell - audit.checkpoint"
                + " [origin software=\"wardbell\" swVersion=\"1.2\"]"
                + " {\"checkpoint\":\"wardbell.hospital/audit/0123456789abcdef 42 Root= Sig=\"}");
    assertThat(new String(message.checkpoint(note, at, Payload.CEF), StandardCharsets.US_ASCII))
        .endsWith(
            "|audit.checkpoint|audit checkpoint|3|rt=1795338000123 cs1Label=checkpoint"
                + " cs1=wardbell.hospital/audit/0123456789abcdef 42 Root\\= Sig\\=");
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "2147483646, 2147483647", "2147483647, 1"})
  void the_sequence_id_begins_again_after_the_largest_that_is_lawful(long leaf, String id) {
    assertThat(message.text(entry(leaf, "a", ""), Payload.JSON))
        .contains("sequenceId=\"" + id + "\"");
  }

  @Test
  void fields_that_are_empty_or_too_long_or_hold_a_space_do_not_shift_the_others() {
    String text = new SyslogMessage("", "1").text(entry(1, "a".repeat(60), ""), Payload.JSON);

    assertThat(text).contains(" - wardbell - " + "a".repeat(32) + " [meta");
    assertThat(new SyslogMessage("a b", "1").text(entry(1, "a", ""), Payload.JSON))
        .contains(" ab wardbell ");
  }

  @Test
  void the_common_event_format_escapes_what_divides_its_fields() {
    Recorded entry = entry(7, "gate.refuse", "a=b|c\\d\ne");

    assertThat(Cef.of(entry, "1|2"))
        .startsWith("CEF:0|Wardbell|Wardbell|1\\|2|gate.refuse|gate refuse|6|rt=1795338000123")
        .contains(" externalId=7 suser=os:admin outcome=refused ")
        .endsWith(" cs3Label=reason cs3=a\\=b|c\\\\d\\ne");
  }
}
