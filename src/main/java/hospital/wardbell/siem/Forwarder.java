package hospital.wardbell.siem;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Recorded;
import hospital.wardbell.base.Loop;
import hospital.wardbell.siem.TargetTable.Place;
import hospital.wardbell.store.Store;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Sends the log to one target: a loop that follows the log's end, and comes back to a target that
/// was away after one second, two, and so on up to a minute.
///
/// At the beginning of each connection and once a minute, where there is a new one, the newest
/// checkpoint goes out as a message of its own.
///
/// Where it has come is kept once what was sent before has been out for [#SETTLED] on a line that
/// still stands; after a broken line or a kill it goes on from there.
final class Forwarder implements AutoCloseable {
  private static final Duration REST = Duration.ofSeconds(1);
  private static final Duration LONGEST_AWAY = Duration.ofMinutes(1);
  private static final Duration SETTLED = Duration.ofSeconds(10);
  private static final Duration WITNESSING = Duration.ofMinutes(1);
  private static final int AT_ONCE = 200;

  /// How it goes.
  ///
  /// @param waiting entries that have not been sent
  /// @param trouble why nothing goes out, in the library's words; empty if it does
  record State(boolean connected, long waiting, long sent, Optional<String> trouble) {}

  /// Entries before `upto` were out at that moment.
  private record Out(long upto, long atNanos) {}

  private final Target target;
  private final Store store;
  private final Audit audit;
  private final Supplier<Optional<String>> checkpoint;
  private final SyslogMessage message;
  private final InstantSource clock;
  private final long mostWaiting;
  private final Deque<Out> unsettled = new ArrayDeque<>();
  private @Nullable TlsLine line; // the loop's own thread only, until it has ended
  private volatile @Nullable Socket socket;
  private volatile boolean closing;
  private Place kept = new Place(0, 0);
  private long next;
  private long sent;
  private Optional<String> witnessed = Optional.empty(); // on this connection
  private long witnessedAtNanos;
  private Duration away = REST;
  private volatile State state = new State(false, 0, 0, Optional.empty());
  private @Nullable Loop loop;

  Forwarder(
      Target target,
      Store store,
      Audit audit,
      Supplier<Optional<String>> checkpoint,
      SyslogMessage message,
      InstantSource clock,
      long mostWaiting) {
    this.target = target;
    this.store = store;
    this.audit = audit;
    this.checkpoint = checkpoint;
    this.message = message;
    this.clock = clock;
    this.mostWaiting = mostWaiting;
  }

  void start() {
    loop = Loop.start("siem-" + target.name(), this::turn);
  }

  Target target() {
    return target;
  }

  State state() {
    return state;
  }

  private Duration turn() {
    try {
      Duration rest = connected();
      away = REST;
      return rest;
    } catch (IOException e) {
      hangUp();
      tell(Optional.of(words(e)));
      Duration now = away;
      away = away.multipliedBy(2).compareTo(LONGEST_AWAY) < 0 ? away.multipliedBy(2) : LONGEST_AWAY;
      return now;
    }
  }

  private Duration connected() throws IOException {
    TlsLine current = line;
    if (current != null && current.hasEnded()) {
      throw new IOException("the collector ended the connection");
    }
    if (current == null) {
      makeRoom();
      current = TlsLine.open(target, newSocket());
      line = current;
      next = kept.upto();
      unsettled.clear();
      witnessed = Optional.empty();
    }
    List<Recorded> entries = store.read(sql -> audit.from(sql, next, AT_ONCE));
    if (!entries.isEmpty()) {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      entries.forEach(entry -> all.writeBytes(message.framed(entry, target.payload())));
      current.write(all.toByteArray());
      next = entries.getLast().leaf() + 1;
      sent += entries.size();
      unsettled.add(new Out(next, System.nanoTime()));
    }
    if (entries.size() < AT_ONCE) {
      witness(current);
    }
    settle();
    tell(Optional.empty());
    return entries.size() == AT_ONCE ? Duration.ZERO : REST;
  }

  private void witness(TlsLine current) throws IOException {
    long now = System.nanoTime();
    if (witnessed.isPresent() && now - witnessedAtNanos < WITNESSING.toNanos()) {
      return;
    }
    Optional<String> newest = checkpoint.get();
    if (newest.isPresent() && !newest.equals(witnessed)) {
      current.write(message.checkpoint(newest.get(), clock.instant(), target.payload()));
      witnessed = newest;
      witnessedAtNanos = now;
    }
  }

  private Socket newSocket() throws IOException {
    Socket fresh = new Socket();
    socket = fresh;
    if (closing) {
      fresh.close();
    }
    return fresh;
  }

  /// What has been out for long enough need not be sent again.
  private void settle() {
    long upto = kept.upto();
    long now = System.nanoTime();
    while (!unsettled.isEmpty() && now - unsettled.peek().atNanos() > SETTLED.toNanos()) {
      upto = unsettled.remove().upto();
    }
    if (upto > kept.upto()) {
      keep(new Place(upto, kept.dropped()));
    }
  }

  /// Reads where it was, and gives up the oldest if too many wait.
  private void makeRoom() {
    kept = store.read(sql -> TargetTable.place(sql, target.id())).orElseGet(() -> new Place(0, 0));
    long tooMany = store.read(audit::size) - mostWaiting - kept.upto();
    if (tooMany > 0) {
      keep(new Place(kept.upto() + tooMany, kept.dropped() + tooMany));
    }
    next = kept.upto();
  }

  private void keep(Place place) {
    store.change(tx -> TargetTable.place(tx, target.id(), place));
    kept = place;
  }

  private void tell(Optional<String> trouble) {
    long waiting = Math.max(0, store.read(audit::size) - next);
    state = new State(line != null, waiting, sent, trouble);
  }

  private static String words(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private void hangUp() {
    TlsLine current = line;
    line = null;
    if (current != null) {
      closeQuietly(current);
    }
  }

  private static void closeQuietly(Closeable given) {
    try {
      given.close();
    } catch (IOException _) {
      // it is given up anyway
    }
  }

  /// Ends it, also while it waits for a collector that says nothing.
  @Override
  public void close() {
    closing = true;
    Socket open = socket;
    if (open != null) {
      closeQuietly(open);
    }
    if (loop != null) {
      loop.close();
    }
    hangUp();
  }
}
