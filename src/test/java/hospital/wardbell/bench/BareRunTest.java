package hospital.wardbell.bench;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.practice.Journal;
import hospital.wardbell.practice.JournalEntry.Command;
import hospital.wardbell.practice.JournalEntry.Deleted;
import hospital.wardbell.practice.ModemOptions;
import hospital.wardbell.practice.People;
import hospital.wardbell.practice.Timing;
import hospital.wardbell.practice.VirtualModem;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class BareRunTest {
  private static final Duration LONGEST = Duration.ofSeconds(30);

  @Test
  void each_bare_client_has_all_its_texts_taken() throws Exception {
    assertThat(BareRun.send(2, 3, Timing.none(), LONGEST))
        .hasSize(2)
        .allSatisfy(answers -> assertThat(answers).hasSize(3));
  }

  @Test
  void a_bare_client_makes_room_for_all_that_arrive() throws Exception {
    ModemOptions options = ModemOptions.of(Timing.none()).withCapacity(2, 2);
    try (VirtualModem modem = VirtualModem.start(options, People.silent(), Journal.inMemory())) {
      FutureTask<Void> client = BareRun.receiving(modem.path(), 10);
      var _ = modem.journal().await(Command.class, 1, c -> c.name().equals("+CNMI"), LONGEST);

      for (int i = 0; i < 10; i++) {
        modem.text(Sending.PATIENTS.get(i), "Question " + i);
      }

      BareRun.finish(client, LONGEST);
      assertThat(modem.journal().entries(Deleted.class)).hasSize(10);
    }
  }
}
