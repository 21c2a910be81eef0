package hospital.wardbell.modem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A store that the modem does not list is read place by place.
class CountingTest extends ReceiverFixture {
  private static final String HEADER = "+CMGR: 0,,21";

  @BeforeEach
  void list_nothing() {
    modem.now("AT+CMGL=4", "+CMS ERROR: 303");
    for (int index = 0; index <= 4; index++) {
      modem.on("AT+CMGR=" + index, "+CMS ERROR: 321").on("AT+CMGD=" + index, "OK");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3})
  void what_lies_in_a_store_that_cannot_be_listed_is_found_whatever_it_counts_from(int index)
      throws Exception {
    holds(1, 3);
    modem.now("AT+CMGR=" + index, HEADER, MESSAGE, "OK");

    look();

    assertThat(arrivals.messages).containsExactly(MESSAGE);
    assertThat(modem.written()).contains("AT+CMGD=" + index);
    assertThat(vitals.health().trouble()).isEmpty();
  }

  @Test
  void the_first_index_of_the_profile_is_where_counting_begins() throws Exception {
    receiver.start(true, 1);
    takeAll();
    modem.written().clear();
    holds(1, 3);

    look();

    assertThat(modem.written())
        .containsExactly("AT+CMGL=4", "AT+CPMS?", "AT+CMGR=1", "AT+CMGR=2", "AT+CMGR=3");
  }

  @Test
  void an_empty_store_is_not_counted_through() throws Exception {
    holds(0, 3);

    look();

    assertThat(modem.written()).containsExactly("AT+CMGL=4", "AT+CPMS?");
  }

  @Test
  void counting_ends_once_all_that_a_store_holds_was_found() throws Exception {
    holds(2, 255);
    modem.now("AT+CMGR=0", "+CMGR: 2,,14", "0011000B912120550121F30000A70A", "OK");
    modem.now("AT+CMGR=2", HEADER, MESSAGE, "OK");

    look();

    assertThat(arrivals.messages).as("not what somebody wrote").containsExactly(MESSAGE);
    assertThat(modem.written()).contains("AT+CMGR=2").doesNotContain("AT+CMGR=3");
  }

  @Test
  void each_turn_reads_one_place_so_that_texts_and_arrivals_are_not_held_up() throws Exception {
    holds(1, 4);
    clock.step(Duration.ofSeconds(60));
    assertThat(receiver.takeOne()).isTrue();
    assertThat(receiver.takeOne()).isTrue();
    assertThat(modem.written()).containsExactly("AT+CMGL=4", "AT+CPMS?", "AT+CMGR=0");
    modem.now("AT+CMGR=4", HEADER, MESSAGE, "OK");

    modem.say("+CMTI: \"ME\",4");
    at.listen(Duration.ZERO);
    assertThat(receiver.takeOne()).isTrue();

    assertThat(arrivals.messages).containsExactly(MESSAGE);
    assertThat(modem.written()).endsWith("AT+CMGR=4", "AT+CMGD=4");
  }

  @Test
  void a_damaged_text_that_was_counted_is_read_again_before_it_is_kept() throws Exception {
    holds(1, 3);
    modem.now("AT+CMGR=2", HEADER, MESSAGE.substring(2), "OK");
    modem.on("AT+CMGR=2", HEADER, MESSAGE, "OK");

    look();

    assertThat(arrivals.messages).containsExactly(MESSAGE);
  }

  @Test
  void a_modem_that_falls_silent_while_its_places_are_read_is_not_asked_for_the_rest()
      throws Exception {
    holds(1, 3);
    modem.now("AT+CMGR=1");

    look();

    assertThat(modem.written()).contains("AT+CMGR=1").doesNotContain("AT+CMGR=2");
  }

  /// What the store holds when it is asked first; then nothing more.
  private void holds(int used, int capacity) {
    modem.now("AT+CPMS?", room(used, capacity), "OK").on("AT+CPMS?", room(0, capacity), "OK");
  }

  private static String room(int used, int capacity) {
    return "+CPMS: " + "\"ME\",%d,%d,".formatted(used, capacity).repeat(3);
  }

  private void look() throws InterruptedException {
    clock.step(Duration.ofSeconds(60));
    takeAll();
  }
}
