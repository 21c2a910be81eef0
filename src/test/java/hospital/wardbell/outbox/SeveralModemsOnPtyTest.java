package hospital.wardbell.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Id;
import hospital.wardbell.modem.Arrivals;
import hospital.wardbell.modem.Cable;
import hospital.wardbell.modem.Carriers;
import hospital.wardbell.modem.LineAddress;
import hospital.wardbell.modem.LineFile;
import hospital.wardbell.modem.Modem;
import hospital.wardbell.modem.ModemHealth;
import hospital.wardbell.modem.Profile;
import hospital.wardbell.modem.Profiles;
import hospital.wardbell.modem.Receiving;
import hospital.wardbell.modem.SendOutcome;
import hospital.wardbell.pdu.Pdu;
import hospital.wardbell.practice.Fault;
import hospital.wardbell.practice.Journal;
import hospital.wardbell.practice.JournalEntry;
import hospital.wardbell.practice.ModemOptions;
import hospital.wardbell.practice.People;
import hospital.wardbell.practice.Timing;
import hospital.wardbell.practice.VirtualModem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The dispatcher, the whole driver and four practice modems on pseudo-terminals.
@Timeout(120)
class SeveralModemsOnPtyTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final int MODEMS = 4;
  private static final int TEXTS = 40;

  /// A modem as the service gives it to the outbox.
  private record Connected(Modem modem) implements Sender {
    @Override
    public String name() {
      return modem.name();
    }

    @Override
    public boolean maySend() {
      return modem.health().maySend();
    }

    @Override
    public CompletableFuture<SendOutcome> submit(
        Pdu pdu, boolean more, CompletableFuture<Boolean> leave) {
      return modem.submit(pdu, more, leave);
    }
  }

  /// Nobody texts in.
  private static final class Nobody implements Arrivals {
    @Override
    public void message(String modem, String hex, Instant seen) {
      throw new IllegalStateException("nobody texts in");
    }

    @Override
    public void report(String modem, Optional<String> sim, String hex, Instant seen) {
      // That they arrived is not what this is about.
    }

    @Override
    public void call(String modem, Optional<String> caller, Instant seen) {
      throw new IllegalStateException("nobody calls");
    }

    @Override
    public boolean answersCalls() {
      return false;
    }
  }

  private final List<VirtualModem> hardware = new ArrayList<>();
  private final List<Modem> modems = new ArrayList<>();
  @TempDir private Path directory;

  @AfterEach
  void unplug() {
    modems.forEach(Modem::close);
    hardware.forEach(VirtualModem::close);
  }

  private void plugIn() throws IOException, InterruptedException {
    CountDownLatch registered = new CountDownLatch(MODEMS);
    for (int i = 1; i <= MODEMS; i++) {
      Path link = directory.resolve("modem-" + i);
      ModemOptions options = ModemOptions.of(Timing.none()).linked(link);
      hardware.add(VirtualModem.start(options, People.silent(), Journal.inMemory()));
      Modem.Setup setup =
          new Modem.Setup(
              "sim-" + i,
              new LineAddress.Device(link),
              "",
              Optional.of(LONG),
              Receiving.STORED,
              Profiles.only(Profile.GENERIC),
              new LineFile(directory.resolve("line-" + i)),
              Carriers.NONE,
              Cable.USUAL);
      modems.add(Modem.start(setup, new Nobody(), new Once(registered), InstantSource.system()));
    }
    assertThat(registered.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
  }

  /// Counts a modem when it is on the network for the first time.
  private static final class Once implements Consumer<ModemHealth> {
    private final CountDownLatch latch;
    private boolean counted;

    Once(CountDownLatch latch) {
      this.latch = latch;
    }

    @Override
    public void accept(ModemHealth health) {
      if (health.maySend() && !counted) {
        counted = true;
        latch.countDown();
      }
    }
  }

  private int submittedBy(int modem) {
    return hardware.get(modem).journal().entries(JournalEntry.Submitted.class).size();
  }

  @Test
  void while_one_deaf_modem_is_waited_for_the_others_send_all_the_rest() throws Exception {
    try (OutboxHome home = new OutboxHome(directory)) {
      plugIn();
      hardware.getFirst().suffer(new Fault.Deaf(true));
      CountDownLatch rest = new CountDownLatch(TEXTS - 1);
      home.outbox.listen((tx, _, worst) -> {
        if (worst.kind() == PartState.Kind.SUBMITTED) {
          tx.afterCommit(rest::countDown);
        }
      });
      Id conversation = Id.random();
      home.base.store.change(tx -> home.outbox.heard(tx, conversation, "sim-1"));
      Id waits = home.queueBulk(home.optedIn(), conversation, Id.random(), "for the deaf one");
      IntStream.range(1, TEXTS).forEach(i -> home.queueBulk(home.optedIn(), "text " + i));

      home.outbox.start(modems.stream().map(Connected::new).toList());

      assertThat(rest.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
      assertThat(home.state(waits)).isEqualTo(new PartState.Submitting());
      assertThat(submittedBy(0)).isZero();
      assertThat(IntStream.range(1, MODEMS).map(this::submittedBy)).allMatch(sent -> sent > 1);
      unplug(); // before the database is shut: what is waited for comes to its end
    }
  }
}
