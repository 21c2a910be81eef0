package hospital.wardbell.modem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// What arrives cut or mixed up never costs another message.
class DamagedArrivalsTest extends ReceiverFixture {
  @Test
  void a_pdu_that_cannot_be_read_however_often_is_kept_raw_and_deleted() throws Exception {
    modem.on("AT+CMGR=3", "+CMGR: 0,,21", "07911?", "OK").on("AT+CMGD=3", "OK");

    hear("+CMTI: \"ME\",3");
    for (int i = 0; i < 3; i++) {
      assertThat(arrivals.messages).isEmpty();
      clock.step(Duration.ofSeconds(1));
      takeAll();
    }

    assertThat(arrivals.messages).containsExactly("07911?");
    assertThat(modem.written()).contains("AT+CMGD=3");
  }

  @Test
  void a_pdu_cut_by_another_line_is_read_again() throws Exception {
    modem.on(
        "AT+CMGR=3", "+CMGR: 0,,21", MESSAGE.substring(0, 9), "RING", MESSAGE.substring(9), "OK");
    modem.on("AT+CMGR=3", "+CMGR: 0,,21", MESSAGE, "OK").on("AT+CMGD=3", "OK");

    hear("+CMTI: \"ME\",3");
    clock.step(Duration.ofSeconds(1));
    takeAll();

    assertThat(arrivals.messages).containsExactly(MESSAGE);
    assertThat(modem.written()).containsExactly("AT+CMGR=3", "AT+CMGR=3", "AT+CMGD=3");
  }

  @Test
  void an_index_cut_by_another_line_deletes_no_other_message() throws Exception {
    modem.now("AT+CMGL=4", "+CMGL: 1", "RING", "2,1,,21", MESSAGE, "OK");
    modem.on("AT+CMGR=1", "+CMS ERROR: 321");

    clock.step(Duration.ofSeconds(60));
    takeAll();

    assertThat(modem.written()).containsExactly("AT+CMGL=4", "AT+CNMI?", "AT+CMGR=1");
    assertThat(arrivals.messages).isEmpty();
  }

  @Test
  void a_store_that_may_have_been_turned_to_is_not_taken_for_the_old_one() throws Exception {
    modem.now("AT+CPMS=\"SM\",\"ME\",\"ME\"");
    modem.on("AT+CMGR=1", "+CMGR: 0,,21", MESSAGE, "OK").on("AT+CMGD=1", "OK");
    hear("+CMTI: \"SM\",1");
    modem.written().clear();

    hear("+CMTI: \"ME\",1");

    assertThat(modem.written()).containsSubsequence("AT+CPMS=\"ME\",\"ME\",\"ME\"", "AT+CMGR=1");
  }

  @Test
  void a_direct_report_that_is_cut_or_in_text_mode_is_not_acknowledged() throws Exception {
    hear("+CDS: 26", REPORT.substring(0, 20));

    assertThat(modem.written()).containsExactly("AT+CMGF=0");
  }
}
