package hospital.wardbell.siem;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.store.Store;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// The collectors of one home, and what goes to them. Any thread.
public final class Siem implements AutoCloseable {
  private static final int MOST_TARGETS = 8;
  private static final long MOST_WAITING = 1_000_000;

  /// A target and how it goes.
  ///
  /// @param waiting entries that have not been sent
  /// @param dropped entries that were given up since too many waited
  /// @param sent entries sent since the start, those sent again counted again
  /// @param trouble why nothing goes out, in the library's words
  public record Standing(
      Target target,
      boolean connected,
      long waiting,
      long dropped,
      long sent,
      Optional<String> trouble) {}

  private final Store store;
  private final Audit audit;
  private final Supplier<Optional<String>> checkpoint;
  private final SyslogMessage message;
  private final InstantSource clock;
  private final long mostWaiting;
  private final Map<Id, Forwarder> forwarders = new ConcurrentHashMap<>();

  /// @param checkpoint the newest signed checkpoint, once there is one
  /// @param host what this machine is called
  /// @param version of the program
  public Siem(
      Store store,
      Audit audit,
      Supplier<Optional<String>> checkpoint,
      String host,
      String version,
      InstantSource clock) {
    this(store, audit, checkpoint, host, version, clock, MOST_WAITING);
  }

  Siem(
      Store store,
      Audit audit,
      Supplier<Optional<String>> checkpoint,
      String host,
      String version,
      InstantSource clock,
      long mostWaiting) {
    this.store = store;
    this.audit = audit;
    this.checkpoint = checkpoint;
    this.message = new SyslogMessage(host, version);
    this.clock = clock;
    this.mostWaiting = mostWaiting;
  }

  /// Begins to send to each target there is.
  public void start() {
    store.read(TargetTable::all).forEach(this::begin);
  }

  private void begin(Target target) {
    Forwarder forwarder =
        new Forwarder(target, store, audit, checkpoint, message, clock, mostWaiting);
    forwarders.put(target.id(), forwarder);
    forwarder.start();
  }

  /// Sends to `target` as well, from now on; what is in the log already is not sent.
  ///
  /// @throws IllegalArgumentException if there is one of that name, or there are too many
  public synchronized void add(Target target, Actor by) {
    List<Standing> before = standings();
    if (before.stream().anyMatch(s -> s.target().name().equals(target.name()))) {
      throw new IllegalArgumentException("There is a target of that name. Remove it first.");
    }
    if (before.size() >= MOST_TARGETS) {
      throw new IllegalArgumentException("There can be " + MOST_TARGETS + " targets.");
    }
    store.change(tx -> {
      TargetTable.insert(tx, target, audit.size(tx), clock.instant());
      audit.record(tx, Entry.of(by, "siem.added").about(target.id()).because(target.name()));
    });
    begin(target);
  }

  /// @return whether there was one of that name
  public synchronized boolean remove(String name, Actor by) {
    Optional<Target> found = named(name);
    found.ifPresent(target -> {
      Forwarder forwarder = forwarders.remove(target.id());
      if (forwarder != null) {
        forwarder.close();
      }
      store.change(tx -> {
        TargetTable.delete(tx, target.id());
        audit.record(tx, Entry.of(by, "siem.removed").about(target.id()).because(target.name()));
      });
    });
    return found.isPresent();
  }

  public Optional<Target> named(String name) {
    return forwarders.values().stream()
        .map(Forwarder::target)
        .filter(target -> target.name().equals(name))
        .findFirst();
  }

  /// Connects once more beside what goes on, and sends the newest entry, which is that somebody
  /// tested.
  ///
  /// @throws IOException why it does not go, in the library's words
  public void test(Target target, Actor by, String origin) throws IOException {
    audit.record(
        Entry.of(by, "siem.tested").about(target.id()).from(origin).because(target.name()));
    long end = store.read(audit::size);
    try (TlsLine line = TlsLine.open(target)) {
      line.write(
          message.framed(
              store.read(sql -> audit.from(sql, end - 1, 1)).getFirst(), target.payload()));
    }
  }

  /// All targets, by name.
  public List<Standing> standings() {
    return forwarders.values().stream()
        .sorted(Comparator.comparing(forwarder -> forwarder.target().name()))
        .map(this::standing)
        .toList();
  }

  private Standing standing(Forwarder forwarder) {
    Forwarder.State state = forwarder.state();
    long dropped =
        store
            .read(sql -> TargetTable.place(sql, forwarder.target().id()))
            .map(TargetTable.Place::dropped)
            .orElse(0L);
    return new Standing(
        forwarder.target(),
        state.connected(),
        state.waiting(),
        dropped,
        state.sent(),
        state.trouble());
  }

  @Override
  public void close() {
    forwarders.values().forEach(Forwarder::close);
  }
}
