package hospital.wardbell.inbox;

import static hospital.wardbell.conversation.Ward.ANA;
import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.modem.Receiving;
import hospital.wardbell.practice.JournalEntry.Acknowledged;
import hospital.wardbell.practice.JournalEntry.Deleted;
import hospital.wardbell.practice.JournalEntry.Handed;
import hospital.wardbell.practice.JournalEntry.Unacknowledged;
import hospital.wardbell.practice.ModemOptions;
import hospital.wardbell.practice.Timing;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Texts given directly, and acknowledged once they are on disk.
class DirectTest extends OnModem {
  @Override
  ModemOptions options() {
    return ModemOptions.of(Timing.none()).acknowledgedWithin(Duration.ofMillis(500));
  }

  @BeforeEach
  void start() throws InterruptedException {
    start(Receiving.DIRECT);
  }

  @Test
  void a_text_is_acknowledged_once_it_is_kept_and_never_stored() throws Exception {
    hardware.text(ANA, "Is the lab open?");

    assertThat(journal.await(Acknowledged.class, 1, _ -> true, LONG)).hasSize(1);
    desk.read();
    assertThat(desk.heard(ANA)).containsExactly("Is the lab open?");
    assertThat(journal.entries(Deleted.class)).isEmpty();
  }

  @Test
  void killed_between_the_text_and_its_acknowledgement_it_comes_again_and_is_shown_once()
      throws Exception {
    failsAfter.release();
    hardware.text(ANA, "Is the lab open?");
    assertThat(journal.await(Handed.class, 1, _ -> true, LONG)).hasSize(1);
    assertThat(journal.await(Unacknowledged.class, 1, _ -> true, LONG)).hasSize(1);

    start();

    assertThat(journal.await(Acknowledged.class, 1, _ -> true, LONG)).hasSize(1);
    desk.read();
    assertThat(desk.heard(ANA)).containsExactly("Is the lab open?");
    assertThat(journal.entries(Handed.class)).hasSize(2);
  }

  @Test
  void what_cannot_be_kept_is_not_acknowledged_and_the_modem_gives_directly_again_afterwards()
      throws Exception {
    failsBefore.release();
    hardware.text(ANA, "one");

    assertThat(journal.await(Unacknowledged.class, 1, _ -> true, LONG)).hasSize(1);
    assertThat(journal.entries(Acknowledged.class)).isEmpty();
    assertThat(journal.await(Deleted.class, 1, _ -> true, LONG)).hasSize(1);
    hardware.text(ANA, "two");

    assertThat(journal.await(Acknowledged.class, 1, _ -> true, LONG)).hasSize(1);
    desk.read();
    assertThat(desk.heard(ANA)).containsExactly("one", "two");
  }
}
