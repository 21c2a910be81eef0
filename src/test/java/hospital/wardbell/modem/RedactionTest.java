package hospital.wardbell.modem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0011000B912120550121F30000A70A",
        "+CMGL: 1,\"REC READ\",\"+12025550123\",\"Ann\",\"27/03/01\"",
        "+CLIP: \"+12025550123\",145",
        "+CLIP: +12025550123,145",
        "Your scan is on Monday, Ann",
        "AT+CPIN=\"1234\"",
        "AT+CPIN=1234",
        "+CUSD: 0,\"Ann owes 1234\",15",
        "+CUSD: 0, Ann 12.34 2550",
        "+CUSD: 1,\"Ann\nscan 1234",
        "AT+CUSD=1,\"*1234#\",15",
        "AT+CUSD=1,*1234#",
        "+CIMI: 310410123400123",
        "310410123400123",
        "AT HOME: Ann has a scan",
        "*ANN: Ann has a scan",
        "#SCAN Ann",
        "*Ann",
      })
  void the_log_shows_no_number_no_name_no_text_and_no_pin(String line) {
    assertThat(Redaction.of(line))
        .doesNotContain("0123", "2120550121", "Ann", "scan", "1234", "2550");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AT+CMGS=24|AT+CMGS=24",
        "+CMTI: \"SM\",3|+CMTI: \"SM\",3",
        "OK|OK",
        "RING|RING",
        "ATQ0V1|ATQ0V1",
        "AT^CURC=0|AT^CURC=0",
        "+CPIN: SIM PIN|+CPIN: SIM PIN",
        "+CMS ERROR: 38|+CMS ERROR: 38",
        "+CUSD: 4|+CUSD: 4…",
        "^MODE: 5,4|^MODE: 5,4",
        "^SYSSTART|^SYSSTART",
      })
  void the_log_shows_what_helps_and_harms_nobody(String line, String shown) {
    assertThat(Redaction.of(line)).isEqualTo(shown);
  }

  @Test
  void values_that_hold_a_pdu_or_a_pin_do_not_print_it() {
    String pdu = "0011000B912120550121F30000A70A";

    assertThat(AtCommand.payload(pdu, Duration.ofSeconds(65)).toString()).doesNotContain("2120");
    assertThat(new Job(24, pdu, false).toString()).doesNotContain("2120");
    assertThat(new Urc("+CDS: 25", pdu).toString()).doesNotContain("2120");
    assertThat(new Pin("front", "1234", new KeptMemory()).toString()).doesNotContain("1234");
    assertThat(
            new Modem.Setup(
                    "front",
                    LineAddress.parse("/dev/x"),
                    "1234",
                    Optional.empty(),
                    Receiving.STORED,
                    Profiles.only(Profile.GENERIC),
                    new KeptMemory(),
                    Carriers.NONE,
                    Cable.USUAL)
                .toString())
        .doesNotContain("1234");
  }
}
