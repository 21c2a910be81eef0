package hospital.wardbell.modem;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.modem.ModemHealth.State;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ModemTest {
  private static final String TPDU = "0011000B912120550121F30000A70A";
  private static final int WAITING = 16;
  private static final Trouble UNPLUGGED = Trouble.of(Trouble.Kind.NOT_THERE, "/dev/modem");

  private final Deque<WiredLine> lines = new ArrayDeque<>();
  private final BlockingQueue<ModemHealth> told = new LinkedBlockingQueue<>();
  private final List<Modem> modems = new ArrayList<>();

  @AfterEach
  void close() {
    modems.forEach(Modem::close);
  }

  @Test
  void without_a_modem_texts_are_not_tried_and_people_are_told_what_to_do() throws Exception {
    Modem modem = start();

    ModemHealth health = await(State.ABSENT);

    assertThat(health.maySend()).isFalse();
    assertThat(health.trouble()).contains(UNPLUGGED);
    assertThat(UNPLUGGED.words()).startsWith("no modem: /dev/modem is not there");
    assertThat(outcome(modem.submit(job()))).isInstanceOf(SendOutcome.NotTried.class);
  }

  @Test
  void a_modem_that_comes_is_set_up_and_sends() throws Exception {
    Modem modem = start();
    await(State.ABSENT);

    plugIn().on("TPDU", "+CMGS: 9\r\n\r\nOK");
    await(State.REGISTERED);

    assertThat(outcome(modem.submit(job()))).isEqualTo(new SendOutcome.Accepted(9));
  }

  @Test
  void a_line_lost_under_a_submit_leaves_it_unknown_and_those_behind_untried() throws Exception {
    WiredLine line = plugIn();
    Modem modem = start();
    await(State.REGISTERED);
    CompletableFuture<SendOutcome> first = modem.submit(job());
    assertThat(line.tpdus().await(5, TimeUnit.SECONDS)).isTrue();
    CompletableFuture<SendOutcome> second = modem.submit(job());

    line.pull();

    assertThat(outcome(first)).isInstanceOf(SendOutcome.Unknown.class);
    assertThat(outcome(second)).isInstanceOf(SendOutcome.NotTried.class);
    await(State.ABSENT);
  }

  @Test
  void a_modem_that_comes_back_is_set_up_anew() throws Exception {
    WiredLine line = plugIn();
    Modem modem = start();
    await(State.REGISTERED);

    plugIn().on("TPDU", "+CMGS: 1\r\n\r\nOK");
    line.pull();
    await(State.ABSENT);
    await(State.REGISTERED);

    assertThat(outcome(modem.submit(job()))).isEqualTo(new SendOutcome.Accepted(1));
  }

  @Test
  void a_modem_that_restarts_is_set_up_anew() throws Exception {
    WiredLine line = plugIn();
    start();
    await(State.REGISTERED);

    plugIn();
    line.say("RDY");

    await(State.PROBING);
    await(State.REGISTERED);
  }

  @Test
  void a_modem_that_restarts_again_and_again_is_told_to_be_short_of_power() throws Exception {
    WiredLine line = plugIn();
    start();
    await(State.REGISTERED);

    for (int i = 0; i < 3; i++) {
      WiredLine next = plugIn();
      line.say("RDY");
      await(State.PROBING);
      line = next;
      await(i < 2 ? State.REGISTERED : State.DEGRADED);
    }
  }

  @Test
  void one_job_too_many_is_not_tried_at_once() throws Exception {
    WiredLine line = plugIn();
    Modem modem = start();
    await(State.REGISTERED);
    CompletableFuture<SendOutcome> underWay = modem.submit(job());
    assertThat(line.tpdus().await(5, TimeUnit.SECONDS)).isTrue();

    for (int i = 0; i < WAITING; i++) {
      assertThat(modem.submit(job())).isNotDone();
    }

    assertThat(modem.submit(job()).getNow(new SendOutcome.Accepted(0)))
        .isInstanceOf(SendOutcome.NotTried.class);
    assertThat(underWay).isNotDone();
  }

  @Test
  void closing_takes_less_than_five_seconds_whatever_is_under_way() throws Exception {
    WiredLine line = plugIn();
    Modem modem = start();
    await(State.REGISTERED);
    CompletableFuture<SendOutcome> underWay = modem.submit(job());
    assertThat(line.tpdus().await(5, TimeUnit.SECONDS)).isTrue();
    CompletableFuture<SendOutcome> behind = modem.submit(job());
    Instant start = Instant.now();

    modem.close();

    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(5));
    assertThat(outcome(underWay)).isInstanceOf(SendOutcome.Unknown.class);
    assertThat(outcome(behind)).isInstanceOf(SendOutcome.NotTried.class);
    assertThat(outcome(modem.submit(job()))).isInstanceOf(SendOutcome.NotTried.class);
  }

  @Test
  void a_port_that_does_not_drain_is_left_behind_and_told() throws Exception {
    WiredLine line = plugIn();
    Modem modem = start();
    await(State.REGISTERED);

    line.clog();
    CompletableFuture<SendOutcome> stuck = modem.submit(job());

    assertThat(outcome(stuck)).isInstanceOf(SendOutcome.NotTried.class);
    assertThat(await(State.ABSENT).trouble()).contains(Trouble.of(Trouble.Kind.STUCK));
  }

  private Modem start() {
    UsbTree usb = new UsbTree(Path.of("/no-such-root"));
    Modem.Setup setup =
        new Modem.Setup(
            "front",
            LineAddress.parse("/dev/modem"),
            "",
            Optional.empty(),
            Receiving.STORED,
            Profiles.only(Profile.GENERIC),
            new KeptMemory(),
            Carriers.NONE,
            Cable.USUAL);
    Modem modem =
        Modem.start(setup, new KeptArrivals(), told::add, InstantSource.system(), usb, _ -> open());
    modems.add(modem);
    return modem;
  }

  private SerialLine open() {
    synchronized (lines) {
      if (lines.isEmpty()) {
        throw new ModemFault(ModemFault.Kind.NOT_PLUGGED_IN, UNPLUGGED);
      }
      return lines.removeFirst();
    }
  }

  private WiredLine plugIn() {
    WiredLine line = new WiredLine();
    synchronized (lines) {
      lines.addLast(line);
    }
    return line;
  }

  private static Job job() {
    return new Job(24, TPDU, false);
  }

  private static SendOutcome outcome(CompletableFuture<SendOutcome> future) throws Exception {
    return future.get(10, TimeUnit.SECONDS);
  }

  private ModemHealth await(State state) throws InterruptedException {
    ModemHealth health = told.poll(10, TimeUnit.SECONDS);
    while (health != null && health.state() != state) {
      health = told.poll(10, TimeUnit.SECONDS);
    }
    if (health == null) {
      throw new AssertionError("the modem was never " + state);
    }
    return health;
  }
}
