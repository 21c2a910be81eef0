package hospital.wardbell.inbox;

import static hospital.wardbell.conversation.Ward.ANA;
import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Actor;
import hospital.wardbell.conversation.Conversations.ApiMessage;
import hospital.wardbell.modem.Receiving;
import hospital.wardbell.practice.JournalEntry;
import hospital.wardbell.practice.ModemOptions;
import hospital.wardbell.practice.Timing;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Many texts at one modem at once.
class StormTest extends OnModem {
  private static final int TEXTS = 400;
  private static final Actor COUNTER = new Actor.Wardbell("storm");

  /// The modem has room for a few; the others wait in the network.
  @Override
  ModemOptions options() {
    return ModemOptions.of(Timing.none()).withCapacity(5, 30);
  }

  @Test
  void a_storm_of_stored_texts_is_kept_whole_and_once_and_the_modem_is_empty_again()
      throws Exception {
    start(Receiving.STORED);

    storm();

    journal.await(JournalEntry.Deleted.class, TEXTS, _ -> true, LONG);
    assertEachOnce();
  }

  @Test
  void a_storm_that_the_modem_holds_already_is_kept_whole_and_once() throws Exception {
    storm();

    start(Receiving.STORED);

    journal.await(JournalEntry.Deleted.class, TEXTS, _ -> true, LONG);
    assertEachOnce();
  }

  @Test
  void a_storm_of_texts_given_directly_is_kept_whole_and_once() throws Exception {
    start(Receiving.DIRECT);

    storm();

    journal.await(JournalEntry.Acknowledged.class, TEXTS, _ -> true, LONG);
    assertEachOnce();
  }

  private void storm() {
    for (String text : all()) {
      hardware.text(ANA, text);
    }
  }

  private static List<String> all() {
    return IntStream.range(0, TEXTS).mapToObj("Is the road to you open? %d"::formatted).toList();
  }

  private void assertEachOnce() {
    desk.read();
    assertThat(
            desk
                .ward()
                .conversations()
                .since(desk.ward().deskSight(), true, Instant.EPOCH, COUNTER)
                .stream()
                .map(ApiMessage::message))
        .extracting(m -> m.text())
        .containsExactlyInAnyOrderElementsOf(all());
    assertThat(desk.raws(Raw.State.READ)).isEqualTo(TEXTS);
    assertThat(hardware.waitingTexts()).isZero();
  }
}
