package hospital.wardbell.practice;

import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.pdu.DeliverTpdu;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A modem on a pseudo-terminal, with a network and people behind it. Any thread; each method
/// returns when the modem has done it, within 10 seconds.
public final class VirtualModem implements AutoCloseable {
  private static final Logger LOG = System.getLogger(VirtualModem.class.getName());
  private static final int MOST_EVENTS = 1024;
  private static final long LONGEST_REST_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long PATIENCE_SECONDS = 10;

  private final BlockingQueue<Event> events = new ArrayBlockingQueue<>(MOST_EVENTS);
  private final Agenda agenda = new Agenda();
  private final Composer composer = new Composer();
  private final Journal journal;
  private final Port port;
  private final Machine machine;
  private final Thread thread;
  private volatile boolean closing;

  private sealed interface Event {
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Octets(byte[] octets, long arrivedNanos) implements Event {}

    record Job(Work work, CompletableFuture<Void> done) implements Event {}
  }

  /// Queues what is read; what it does is done on the reading thread.
  private final class Receiver implements Port.Receiver {
    @Override
    public void octets(byte[] octets, long arrivedNanos) throws InterruptedException {
      events.put(new Event.Octets(octets, arrivedNanos));
    }

    @Override
    public void attached(boolean on) {
      journal.record(new JournalEntry.Attached(Instant.now(), on));
    }
  }

  private interface Work {
    void run() throws IOException;
  }

  private VirtualModem(ModemOptions options, People people, Journal journal) throws IOException {
    this.journal = journal;
    this.port = Port.open(options.link(), new Receiver());
    this.machine = new Machine(options, port, agenda, people, journal);
    this.thread = Thread.ofPlatform().name("practice-modem").start(this::run);
  }

  /// A modem that is switched on and plugged in.
  ///
  /// @throws IOException if this machine has no pseudo-terminals, or the link cannot be made
  public static VirtualModem start(ModemOptions options, People people, Journal journal)
      throws IOException {
    return new VirtualModem(options, people, journal);
  }

  /// What a program opens as its serial device.
  public Path path() {
    return port.path();
  }

  public Journal journal() {
    return journal;
  }

  /// Somebody texts the modem, in as many segments as it takes.
  public void text(PhoneNumber from, String text) {
    deliver(composer.compose(from, text));
  }

  /// Somebody calls the modem, and rings until it rejects the call, six times at most.
  ///
  /// @param from empty if the number is withheld
  /// @param between two rings
  public void call(Optional<PhoneNumber> from, Duration between) {
    perform(() -> machine.call(from.map(PhoneNumber::e164), between));
  }

  /// From now on the network answers codes by `lines`, such as `+CUSD: 0,"…",15`, after the modem's
  /// `OK`; else it does so before it, by a balance.
  public void answerCodesAfterwards(String lines) {
    perform(() -> machine.answerCodesAfterwards(lines));
  }

  /// The network brings these, in this order.
  public void deliver(List<DeliverTpdu> messages) {
    perform(() -> machine.bring(messages));
  }

  /// The network brings octets of which it has not looked whether they make a lawful message.
  ///
  /// @param hex service centre and TPDU
  public void deliver(String hex) {
    perform(() -> machine.bring(hex));
  }

  /// How many texts wait in the network because the modem has no room or is away.
  public int waitingTexts() {
    CompletableFuture<Integer> count = new CompletableFuture<>();
    perform(() -> count.complete(machine.waitingTexts()));
    return count.join();
  }

  /// How the program has set the modem's device.
  public Terminal terminal() {
    CompletableFuture<Terminal> terminal = new CompletableFuture<>();
    perform(() -> terminal.complete(port.terminal()));
    return terminal.join();
  }

  /// Takes the modem out of its socket, and with it the power: the device vanishes.
  public void unplug() {
    perform(machine::unplug);
  }

  /// Puts it in again: it starts anew, with what is in its memories.
  public void replug() {
    perform(machine::replug);
  }

  public void suffer(Fault fault) {
    perform(() -> machine.suffer(fault));
  }

  /// Ends the modem; what it remembers is gone. The journal stays open.
  @Override
  public void close() {
    closing = true;
    boolean _ = events.offer(new Event.Job(() -> {}, new CompletableFuture<>()));
    try {
      boolean _ = thread.join(Duration.ofSeconds(PATIENCE_SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (!closing) {
        Event event = events.poll(agenda.nanosToNext(LONGEST_REST_NANOS), TimeUnit.NANOSECONDS);
        if (event != null) {
          handle(event);
        }
        agenda.work();
      }
      port.close();
    } catch (InterruptedException e) {
      LOG.log(Level.DEBUG, "the practice modem was interrupted and ends");
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.ERROR, "the practice modem broke and ends", e);
    }
  }

  private void handle(Event event) {
    switch (event) {
      case Event.Octets(byte[] octets, long arrived) -> machine.octets(octets, arrived);
      case Event.Job(Work work, CompletableFuture<Void> done) -> {
        try {
          work.run();
          done.complete(null);
        } catch (IOException | RuntimeException e) {
          done.completeExceptionally(e);
        }
      }
    }
  }

  private void perform(Work work) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    try {
      events.put(new Event.Job(work, done));
      done.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the practice modem worked", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the practice modem could not do it", e.getCause());
    } catch (TimeoutException e) {
      throw new IllegalStateException("the practice modem has ended or hangs", e);
    }
  }
}
