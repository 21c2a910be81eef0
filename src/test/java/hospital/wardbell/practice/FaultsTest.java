package hospital.wardbell.practice;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.practice.JournalEntry.Answered;
import hospital.wardbell.practice.JournalEntry.Mishap;
import hospital.wardbell.practice.JournalEntry.Submitted;
import hospital.wardbell.practice.JournalEntry.Suffered;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultsTest {
  @Test
  void a_lost_final_was_sent_all_the_same() throws Exception {
    try (Rig rig = Rig.ready()) {
      rig.modem.suffer(new Fault.LostFinal());

      rig.handOver(Rig.submit("did it go?", false));

      assertThat(rig.journal.await(Submitted.class, 1, _ -> true, Rig.PATIENCE)).hasSize(1);
      assertThat(rig.client.ask("AT")).isEqualTo("\r\nOK\r\n");
      assertThat(rig.journal.entries(Answered.class)).isEmpty();
      assertThat(rig.journal.entries(Suffered.class))
          .extracting(Suffered::mishap)
          .containsExactly(Mishap.LOST_FINAL);
      assertThat(rig.send(Rig.submit("next", false))).contains("+CMGS: 1");
    }
  }

  @Test
  void a_refusal_sends_nothing_and_the_next_one_goes() throws Exception {
    try (Rig rig = Rig.ready()) {
      rig.modem.suffer(new Fault.Refused(500));

      assertThat(rig.send(Rig.submit("no", false))).isEqualTo("\r\n+CMS ERROR: 500\r\n");
      assertThat(rig.journal.entries(Submitted.class)).isEmpty();
      assertThat(rig.send(Rig.submit("yes", false))).contains("+CMGS: 0");
    }
  }

  @Test
  void a_network_may_take_texts_by_one_of_its_domains_only() throws Exception {
    try (Rig rig = Rig.ready()) {
      rig.modem.suffer(new Fault.WrongDomain(3, 69));

      assertThat(rig.send(Rig.submit("no", false))).isEqualTo("\r\n+CMS ERROR: 69\r\n");
      rig.client.ask("AT+CGSMS=3");
      assertThat(rig.send(Rig.submit("yes", false))).contains("+CMGS: 0");
    }
  }

  @Test
  void over_lte_alone_a_network_takes_texts_once_ims_is_in_use() throws Exception {
    try (Rig rig = Rig.ready()) {
      rig.modem.suffer(new Fault.EvolvedOnly());
      assertThat(rig.client.ask("AT+CREG?")).contains("+CREG: 0,3");
      assertThat(rig.client.ask("AT+CEREG?")).contains("+CEREG: 0,1");

      rig.client.ask("AT+QCFG=\"ims\",1");
      assertThat(rig.client.ask("AT+QCFG=\"ims\"")).contains("+QCFG: \"ims\",1,0");
      assertThat(rig.send(Rig.submit("no", false))).isEqualTo("\r\n+CMS ERROR: 500\r\n");
      rig.modem.unplug();
      rig.modem.replug();
      rig.reopen();
      rig.client.ask("ATE0");

      assertThat(rig.client.ask("AT+QCFG=\"ims\"")).contains("+QCFG: \"ims\",1,1");
      assertThat(rig.send(Rig.submit("yes", false))).contains("+CMGS: 0");
    }
  }

  @Test
  void a_modem_whose_prompt_stays_takes_commands_for_text_until_escape() throws Exception {
    try (Rig rig = Rig.ready()) {
      rig.modem.suffer(new Fault.Refused(500, true));

      assertThat(rig.send(Rig.submit("no", false))).isEqualTo("\r\n+CMS ERROR: 500\r\n");
      rig.client.write("AT+CSQ\r");

      assertThat(rig.client.ask("\u001b")).isEqualTo("\r\nOK\r\n");
      assertThat(rig.client.ask("AT+CSQ")).contains("+CSQ: ");
      assertThat(rig.journal.entries(Submitted.class)).isEmpty();
    }
  }

  @Test
  void a_deaf_modem_hears_a_reset_only_and_keeps_what_is_stored() throws Exception {
    try (Rig rig = Rig.ready()) {
      rig.modem.text(Rig.PATIENT, "kept");
      rig.client.await("+CMTI: \"SM\",1\r\n");
      rig.modem.suffer(new Fault.Deaf(false));

      rig.client.write("AT\r");
      rig.client.write("AT+CFUN=1,1\r");

      assertThat(rig.client.await("RDY\r\n")).isEqualTo("\r\nRDY\r\n");
      assertThat(rig.client.ask("AT+CNMI?")).contains("+CNMI: 0,0,0,0,0");
      assertThat(rig.client.ask("AT+CMGL=4")).contains("+CMGL: 1,0,,");
    }
  }

  @Test
  void a_modem_that_is_deaf_until_reopened_hears_the_next_program() throws Exception {
    try (Rig rig = Rig.ready()) {
      rig.modem.suffer(new Fault.Deaf(true));
      // The line may hold it until the next program comes, which then reads the same twice.
      rig.client.write("AT+CNMI?\r");

      rig.reopen();

      assertThat(rig.client.ask("AT+CNMI?")).contains("+CNMI: 2,1,0,1,0");
    }
  }

  @Test
  void unplugged_and_plugged_in_again_it_starts_anew_with_its_memory() throws Exception {
    try (Rig rig = Rig.ready()) {
      rig.modem.text(Rig.PATIENT, "before");
      rig.client.await("+CMTI: \"SM\",1\r\n");

      rig.modem.unplug();
      rig.client.await(RawClient.HUNG_UP);
      rig.modem.text(Rig.PATIENT, "meanwhile");
      rig.modem.replug();
      rig.reopen();

      assertThat(rig.client.ask("ATE0")).startsWith("ATE0\r");
      assertThat(rig.client.ask("AT+CNMI?")).contains("+CNMI: 0,0,0,0,0");
      assertThat(rig.client.ask("AT+CMGL=4")).contains("+CMGL: 1,0,,", "+CMGL: 2,0,,");
    }
  }

  @Test
  void a_submit_under_way_when_the_modem_is_unplugged_is_sent_and_never_answered()
      throws Exception {
    Timing slow =
        new Timing(Duration.ZERO, Duration.ZERO, 0, Duration.ofMillis(300), Duration.ZERO);
    try (Rig rig = new Rig(ModemOptions.of(slow))) {
      rig.client.ask("AT+CNMI=2,1,0,1,0");
      rig.handOver(Rig.submit("gone?", false));
      rig.modem.text(Rig.PATIENT, "now the network has been asked");
      rig.client.await("+CMTI: ");
      rig.modem.unplug();
      rig.modem.replug();

      assertThat(rig.journal.await(Submitted.class, 1, _ -> true, Rig.PATIENCE)).hasSize(1);
      assertThat(rig.journal.entries(Answered.class)).isEmpty();
    }
  }

  @Test
  void noise_comes_at_the_same_places_for_the_same_seed() throws Exception {
    List<String> first = answers(7);

    assertThat(answers(7)).isEqualTo(first);
    assertThat(answers(8)).isNotEqualTo(first);
    assertThat(String.join("", first)).contains("^RSSI:17", "AT+CSQ\r");
    assertThat(first).allMatch(answer -> answer.contains("+CSQ: 21,99\r\n"));
  }

  private static List<String> answers(long seed) throws Exception {
    List<String> answers = new ArrayList<>();
    try (Rig rig = new Rig(Rig.options().with(Faults.noisy(seed)))) {
      for (int i = 0; i < 60; i++) {
        answers.add(rig.client.ask("AT+CSQ"));
      }
    }
    return answers;
  }
}
