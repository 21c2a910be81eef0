package hospital.wardbell.modem;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.modem.ModemHealth.State;
import hospital.wardbell.modem.ModemHealth.Trouble;
import hospital.wardbell.pdu.Address;
import hospital.wardbell.pdu.DeliverTpdu;
import hospital.wardbell.pdu.Pdu;
import hospital.wardbell.pdu.Segments;
import hospital.wardbell.pdu.StatusReportTpdu;
import hospital.wardbell.pdu.SubmitTpdu;
import hospital.wardbell.practice.Fault;
import hospital.wardbell.practice.Faults;
import hospital.wardbell.practice.Journal;
import hospital.wardbell.practice.JournalEntry;
import hospital.wardbell.practice.ModemOptions;
import hospital.wardbell.practice.People;
import hospital.wardbell.practice.Timing;
import hospital.wardbell.practice.VirtualModem;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole driver against the practice modem, over a real pseudo-terminal.
class ModemOnPtyTest {
  private static final PhoneNumber PATIENT = new PhoneNumber("+12025550123");
  private static final Duration LONG = Duration.ofSeconds(10);
  private static final Duration SUBMIT_PATIENCE = Duration.ofSeconds(2);

  private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> reports = new LinkedBlockingQueue<>();
  private final BlockingQueue<ModemHealth> told = new LinkedBlockingQueue<>();
  private final AtomicInteger refusals = new AtomicInteger();
  private final Journal journal = Journal.inMemory();
  private @TempDir Path directory = Path.of("");
  private Optional<VirtualModem> hardware = Optional.empty();
  private Optional<Modem> driver = Optional.empty();

  @AfterEach
  void close() {
    driver.ifPresent(Modem::close);
    hardware.ifPresent(VirtualModem::close);
  }

  @Test
  void a_text_goes_out_its_report_comes_back_and_the_answer_is_fetched() throws Exception {
    VirtualModem modem = plugIn(Faults.none(), Timing.none());
    Modem front = startAndRegister();

    int reference = accepted(front.submit(text("Your scan is ready"), false));
    modem.text(PATIENT, "Thank you");

    assertThat(Pdu.read(take(reports), Pdu.Way.TO_MOBILE).tpdu())
        .isInstanceOfSatisfying(
            StatusReportTpdu.class,
            report -> assertThat(report.messageReference()).isEqualTo(reference));
    assertThat(wordsOf(take(messages))).isEqualTo("Thank you");
    assertThat(journal.await(JournalEntry.Deleted.class, 1, _ -> true, LONG)).hasSize(1);
    assertThat(journal.await(JournalEntry.Acknowledged.class, 1, _ -> true, LONG)).hasSize(1);
    assertThat(front.health().imei()).contains("004401234567895");
  }

  @Test
  void texts_that_arrived_before_the_driver_are_fetched_at_the_start() throws Exception {
    VirtualModem modem = plugIn(Faults.none(), Timing.none());
    modem.text(PATIENT, "I am early");

    startAndRegister();

    assertThat(wordsOf(take(messages))).isEqualTo("I am early");
  }

  @Test
  void noise_and_unsolicited_lines_inside_answers_lose_nothing() throws Exception {
    VirtualModem modem = plugIn(Faults.noisy(7), Timing.none());
    Modem front = startAndRegister();

    for (int i = 0; i < 40; i++) {
      modem.text(PATIENT, "in " + i);
      accepted(front.submit(text("out " + i), true));
    }

    for (int i = 0; i < 40; i++) {
      take(messages);
      take(reports);
    }
    assertThat(journal.entries(JournalEntry.Submitted.class)).hasSize(40);
  }

  @Test
  void a_text_whose_answer_is_lost_is_unknown_and_the_next_one_goes() throws Exception {
    VirtualModem modem = plugIn(Faults.none(), Timing.none());
    Modem front = startAndRegister();

    modem.suffer(new Fault.LostFinal());
    SendOutcome first = outcome(front.submit(text("one"), false));

    assertThat(first).isInstanceOf(SendOutcome.Unknown.class);
    accepted(front.submit(text("two"), false));
    assertThat(journal.entries(JournalEntry.Submitted.class)).hasSize(2);
  }

  @Test
  void a_refused_text_is_told_and_not_sent() throws Exception {
    VirtualModem modem = plugIn(Faults.none(), Timing.none());
    Modem front = startAndRegister();

    modem.suffer(new Fault.Refused(38));

    assertThat(outcome(front.submit(text("one"), false)))
        .isEqualTo(new SendOutcome.Refused(SendOutcome.Fault.PASSING, 38));
    assertThat(journal.entries(JournalEntry.Submitted.class)).isEmpty();
  }

  @Test
  void a_modem_that_is_pulled_out_and_put_back_goes_on() throws Exception {
    VirtualModem modem = plugIn(Faults.none(), Timing.none());
    Modem front = startAndRegister();

    modem.unplug();
    assertThat(await(State.ABSENT).trouble().map(Trouble::words).orElse(""))
        .startsWith("no modem: ");
    assertThat(outcome(front.submit(text("away"), false))).isInstanceOf(SendOutcome.NotTried.class);
    modem.text(PATIENT, "meanwhile");
    modem.replug();
    await(State.REGISTERED);

    assertThat(wordsOf(take(messages))).isEqualTo("meanwhile");
    accepted(front.submit(text("back"), false));
  }

  @Test
  void a_pull_under_a_submit_leaves_it_unknown() throws Exception {
    Timing slow = new Timing(Duration.ZERO, Duration.ZERO, 0, Duration.ofSeconds(1), Duration.ZERO);
    VirtualModem modem = plugIn(Faults.none(), slow);
    Modem front = startAndRegister();

    CompletableFuture<SendOutcome> underWay = front.submit(text("on its way"), false);
    assertThat(journal.await(JournalEntry.Command.class, 1, c -> c.name().contains("CMGS"), LONG))
        .isNotEmpty();
    modem.unplug();

    assertThat(outcome(underWay))
        .isInstanceOfAny(SendOutcome.Unknown.class, SendOutcome.NotTried.class);
  }

  @Test
  void a_text_that_cannot_be_kept_stays_on_the_modem_until_it_can() throws Exception {
    VirtualModem modem = plugIn(Faults.none(), Timing.none());
    Modem front = startAndRegister();
    refusals.set(1);

    modem.text(PATIENT, "keep me");
    accepted(front.submit(text("others go on"), false));

    assertThat(wordsOf(take(messages))).isEqualTo("keep me");
    assertThat(journal.await(JournalEntry.Deleted.class, 1, _ -> true, LONG)).hasSize(1);
  }

  private VirtualModem plugIn(Faults faults, Timing timing) throws Exception {
    ModemOptions options = ModemOptions.of(timing).with(faults).linked(directory.resolve("modem"));
    VirtualModem modem = VirtualModem.start(options, People.silent(), journal);
    hardware = Optional.of(modem);
    return modem;
  }

  private Modem startAndRegister() throws InterruptedException {
    Modem.Setup setup =
        new Modem.Setup(
            "front", new LineAddress.Device(directory.resolve("modem")), "", SUBMIT_PATIENCE);
    Modem front = Modem.start(setup, new Queued(), told::add, InstantSource.system());
    driver = Optional.of(front);
    await(State.REGISTERED);
    return front;
  }

  private final class Queued implements Arrivals {
    @Override
    public void message(String modem, String hex, Instant seen) {
      if (refusals.getAndDecrement() > 0) {
        throw new IllegalStateException("no room");
      }
      messages.add(hex);
    }

    @Override
    public void report(String modem, String hex, Instant seen) {
      reports.add(hex);
    }
  }

  private static Pdu text(String words) {
    Segments segments = Segments.of(words);
    return new Pdu(
        Optional.empty(),
        new SubmitTpdu(
            0,
            Address.of(PATIENT),
            0,
            segments.coding(),
            Optional.empty(),
            false,
            true,
            false,
            segments.userData(1, 7)));
  }

  private static String wordsOf(String hex) {
    DeliverTpdu deliver = (DeliverTpdu) Pdu.read(hex, Pdu.Way.TO_MOBILE).tpdu();
    return deliver.userData().text(deliver.coding());
  }

  private static int accepted(CompletableFuture<SendOutcome> future) throws Exception {
    return ((SendOutcome.Accepted) outcome(future)).messageReference();
  }

  private static SendOutcome outcome(CompletableFuture<SendOutcome> future) throws Exception {
    return future.get(LONG.toSeconds(), TimeUnit.SECONDS);
  }

  private static String take(BlockingQueue<String> queue) throws InterruptedException {
    String hex = queue.poll(LONG.toSeconds(), TimeUnit.SECONDS);
    if (hex == null) {
      throw new AssertionError("nothing arrived");
    }
    return hex;
  }

  private ModemHealth await(State state) throws InterruptedException {
    ModemHealth health = told.poll(LONG.toSeconds(), TimeUnit.SECONDS);
    while (health != null && health.state() != state) {
      health = told.poll(LONG.toSeconds(), TimeUnit.SECONDS);
    }
    if (health == null) {
      throw new AssertionError("the modem was never " + state);
    }
    return health;
  }
}
