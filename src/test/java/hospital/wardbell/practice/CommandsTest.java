package hospital.wardbell.practice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Commands that are about neither sending nor receiving, over the real pty.
class CommandsTest {
  private final Rig rig;

  CommandsTest() throws Exception {
    rig = new Rig(Rig.options());
  }

  @AfterEach
  void stop() throws Exception {
    rig.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AT             | ''",
        "ATI            | Wardbell/Practice modem/Revision: 1.0",
        "AT+CGMI        | Wardbell",
        "AT+CGMM        | Practice modem",
        "AT+CGSN        | 004401234567895",
        "AT+CIMI        | 001010123456789",
        "AT+CPIN?       | +CPIN: READY",
        "AT+CSQ         | +CSQ: 21,99",
        "AT+CREG?       | +CREG: 0,1",
        "AT+CGREG?      | +CGREG: 0,1",
        "AT+CEREG?      | +CEREG: 0,1",
        "AT+COPS?       | +COPS: 0,0,\"Practice\",7",
        "AT+CSCA?       | +CSCA: \"+12025550100\",145",
        "AT+CSCS=?      | +CSCS: (\"GSM\",\"IRA\",\"UCS2\",\"HEX\")",
        "AT+CSMS?       | +CSMS: 0,1,1,1",
        "AT+CSMS=1      | +CSMS: 1,1,1",
        "AT+CMGF?       | +CMGF: 0",
        "AT+CMGF=?      | +CMGF: (0)",
        "AT+CMMS=?      | +CMMS: (0-2)",
        "AT+CGSMS=?     | +CGSMS: (0-3)",
        "AT+CGSMS?      | +CGSMS: 1",
        "AT+QCFG=\"ims\" | +QCFG: \"ims\",0,0",
        "AT+CNMI=?      | +CNMI: (0,1,2),(0,1,2),(0),(0,1,2),(0,1)",
        "AT+CNMI?       | +CNMI: 0,0,0,0,0",
        "AT+CNMI=2,1    | ''",
        "AT+CPMS?       | +CPMS: \"SM\",0,50,\"SM\",0,50,\"SM\",0,50",
        "AT+CPMS=\"ME\" | +CPMS: 0,255,0,50,0,50",
        "AT+CFUN?       | +CFUN: 1",
        "AT+CUSD=1,\"*100#\",15 | +CUSD: 0,\"Practice: balance 10.00\",15",
        "AT+CREG=1;+CREG?;+CSQ  | +CREG: 1,1/+CSQ: 21,99",
      })
  void a_command_is_answered_as_the_standard_spells_it(String command, String lines)
      throws Exception {
    String information = lines.isEmpty() ? "" : "\r\n" + lines.replace("/", "\r\n") + "\r\n";

    assertThat(rig.client.ask(command)).isEqualTo(information + "\r\nOK\r\n");
  }

  @ParameterizedTest
  @CsvSource({
    "AT+NOSUCH, ERROR",
    "AT+CMEE=3, +CME ERROR: 50",
    "AT+CMEE=x, +CME ERROR: 50",
    "AT+CMGF=1, +CME ERROR: 50",
    "AT+CNMI=3, +CMS ERROR: 302",
    "'AT+CPMS=\"XX\"', +CMS ERROR: 302",
    "'AT+CPMS=\"SM\",\"SR\"', +CMS ERROR: 302",
    "AT+CMGR=9, +CMS ERROR: 321",
    "AT+CMGD=51, +CMS ERROR: 321",
    "AT+CNMA, +CMS ERROR: 340",
    "AT+CMGS=0, +CMS ERROR: 304",
  })
  void what_makes_no_sense_is_refused_with_its_number(String command, String error)
      throws Exception {
    rig.client.ask("AT+CMEE=1");

    assertThat(rig.client.ask(command)).isEqualTo("\r\n" + error + "\r\n");
  }

  @Test
  void errors_are_spelled_as_asked_for() throws Exception {
    assertThat(rig.client.ask("AT+CREG=9")).isEqualTo("\r\nERROR\r\n");
    rig.client.ask("AT+CMEE=2");
    assertThat(rig.client.ask("AT+CREG=9")).isEqualTo("\r\n+CME ERROR: Incorrect parameters\r\n");
    assertThat(rig.client.ask("AT+CMGR=9")).isEqualTo("\r\n+CMS ERROR: invalid memory index\r\n");
  }

  @Test
  void a_line_ends_at_its_first_failure() throws Exception {
    rig.client.ask("AT+CMEE=1;+NOSUCH;+CMEE=2");

    assertThat(rig.client.ask("AT+CMEE?")).contains("+CMEE: 1\r\n");
  }

  @Test
  void echo_gives_back_each_line_until_switched_off() throws Exception {
    rig.client.ask("ATE1");

    assertThat(rig.client.ask("AT+CSQ")).startsWith("AT+CSQ\r\r\n+CSQ: ");
    assertThat(rig.client.ask("ATE0")).isEqualTo("ATE0\r\r\nOK\r\n");
    assertThat(rig.client.ask("AT")).isEqualTo("\r\nOK\r\n");
  }

  @Test
  void results_are_numbers_or_nothing_when_asked_so() throws Exception {
    rig.client.write("ATV0\r");
    assertThat(rig.client.await("0\r")).isEqualTo("0\r");
    rig.client.write("AT+NOSUCH\r");
    assertThat(rig.client.await("4\r")).isEqualTo("4\r");

    rig.client.write("ATQ1\rAT+CSQ\rATQ0V1\r");
    assertThat(rig.client.answer()).isEqualTo("+CSQ: 21,99\r\n\r\nOK\r\n");
  }

  @Test
  void a_reset_puts_every_setting_back() throws Exception {
    rig.client.ask("AT+CMEE=2;+CREG=2;+CNMI=2,1,0,1,0");

    assertThat(rig.client.ask("ATZ")).isEqualTo("\r\nOK\r\n");

    assertThat(rig.client.ask("ATE0")).startsWith("ATE0\r");
    assertThat(rig.client.ask("AT+CMEE?;+CREG?;+CNMI?"))
        .isEqualTo("\r\n+CMEE: 0\r\n+CREG: 0,1\r\n+CNMI: 0,0,0,0,0\r\n\r\nOK\r\n");
  }

  @Test
  void radio_off_is_no_longer_registered_and_says_so() throws Exception {
    rig.client.ask("AT+CREG=1");

    rig.client.ask("AT+CFUN=4");

    assertThat(rig.client.await("+CREG: 0\r\n")).isEqualTo("\r\n+CREG: 0\r\n");
    assertThat(rig.client.ask("AT+CSQ")).contains("+CSQ: 99,99");
    assertThat(rig.client.ask("AT+CREG?")).contains("+CREG: 1,0");
  }

  @Test
  void a_locked_sim_opens_by_its_pin_only_and_three_mistakes_lock_it_for_good() throws Exception {
    try (Rig locked = new Rig(Rig.options().withPin("1234"))) {
      locked.client.ask("AT+CMEE=1");
      assertThat(locked.client.ask("AT+CPIN?")).contains("+CPIN: SIM PIN");
      assertThat(locked.client.ask("AT+CIMI")).contains("+CME ERROR: 11");
      assertThat(locked.client.ask("AT+CMGL=4")).contains("+CMS ERROR: 311");
      assertThat(locked.client.ask("AT+CREG?")).contains("+CREG: 0,0");
      assertThat(locked.client.ask("AT+CPIN=\"0000\"")).contains("+CME ERROR: 16");
      assertThat(locked.client.ask("AT+CPIN=\"1234\"")).contains("OK");
      assertThat(locked.client.ask("AT+CREG?")).contains("+CREG: 0,1");
    }
    try (Rig lost = new Rig(Rig.options().withPin("1234"))) {
      lost.client.ask("AT+CMEE=1;+CPIN=1");
      lost.client.ask("AT+CPIN=1");
      assertThat(lost.client.ask("AT+CPIN=1")).contains("+CME ERROR: 12");
      assertThat(lost.client.ask("AT+CPIN=1234")).contains("+CME ERROR: 12");
      assertThat(lost.client.ask("AT+CPIN?")).contains("+CPIN: SIM PUK");
    }
  }
}
