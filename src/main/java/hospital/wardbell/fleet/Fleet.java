package hospital.wardbell.fleet;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Loop;
import hospital.wardbell.modem.ModemHealth;
import hospital.wardbell.modem.Trouble;
import hospital.wardbell.settings.Settings;
import hospital.wardbell.store.Store;
import hospital.wardbell.store.Tx;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The modems over time, and which of them are taken out of sending. Any thread.
public final class Fleet implements AutoCloseable {
  /// The most samples of one modem that are given at once: 30 days of one each five minutes.
  public static final int MOST_SAMPLES = 8640;

  private static final String ON = "on";
  private static final String OFF = "off";

  private final Store store;
  private final Settings settings;
  private final Audit audit;
  private final InstantSource clock;
  private final SampleTable samples = new SampleTable();
  private final DrainTable table = new DrainTable();
  private final Set<String> drained;
  private volatile @Nullable Loop recording;
  private volatile Runnable listener = () -> {};

  public Fleet(Store store, Settings settings, Audit audit, InstantSource clock) {
    this.store = store;
    this.settings = settings;
    this.audit = audit;
    this.clock = clock;
    this.drained = ConcurrentHashMap.newKeySet();
    drained.addAll(store.read(table::all));
  }

  /// Begins to take samples.
  ///
  /// @param modems all of them at the moment of asking
  /// @param listener told when a modem was taken out of sending or back; must not block
  public void start(Supplier<List<ModemHealth>> modems, Runnable listener) {
    this.listener = listener;
    recording = Loop.start("fleet", recorder(modems));
  }

  Recorder recorder(Supplier<List<ModemHealth>> modems) {
    return new Recorder(store, samples, modems, clock);
  }

  /// A modem's health changed. Never blocks.
  public void changed() {
    Loop loop = recording;
    if (loop != null) {
      loop.wake();
    }
  }

  /// What `modem` was like since `since`, oldest first; at most the newest [#MOST_SAMPLES].
  public List<Sample> since(String modem, Instant since) {
    return store.read(sql -> samples.since(sql, modem, since, MOST_SAMPLES));
  }

  /// Whether nothing is to be sent through `modem`; it receives all the same.
  public boolean isDrained(String modem) {
    return drained.contains(modem);
  }

  /// Sends nothing more through `modem` after the text under way, over a restart too, until
  /// [#resume].
  ///
  /// @return whether it was sent through before
  public boolean drain(String modem, Actor by, String origin) {
    return store.write(tx -> {
      boolean done = table.add(tx, modem, clock.instant(), by);
      tx.afterCommit(() -> tell(drained.add(modem)));
      record(tx, done, "modem.drain", modem, by, origin);
      return done;
    });
  }

  /// @return whether it was drained
  public boolean resume(String modem, Actor by, String origin) {
    return store.write(tx -> {
      boolean done = table.remove(tx, modem);
      tx.afterCommit(() -> tell(drained.remove(modem)));
      record(tx, done, "modem.resume", modem, by, origin);
      return done;
    });
  }

  /// Whether people have paused all sending.
  public boolean isPaused() {
    return settings.text(Settings.Key.SENDING).equals(OFF);
  }

  /// Why nothing is sent through `modem`, if people want it so.
  public Optional<Trouble> stopped(String modem) {
    if (isPaused()) {
      return Optional.of(Trouble.of(Trouble.Kind.PAUSED));
    }
    return isDrained(modem) ? Optional.of(Trouble.of(Trouble.Kind.DRAINED)) : Optional.empty();
  }

  /// Sends nothing more, by no modem, over a restart too, until [#unpause].
  ///
  /// @return whether it was sent before
  public boolean pause(Actor by) {
    return turn(OFF, by);
  }

  /// @return whether it was paused
  public boolean unpause(Actor by) {
    return turn(ON, by);
  }

  private synchronized boolean turn(String to, Actor by) {
    if (settings.text(Settings.Key.SENDING).equals(to)) {
      return false;
    }
    settings.set(Settings.Key.SENDING, to, by);
    tell(true);
    return true;
  }

  private void tell(boolean news) {
    if (news) {
      listener.run();
      changed();
    }
  }

  private void record(Tx tx, boolean done, String act, String modem, Actor by, String origin) {
    if (done) {
      audit.record(tx, Entry.of(by, act).from(origin).because(modem));
    }
  }

  @Override
  public void close() {
    Optional.ofNullable(recording).ifPresent(Loop::close);
  }
}
