package hospital.wardbell.modem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReceiverTest extends ReceiverFixture {
  @Test
  void an_announced_message_is_read_handed_on_and_deleted() throws Exception {
    modem.on("AT+CMGR=0", "+CMGR: 0,,21", MESSAGE, "OK").on("AT+CMGD=0", "OK");

    hear("+CMTI: \"ME\",0");

    assertThat(arrivals.messages).containsExactly(MESSAGE);
    assertThat(modem.written()).containsExactly("AT+CMGR=0", "AT+CMGD=0");
  }

  @Test
  void nothing_is_deleted_before_it_was_handed_on() throws Exception {
    modem.on("AT+CMGR=3", "+CMGR: 0,,21", MESSAGE, "OK").on("AT+CMGD=3", "OK");
    arrivals.before(() -> assertThat(modem.written()).containsExactly("AT+CMGR=3"));

    hear("+CMTI: \"ME\",3");

    assertThat(modem.written()).containsExactly("AT+CMGR=3", "AT+CMGD=3");
  }

  @Test
  void what_cannot_be_handed_on_stays_on_the_modem_and_is_offered_again() throws Exception {
    modem.on("AT+CMGR=3", "+CMGR: 0,,21", MESSAGE, "OK").on("AT+CMGD=3", "OK");
    arrivals.refuse(true);
    modem.say("+CMTI: \"ME\",3");
    at.listen(Duration.ZERO);

    assertThatThrownBy(receiver::takeOne).isInstanceOf(IllegalStateException.class);

    assertThat(modem.written()).doesNotContain("AT+CMGD=3");
    assertThat(vitals.health().trouble()).contains(Trouble.of(Trouble.Kind.ARRIVALS_WAIT));
    assertThat(receiver.takeOne()).isFalse();

    arrivals.refuse(false);
    clock.step(Duration.between(clock.instant(), receiver.due()));
    takeAll();

    assertThat(arrivals.messages).containsExactly(MESSAGE);
    assertThat(modem.written()).contains("AT+CMGD=3");
    assertThat(vitals.health().trouble()).isEmpty();
  }

  @Test
  void a_message_in_another_store_is_read_there() throws Exception {
    modem.on("AT+CMGR=1", "+CMGR: 0,,21", MESSAGE, "OK").on("AT+CMGD=1", "OK");

    hear("+CMTI: \"SM\",1");

    assertThat(modem.written())
        .containsExactly("AT+CPMS=\"SM\",\"ME\",\"ME\"", "AT+CMGR=1", "AT+CMGD=1");
  }

  @Test
  void a_message_is_deleted_in_its_own_store_though_another_was_read_meanwhile() throws Exception {
    modem.now("AT+CMGL=4", "+CMGL: 1,1,,21", MESSAGE, "OK").on("AT+CMGD=1", "OK");
    clock.step(Duration.ofSeconds(60));
    receiver.takeOne(); // looks
    arrivals.refuse(true);
    assertThatThrownBy(receiver::takeOne).isInstanceOf(IllegalStateException.class);
    arrivals.refuse(false);
    assertThat(storage.select("SM")).isTrue();
    clock.step(Duration.ofSeconds(5));

    takeAll();

    assertThat(modem.written()).containsSubsequence("AT+CPMS=\"ME\",\"ME\",\"ME\"", "AT+CMGD=1");
  }

  @Test
  void a_store_that_the_modem_does_not_turn_to_is_not_deleted_from() throws Exception {
    modem.now("AT+CPMS=\"SM\",\"ME\",\"ME\"", "+CMS ERROR: 302");

    hear("+CMTI: \"SM\",1");

    assertThat(modem.written()).noneMatch(command -> command.startsWith("AT+CMG"));
  }

  @Test
  void a_message_announced_before_it_can_be_read_is_read_again() throws Exception {
    modem.on("AT+CMGR=3", "+CMS ERROR: 321").on("AT+CMGR=3", "OK");
    modem.on("AT+CMGR=3", "+CMGR: 0,,21", MESSAGE, "OK").on("AT+CMGD=3", "OK");

    hear("+CMTI: \"ME\",3");
    assertThat(arrivals.messages).isEmpty();
    clock.step(Duration.ofSeconds(1));
    takeAll();
    clock.step(Duration.ofSeconds(1));
    takeAll();

    assertThat(arrivals.messages).containsExactly(MESSAGE);
  }

  @Test
  void a_message_that_is_in_another_store_than_announced_is_found_there() throws Exception {
    modem.on("AT+CMGR=1", "+CMS ERROR: 321").on("AT+CMGD=1", "OK");
    modem.now("AT+CMGL=4", "+CMGL: 1,0,,21", MESSAGE, "OK").on("AT+CMGL=4", EMPTY);

    hear("+CMTI: \"ME\",1");
    pass(Duration.ofSeconds(5));

    assertThat(arrivals.messages).containsExactly(MESSAGE);
    assertThat(modem.written())
        .endsWith(
            "AT+CPMS=\"SM\",\"ME\",\"ME\"",
            "AT+CMGL=4",
            "AT+CNMI?",
            "AT+CMGD=1",
            "AT+CPMS=\"ME\",\"ME\",\"ME\"",
            "AT+CMGL=4");
  }

  @Test
  void a_place_that_stays_empty_is_given_up_without_alarm() throws Exception {
    modem.on("AT+CMGR=1", "+CMS ERROR: 321");

    hear("+CMTI: \"ME\",1");
    pass(Duration.ofSeconds(59));

    assertThat(modem.written()).filteredOn("AT+CMGR=1"::equals).hasSize(4);
    assertThat(vitals.health().trouble()).isEmpty();
  }

  @Test
  void a_message_given_directly_and_stored_as_well_is_acknowledged_and_deleted() throws Exception {
    modem.on("AT+CMGR=0", "+CMGR: 0,,21", MESSAGE, "OK").on("AT+CMGD=0", "OK");

    hear("+CMT: ,21", MESSAGE, "+CMTI: \"ME\",0");

    assertThat(arrivals.messages).containsExactly(MESSAGE, MESSAGE);
    assertThat(modem.written()).containsExactly("AT+CNMA", "AT+CMGR=0", "AT+CMGD=0");
  }

  @Test
  void where_an_unannounced_message_lay_others_are_looked_for_at_once() throws Exception {
    modem.now("AT+CMGL=4", "+CMGL: 1,0,,21", MESSAGE, "OK").on("AT+CMGL=4", EMPTY);
    modem.now("AT+CNMI?", "+CNMI: 2,0,0,0,0", "OK").on("AT+CMGD=1", "OK");

    clock.step(Duration.ofSeconds(60));
    takeAll();

    assertThat(modem.written())
        .containsExactly("AT+CMGL=4", "AT+CNMI?", "AT+CNMI=2,2,0,1,0", "AT+CMGD=1", "AT+CMGL=4");
  }

  @Test
  void a_modem_that_only_says_that_it_deletes_is_not_looked_through_for_ever() throws Exception {
    modem.now("AT+CMGL=4", "+CMGL: 1,1,,21", MESSAGE, "OK").on("AT+CMGD=1", "OK");

    clock.step(Duration.ofSeconds(60));
    takeAll();

    assertThat(modem.written()).filteredOn("AT+CMGL=4"::equals).hasSize(2);
  }

  @Test
  void an_announcement_without_an_index_has_the_store_looked_through() throws Exception {
    modem.now("AT+CMGL=4", "+CMGL: 0,1,,21", MESSAGE, "OK").on("AT+CMGL=4", EMPTY);
    modem.on("AT+CMGD=0", "OK");

    hear("+CMTI: ,-1");

    assertThat(arrivals.messages).containsExactly(MESSAGE);
  }

  @Test
  void stores_are_looked_through_each_minute_whatever_was_announced() throws Exception {
    modem.now(
        "AT+CMGL=4", "+CMGL: 0,1,,21", MESSAGE, "+CMTI: \"ME\",5", "+CMGL: 5,0,,26", REPORT, "OK");
    modem.on("AT+CMGL=4", EMPTY).on("AT+CMGD=0", "OK").on("AT+CMGD=5", "OK");

    clock.step(Duration.ofSeconds(60));
    takeAll();

    assertThat(arrivals.messages).containsExactly(MESSAGE);
    assertThat(arrivals.reports).containsExactly(REPORT);
  }

  @Test
  void texts_that_somebody_wrote_on_the_sim_are_no_arrivals() throws Exception {
    modem.now("AT+CMGL=4", "+CMGL: 0,2,,21", "0011000B912120550121F30000A70A", "OK");

    clock.step(Duration.ofSeconds(60));
    takeAll();

    assertThat(arrivals.messages).isEmpty();
    assertThat(modem.written()).containsExactly("AT+CMGL=4");
  }

  @Test
  void all_stores_are_looked_through_each_hour() throws Exception {
    clock.step(Duration.ofHours(1));
    takeAll();

    assertThat(modem.written())
        .containsSubsequence("AT+CPMS=\"SM\",\"ME\",\"ME\"", "AT+CMGL=4", "AT+CMGL=4");
  }

  @Test
  void a_direct_report_is_acknowledged_after_it_was_handed_on() throws Exception {
    arrivals.before(() -> assertThat(modem.written()).isEmpty());

    hear("+CDS: 26", REPORT);

    assertThat(arrivals.reports).containsExactly(REPORT);
    assertThat(modem.written()).containsExactly("AT+CNMA");
  }

  @Test
  void a_direct_text_that_cannot_be_kept_is_not_acknowledged() throws Exception {
    arrivals.refuse(true);
    modem.say("+CMT: ,21", MESSAGE);
    at.listen(Duration.ZERO);
    at.listen(Duration.ZERO);

    assertThatThrownBy(receiver::takeOne).isInstanceOf(IllegalStateException.class);
    assertThat(receiver.takeOne()).isFalse();

    assertThat(modem.written()).isEmpty();
  }

  @Test
  void a_word_that_came_too_late_has_the_modem_give_directly_again_and_its_store_looked_through()
      throws Exception {
    modem.now("AT+CNMA", "+CMS ERROR: 340").now("AT+CNMI?", "+CNMI: 2,0,0,0,0", "OK");

    hear("+CMT: ,21", MESSAGE);

    assertThat(modem.written())
        .containsExactly("AT+CNMA", "AT+CNMI?", "AT+CNMI=2,2,0,1,0", "AT+CMGL=4");
  }

  @Test
  void a_direct_report_outlives_its_session() throws Exception {
    modem.say("+CDS: 26", REPORT);
    at.listen(Duration.ZERO);
    at.listen(Duration.ZERO);

    receiver.finish();

    assertThat(arrivals.reports).containsExactly(REPORT);
  }

  @Test
  void a_stored_report_is_told_from_a_message_by_its_type() throws Exception {
    modem.on("AT+CPMS=\"SR\",\"ME\",\"ME\"", "OK");
    modem.on("AT+CMGR=2", "+CMGR: 0,,26", REPORT, "OK").on("AT+CMGD=2", "OK");

    hear("+CDSI: \"SR\",2");

    assertThat(arrivals.reports).containsExactly(REPORT);
  }

  @Test
  void a_refused_deletion_is_told_and_the_text_is_kept() throws Exception {
    modem.on("AT+CMGR=3", "+CMGR: 0,,21", MESSAGE, "OK").on("AT+CMGD=3", "+CMS ERROR: 320");

    hear("+CMTI: \"ME\",3");

    assertThat(arrivals.messages).containsExactly(MESSAGE);
    assertThat(vitals.health().trouble()).contains(Trouble.of(Trouble.Kind.UNDELETED));
  }
}
