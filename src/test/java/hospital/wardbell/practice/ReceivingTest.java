package hospital.wardbell.practice;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.pdu.Address;
import hospital.wardbell.pdu.DataCoding;
import hospital.wardbell.pdu.DeliverTpdu;
import hospital.wardbell.pdu.Udh;
import hospital.wardbell.pdu.UserData;
import hospital.wardbell.practice.JournalEntry.Acknowledged;
import hospital.wardbell.practice.JournalEntry.Announced;
import hospital.wardbell.practice.JournalEntry.Arrived;
import hospital.wardbell.practice.JournalEntry.Deleted;
import hospital.wardbell.practice.JournalEntry.Read;
import hospital.wardbell.practice.JournalEntry.Stored;
import hospital.wardbell.practice.JournalEntry.Unacknowledged;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReceivingTest {
  @Test
  void a_full_memory_keeps_texts_waiting_until_there_is_room() throws Exception {
    try (Rig rig = new Rig(Rig.options().withCapacity(2, 1))) {
      rig.client.ask("AT+CNMI=2,1,0,1,0");
      for (String text : new String[] {"one", "two", "three", "four"}) {
        rig.modem.text(Rig.PATIENT, text);
      }
      rig.client.await("\"SM\",1", "\"SM\",2\r\n");
      assertThat(rig.modem.waitingTexts()).isEqualTo(2);

      assertThat(rig.client.ask("AT+CMGD=1")).isEqualTo("\r\nOK\r\n");

      assertThat(rig.client.await("+CMTI: \"SM\",1\r\n")).isEqualTo("\r\n+CMTI: \"SM\",1\r\n");
      assertThat(rig.modem.waitingTexts()).isEqualTo(1);
      assertThat(rig.client.ask("AT+CPMS?")).contains("\"SM\",2,2,");
    }
  }

  @Test
  void texts_are_listed_by_state_and_deleted_by_state() throws Exception {
    try (Rig rig = new Rig(Rig.options())) {
      for (String text : new String[] {"one", "two", "three"}) {
        rig.modem.text(Rig.PATIENT, text);
      }

      assertThat(rig.client.ask("AT+CMGR=2")).startsWith("\r\n+CMGR: 0,,");
      assertThat(rig.client.ask("AT+CMGR=2")).startsWith("\r\n+CMGR: 1,,");
      assertThat(rig.client.ask("AT+CMGL=1")).contains("+CMGL: 2,1,,").doesNotContain("+CMGL: 1,");
      assertThat(rig.client.ask("AT+CMGL=0")).contains("+CMGL: 1,0,,", "+CMGL: 3,0,,");
      assertThat(rig.client.ask("AT+CMGL=0")).isEqualTo("\r\nOK\r\n");

      rig.modem.text(Rig.PATIENT, "four");
      assertThat(rig.client.ask("AT+CMGD=1,1")).contains("OK");
      assertThat(rig.client.ask("AT+CMGL=4")).contains("+CMGL: 4,0,,").doesNotContain("+CMGL: 2");
      assertThat(rig.client.ask("AT+CMGD=?")).contains("+CMGD: (1-50),(0-4)");
      assertThat(rig.client.ask("AT+CMGD=1,4")).contains("OK");
      assertThat(rig.client.ask("AT+CPMS?")).contains("\"SM\",0,50,");
    }
  }

  @Test
  void a_text_goes_to_the_memory_that_was_chosen() throws Exception {
    try (Rig rig = Rig.ready()) {
      rig.client.ask("AT+CPMS=\"ME\",\"ME\",\"ME\"");

      rig.modem.text(Rig.PATIENT, "hello");

      assertThat(rig.client.await("\r\n", "\r\n")).isEqualTo("\r\n+CMTI: \"ME\",1\r\n");
      assertThat(rig.client.ask("AT+CMGR=1")).contains("+CMGR: 0,,");
    }
  }

  @Test
  void texts_given_directly_come_one_by_one_as_they_are_acknowledged() throws Exception {
    try (Rig rig = new Rig(Rig.options())) {
      rig.client.ask("AT+CSMS=1;+CNMI=2,2,0,1,0");
      rig.modem.text(Rig.PATIENT, "one");
      rig.modem.text(Rig.PATIENT, "two");

      String first = rig.client.await("+CMT: ,", "\r\n", "\r\n");
      assertThat(rig.client.ask("AT+CNMA")).isEqualTo("\r\nOK\r\n");
      String second = rig.client.await("+CMT: ,", "\r\n", "\r\n");
      assertThat(rig.client.ask("AT+CNMA=0")).isEqualTo("\r\nOK\r\n");

      assertThat(second).isNotEqualTo(first);
      assertThat(rig.client.ask("AT+CNMA")).isEqualTo("\r\n+CMS ERROR: 340\r\n");
      assertThat(rig.journal.entries(Acknowledged.class)).hasSize(2);
    }
  }

  @Test
  void a_text_that_the_program_could_not_take_is_stored_instead() throws Exception {
    try (Rig rig = new Rig(Rig.options())) {
      rig.client.ask("AT+CSMS=1;+CNMI=2,2,0,1,0");
      rig.modem.text(Rig.PATIENT, "one");
      rig.client.await("+CMT: ,", "\r\n", "\r\n");

      rig.client.ask("AT+CNMA=2");

      assertThat(rig.journal.await(Stored.class, 1, _ -> true, Rig.PATIENCE)).hasSize(1);
      assertThat(rig.client.ask("AT+CNMI?")).contains("+CNMI: 2,0,0,0,0");
    }
  }

  @Test
  void what_nobody_acknowledged_in_time_the_network_brings_again() throws Exception {
    try (Rig rig = new Rig(Rig.options().acknowledgedWithin(Duration.ofMillis(50)))) {
      rig.client.ask("AT+CSMS=1;+CNMI=2,2,0,1,0");
      rig.modem.text(Rig.PATIENT, "one");
      String first = rig.client.await("+CMT: ,", "\r\n", "\r\n");
      rig.journal.await(Unacknowledged.class, 1, _ -> true, Rig.PATIENCE);

      assertThat(rig.client.ask("AT+CNMA")).isEqualTo("\r\n+CMS ERROR: 340\r\n");
      assertThat(rig.client.ask("AT+CNMI?")).contains("+CNMI: 2,0,0,0,0");
      assertThat(rig.modem.waitingTexts()).isEqualTo(1);
      rig.client.ask("AT+CNMI=2,2,0,1,0");

      assertThat(rig.client.await("+CMT: ,", "\r\n", "\r\n")).isEqualTo(first);
    }
  }

  @Test
  void what_is_for_the_sim_and_word_of_what_waits_is_stored_though_texts_are_given_directly()
      throws Exception {
    try (Rig rig = new Rig(Rig.options())) {
      rig.client.ask("AT+CPMS=\"ME\",\"ME\",\"ME\";+CSMS=1;+CNMI=2,2,0,1,0");

      rig.modem.deliver(List.of(coded(0x12)));
      assertThat(rig.client.await("\r\n", "\r\n")).isEqualTo("\r\n+CMTI: \"SM\",1\r\n");
      rig.modem.deliver(List.of(coded(0xd8)));
      assertThat(rig.client.await("\r\n", "\r\n")).isEqualTo("\r\n+CMTI: \"ME\",1\r\n");
      rig.modem.deliver(List.of(coded(0xc8)));
      assertThat(rig.client.await("\r\n", "\r\n")).startsWith("\r\n+CMT: ,");
    }
  }

  private static DeliverTpdu coded(int octet) {
    DataCoding coding = new DataCoding(octet);
    return new DeliverTpdu(
        Address.of(Rig.PATIENT),
        0,
        coding,
        OffsetDateTime.parse("2026-11-22T09:00:00Z"),
        false,
        false,
        false,
        UserData.of(Udh.NONE, "hello", coding));
  }

  @Test
  void reports_can_be_stored_in_their_own_memory() throws Exception {
    try (Rig rig = new Rig(Rig.options())) {
      rig.client.ask("AT+CNMI=2,1,0,2,0");
      rig.send(Rig.submit("report on me", true));

      assertThat(rig.client.await("\r\n", "\r\n")).isEqualTo("\r\n+CDSI: \"SR\",1\r\n");
      rig.client.ask("AT+CPMS=\"SR\"");
      assertThat(rig.client.ask("AT+CMGR=1")).contains("+CMGR: 0,,25\r\n");
    }
  }

  @Test
  void an_arrival_while_the_network_is_asked_comes_before_the_answer() throws Exception {
    Timing timing =
        new Timing(Duration.ZERO, Duration.ZERO, 0, Duration.ofMillis(500), Duration.ZERO);
    try (Rig rig = new Rig(ModemOptions.of(timing))) {
      rig.client.ask("AT+CNMI=2,1,0,1,0");
      rig.handOver(Rig.submit("slow", false));
      rig.modem.text(Rig.PATIENT, "quick");

      assertThat(rig.client.answer())
          .isEqualTo("\r\n+CMTI: \"SM\",1\r\n\r\n+CMGS: 0\r\n\r\nOK\r\n");
    }
  }

  @Test
  void an_arrival_at_the_prompt_waits_for_the_answer() throws Exception {
    try (Rig rig = Rig.ready()) {
      rig.client.write("AT+CMGS=24\r");
      rig.client.await("\r\n> ");
      rig.modem.text(Rig.PATIENT, "quick");
      rig.client.write(Rig.ESC);

      assertThat(rig.client.await("\"SM\",1\r\n")).isEqualTo("\r\nOK\r\n\r\n+CMTI: \"SM\",1\r\n");
    }
  }

  @Test
  void the_journal_follows_a_text_from_the_network_to_its_deletion() throws Exception {
    try (Rig rig = Rig.ready()) {
      rig.modem.text(Rig.PATIENT, "follow me");
      rig.client.await("+CMTI: \"SM\",1\r\n");
      rig.client.ask("AT+CMGR=1");
      rig.client.ask("AT+CMGD=1");

      String fingerprint = rig.journal.entries(Arrived.class).getFirst().fingerprint();
      assertThat(rig.journal.entries(Stored.class).getFirst().fingerprint()).isEqualTo(fingerprint);
      assertThat(rig.journal.entries(Announced.class).getFirst().fingerprint())
          .isEqualTo(fingerprint);
      assertThat(rig.journal.entries(Read.class).getFirst().fingerprint()).isEqualTo(fingerprint);
      assertThat(rig.journal.entries(Deleted.class).getFirst().fingerprint())
          .isEqualTo(fingerprint);
      assertThat(rig.journal.entries()).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
      assertThat(rig.journal.entries().toString()).doesNotContain("follow me", "5550123");
    }
  }
}
