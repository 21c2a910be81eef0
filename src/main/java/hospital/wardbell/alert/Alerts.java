package hospital.wardbell.alert;

import hospital.wardbell.alert.Alert.Telling;
import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.Loop;
import hospital.wardbell.settings.Settings;
import hospital.wardbell.store.Store;
import hospital.wardbell.store.Tx;
import hospital.wardbell.vault.Vault;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// The alerts of one home. Any thread that may block; [#raise] and [#over] run in the change of
/// what they are about.
///
/// At most [#MOST_OPEN] of a kind are open at once: a further one is counted at the newest.
public final class Alerts implements AutoCloseable {
  static final int MOST_OPEN = 50;

  /// The console's own channel: who was shown a page that says it.
  public static final String CONSOLE = "console";

  private static final int SETTLED_SHOWN = 20;

  /// What was open after so many changes.
  private record Known(long change, List<Alert> open) {}

  /// What came of an acknowledgement.
  public enum Outcome {
    DONE,
    /// Somebody else was first, or it has passed.
    SETTLED_ALREADY,
    /// There is no such alert, or it is not for whoever acknowledges.
    NOT_THERE
  }

  private final Store store;
  private final Audit audit;
  private final InstantSource clock;
  private final List<Channel> channels = new CopyOnWriteArrayList<>();
  private final Reaches reaches;
  private final MailServers mailServers;
  private final Circles circles;
  private final Teller teller;
  private final AtomicLong changes = new AtomicLong();
  private volatile Known known = new Known(-1, List.of()); // what is open, for pages
  private volatile Runnable live = () -> {};
  private volatile @Nullable Loop loop;

  Alerts(
      Store store,
      Vault vault,
      Audit audit,
      Settings settings,
      People people,
      InstantSource clock) {
    this.store = store;
    this.audit = audit;
    this.clock = clock;
    reaches = new Reaches(store, vault, audit, clock);
    mailServers = new MailServers(store, vault, audit, clock);
    circles = new Circles(people, channels, audit);
    teller = new Teller(store, audit, settings, circles, clock, this::changed);
  }

  /// The alerts of a home, with e-mail as a channel.
  public static Alerts of(
      Store store,
      Vault vault,
      Audit audit,
      Settings settings,
      People people,
      InstantSource clock) {
    Alerts alerts = new Alerts(store, vault, audit, settings, people, clock);
    alerts.join(new Mail(alerts.mailServers, alerts.reaches, clock));
    return alerts;
  }

  /// How people are reached outside.
  public Reaches reaches() {
    return reaches;
  }

  /// The server that takes e-mail.
  public MailServers mailServers() {
    return mailServers;
  }

  /// People are told by this channel too; to be said before [#start].
  public void join(Channel channel) {
    channels.add(channel);
  }

  /// Run after each change that a page may show; must not block.
  public void listen(Runnable changed) {
    live = changed;
  }

  /// Begins to tell.
  public void start() {
    loop = Loop.start("alerts", this::turn);
  }

  /// One turn of the loop.
  Duration turn() {
    return teller.turn();
  }

  private void changed() {
    changes.incrementAndGet();
    live.run();
  }

  /// Raises it, or counts it where one of its kind and subject is open. Nobody is told before `tx`
  /// is committed.
  public Id raise(Tx tx, Notice notice) {
    Instant now = clock.instant();
    Optional<Id> open =
        AlertTable.open(tx, notice.kind(), notice.subject())
            .or(() ->
                AlertTable.countOpen(tx, notice.kind()) < MOST_OPEN
                    ? Optional.empty()
                    : AlertTable.newest(tx, notice.kind()));
    Id alert = open.orElseGet(Id::random);
    if (open.isPresent()) {
      AlertTable.again(tx, alert, now);
    } else {
      AlertTable.insert(tx, alert, notice, now);
    }
    String what = notice.kind() + " " + notice.subject();
    audit.record(tx, Entry.of(notice.by(), "alert.raised").about(alert).because(what));
    if (open.isEmpty()) {
      circles.enter(tx, AlertTable.find(tx, alert).orElseThrow(), now);
    }
    tx.afterCommit(this::raised);
    return alert;
  }

  private void raised() {
    changed();
    Loop running = loop;
    if (running != null) {
      running.wake();
    }
  }

  /// What the alert was about has passed; nothing if there is none.
  public void over(Tx tx, Kind kind, String subject) {
    AlertTable.open(tx, kind, subject)
        .filter(alert ->
            AlertTable.settle(tx, alert, Alert.State.OVER, Optional.empty(), clock.instant()))
        .ifPresent(alert -> settled(tx, alert, Entry.of(Circles.SELF, "alert.over")));
  }

  private void settled(Tx tx, Id alert, Entry entry) {
    TellingTable.drop(tx, alert);
    audit.record(tx, entry.about(alert));
    tx.afterCommit(this::changed);
  }

  /// Says that `reader` knows and sees to it; of several who say so at once, one is first.
  public Outcome acknowledge(Id alert, Reader reader, Actor by, String origin) {
    return store.write(tx -> {
      Optional<Alert> found =
          AlertTable.find(tx, alert).filter(present -> present.concerns(reader));
      if (found.isEmpty()) {
        return Outcome.NOT_THERE;
      }
      Optional<Id> who = Optional.of(reader.staff());
      if (!AlertTable.settle(tx, alert, Alert.State.ACKNOWLEDGED, who, clock.instant())) {
        return Outcome.SETTLED_ALREADY;
      }
      settled(tx, alert, Entry.of(by, "alert.acknowledged").from(origin));
      return Outcome.DONE;
    });
  }

  /// What is open and concerns `reader`, the newest first. A page that shows it says so by
  /// [#shown].
  public List<Alert> concerning(Reader reader) {
    return open().stream().filter(alert -> alert.concerns(reader)).toList();
  }

  /// All that is open, the newest first.
  public List<Alert> open() {
    long now = changes.get(); // before reading: what changes meanwhile is read the next time
    Known before = known;
    if (before.change() == now) {
      return before.open();
    }
    List<Alert> read = store.read(AlertTable::open);
    known = new Known(now, read);
    return read;
  }

  /// What was settled last.
  public List<Alert> settled() {
    return store.read(sql -> AlertTable.settled(sql, SETTLED_SHOWN));
  }

  /// Keeps that `reader` has been shown these, once for each.
  public void shown(List<Alert> alerts, Reader reader) {
    List<Alert> first = alerts.stream().filter(alert -> !wasShown(alert, reader)).toList();
    if (first.isEmpty()) {
      return;
    }
    store.change(tx -> {
      for (Alert alert : first) {
        Instant now = clock.instant();
        if (TellingTable.insert(tx, alert.id(), reader.staff(), CONSOLE, Telling.TOLD, now)) {
          String how = Circles.telling(reader.staff(), CONSOLE, Optional.empty());
          audit.record(tx, Entry.of(Circles.SELF, "alert.told").about(alert.id()).because(how));
        }
      }
      tx.afterCommit(changes::incrementAndGet);
    });
  }

  private static boolean wasShown(Alert alert, Reader reader) {
    return alert.told().stream()
        .anyMatch(one -> one.channel().equals(CONSOLE) && one.staff().equals(reader.staff()));
  }

  /// Ends the loop that [#start] began, after a telling that is under way.
  @Override
  public void close() {
    Loop running = loop;
    if (running != null) {
      running.close();
    }
  }
}
