package hospital.wardbell.practice;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.pdu.DeliverTpdu;
import hospital.wardbell.pdu.StatusReportTpdu;
import org.junit.jupiter.api.Test;

class VirtualModemTest {
  @Test
  void a_text_is_submitted_and_reported_on() throws Exception {
    try (Rig rig = Rig.ready()) {
      assertThat(rig.send(Rig.submit("Your scan is ready", true)))
          .isEqualTo("\r\n+CMGS: 0\r\n\r\nOK\r\n");

      String report = rig.client.await("+CDS: ", "\r\n", "\r\n");
      assertThat(Rig.pdu(report).tpdu())
          .isInstanceOfSatisfying(
              StatusReportTpdu.class, r -> assertThat(r.messageReference()).isZero());
      assertThat(rig.journal.entries(JournalEntry.Submitted.class))
          .extracting(JournalEntry.Submitted::text)
          .containsExactly("Your scan is ready");
    }
  }

  @Test
  void an_arriving_text_is_announced_read_and_deleted() throws Exception {
    try (Rig rig = Rig.ready()) {
      rig.modem.text(Rig.PATIENT, "Thank you");

      assertThat(rig.client.await("+CMTI: \"SM\",1\r\n")).isEqualTo("\r\n+CMTI: \"SM\",1\r\n");
      assertThat(Rig.pdu(rig.client.ask("AT+CMGR=1")).tpdu())
          .isInstanceOfSatisfying(
              DeliverTpdu.class,
              d -> assertThat(d.userData().text(d.coding())).isEqualTo("Thank you"));
      assertThat(rig.client.ask("AT+CMGD=1")).isEqualTo("\r\nOK\r\n");
      assertThat(rig.client.ask("AT+CMGR=1")).isEqualTo("\r\n+CMS ERROR: 321\r\n");
    }
  }
}
