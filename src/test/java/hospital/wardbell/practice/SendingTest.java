package hospital.wardbell.practice;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.pdu.Pdu;
import hospital.wardbell.pdu.Status;
import hospital.wardbell.pdu.StatusReportTpdu;
import hospital.wardbell.practice.JournalEntry.Answered;
import hospital.wardbell.practice.JournalEntry.Arrived;
import hospital.wardbell.practice.JournalEntry.Submitted;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SendingTest {
  @Test
  void the_modem_numbers_what_it_sends_in_a_ring_of_256() throws Exception {
    try (Rig rig = Rig.ready()) {
      Pdu pdu = Rig.submit("again", false);
      for (int i = 0; i < 258; i++) {
        assertThat(rig.send(pdu)).isEqualTo("\r\n+CMGS: " + i % 256 + "\r\n\r\nOK\r\n");
      }
    }
  }

  @Test
  void escape_at_the_prompt_sends_nothing_and_the_next_line_is_a_command() throws Exception {
    try (Rig rig = Rig.ready()) {
      rig.client.write("AT+CMGS=24\r");
      rig.client.await("\r\n> ");
      rig.client.write("0011000B" + Rig.ESC);

      assertThat(rig.client.answer()).isEqualTo("\r\nOK\r\n");
      assertThat(rig.client.ask("AT+CSQ")).contains("+CSQ: ");
      assertThat(rig.journal.entries(Submitted.class)).isEmpty();
    }
  }

  @Test
  void a_pdu_and_its_end_may_be_written_ahead_of_the_prompt() throws Exception {
    try (Rig rig = Rig.ready()) {
      Pdu pdu = Rig.submit("ahead", false);

      rig.client.write("AT+CMGS=" + pdu.tpduOctets() + "\r" + pdu.hex() + Rig.CTRL_Z);

      assertThat(rig.client.answer()).isEqualTo("\r\n> \r\n+CMGS: 0\r\n\r\nOK\r\n");
    }
  }

  @Test
  void a_pdu_of_another_length_or_kind_is_refused() throws Exception {
    try (Rig rig = Rig.ready()) {
      Pdu pdu = Rig.submit("hello", false);
      for (String hex : List.of(pdu.hex() + "00", "ZZ", "00", pdu.hex().substring(2), "")) {
        rig.client.write("AT+CMGS=" + pdu.tpduOctets() + "\r");
        rig.client.await("\r\n> ");
        rig.client.write(hex + Rig.CTRL_Z);
        assertThat(rig.client.answer()).isEqualTo("\r\n+CMS ERROR: 304\r\n");
      }
      assertThat(rig.journal.entries(Submitted.class)).isEmpty();
    }
  }

  @Test
  void what_is_sent_to_the_modems_own_number_comes_back_from_it() throws Exception {
    try (Rig rig = Rig.ready()) {
      String told = rig.client.ask("AT+CNUM");
      PhoneNumber own = new PhoneNumber(told.replaceAll("(?s).*\"(\\+\\d+)\".*", "$1"));

      rig.send(Rig.submits(own, "to myself", false).getFirst());
      rig.send(Rig.submit("to a patient", false));

      Arrived back = rig.journal.await(Arrived.class, 1, _ -> true, Rig.PATIENCE).getFirst();
      assertThat(back.originator()).isEqualTo(own.canonical());
      assertThat(back.text()).isEqualTo("to myself");
      assertThat(rig.journal.entries(Arrived.class)).hasSize(1);
    }
  }

  @Test
  void without_a_network_a_submit_is_refused() throws Exception {
    try (Rig rig = Rig.ready()) {
      rig.client.ask("AT+CREG=1");
      rig.modem.suffer(new Fault.NoCoverage(Duration.ofMillis(300)));
      rig.client.await("+CREG: 2\r\n");

      assertThat(rig.send(Rig.submit("far", false))).isEqualTo("\r\n+CMS ERROR: 331\r\n");

      rig.client.await("+CREG: 1\r\n");
      assertThat(rig.send(Rig.submit("near", false))).contains("+CMGS: 0");
    }
  }

  @Test
  void a_number_that_is_not_in_use_is_reported_so() throws Exception {
    People people = new PracticePatients(List.of(), new PracticePatients.Manner(1, 0, false));
    try (Rig rig = new Rig(Rig.options(), people)) {
      rig.client.ask("AT+CNMI=2,1,0,1,0");
      rig.send(Rig.submits(PracticePatients.NOT_IN_USE, "anybody?", true).getFirst());

      assertThat(Rig.pdu(rig.client.await("+CDS: ", "\r\n", "\r\n")).tpdu())
          .isInstanceOfSatisfying(
              StatusReportTpdu.class,
              r -> assertThat(r.status().group()).isEqualTo(Status.Group.PERMANENT));
    }
  }

  @Test
  void a_stored_submit_is_sent_from_its_place() throws Exception {
    try (Rig rig = Rig.ready()) {
      Pdu pdu = Rig.submit("from store", false);
      rig.client.write("AT+CMGW=" + pdu.tpduOctets() + "\r");
      rig.client.await("\r\n> ");
      rig.client.write(pdu.hex() + Rig.CTRL_Z);
      assertThat(rig.client.answer()).contains("+CMGW: 1");

      assertThat(rig.client.ask("AT+CMSS=1")).contains("+CMSS: 0");
      assertThat(rig.client.ask("AT+CMGL=3")).contains("+CMGL: 1,3,,");
      assertThat(rig.client.ask("AT+CMSS=2")).contains("+CMS ERROR: 321");
    }
  }

  @Test
  void the_journal_knows_what_was_planned_and_what_it_took() throws Exception {
    Timing timing =
        new Timing(
            Duration.ofMillis(5),
            Duration.ofMillis(10),
            115_200,
            Duration.ofMillis(80),
            Duration.ZERO);
    try (Rig rig = new Rig(ModemOptions.of(timing))) {
      Pdu pdu = Rig.submit("time me", false);
      rig.send(pdu);

      List<Answered> answered = rig.journal.await(Answered.class, 1, _ -> true, Rig.PATIENCE);

      int lineOctets =
          ("AT+CMGS=" + pdu.tpduOctets() + "\r" + pdu.hex() + Rig.CTRL_Z).length()
              + "\r\n> \r\n+CMGS: 0\r\n\r\nOK\r\n".length();
      Duration set = Duration.ofMillis(95).plus(timing.onTheLine(lineOctets));
      assertThat(answered.getFirst().planned()).isCloseTo(set, Duration.ofMillis(2));
      assertThat(answered.getFirst().held()).isGreaterThanOrEqualTo(answered.getFirst().planned());
    }
  }

  @Test
  void the_journal_says_what_the_modem_took_for_everything_between_two_texts() throws Exception {
    Timing timing =
        new Timing(Duration.ofMillis(5), Duration.ofMillis(10), 0, Duration.ZERO, Duration.ZERO);
    try (Rig rig = new Rig(ModemOptions.of(timing))) {
      rig.send(Rig.submit("one", false));
      rig.client.ask("AT+CSQ");
      rig.send(Rig.submit("two", false));

      List<Answered> answered = rig.journal.await(Answered.class, 2, _ -> true, Rig.PATIENCE);

      Duration others =
          answered
              .getLast()
              .spent()
              .minus(answered.getFirst().spent())
              .minus(answered.getLast().held());
      assertThat(others).isBetween(Duration.ofMillis(5), Duration.ofSeconds(2));
    }
  }

  @Test
  void a_kept_link_is_quicker_from_the_second_submit_on() throws Exception {
    Timing timing =
        new Timing(Duration.ZERO, Duration.ZERO, 0, Duration.ofMillis(100), Duration.ZERO);
    try (Rig rig = new Rig(ModemOptions.of(timing))) {
      rig.client.ask("AT+CMMS=2");
      rig.send(Rig.submit("one", false));
      rig.send(Rig.submit("two", false));

      assertThat(rig.journal.await(Answered.class, 2, _ -> true, Rig.PATIENCE))
          .extracting(Answered::planned)
          .containsExactly(Duration.ofMillis(100), Duration.ofMillis(60));
    }
  }
}
