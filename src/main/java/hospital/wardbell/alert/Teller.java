package hospital.wardbell.alert;

import hospital.wardbell.alert.Alert.Telling;
import hospital.wardbell.alert.Channel.Outcome;
import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.settings.Settings;
import hospital.wardbell.store.Store;
import hospital.wardbell.store.Tx;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the loop does in each turn: goes on to the next circle where it is time, and tells who is
/// to be told. One thread.
///
/// A channel that is away is tried for one person in a turn and left alone for the rest of it, so
/// one that says nothing holds up the others for half a minute at most.
final class Teller {
  private static final Logger LOG = System.getLogger(Teller.class.getName());
  private static final int AT_ONCE = 20;
  private static final Duration WHILE_OPEN = Duration.ofSeconds(5);
  private static final Duration REST = Duration.ofMinutes(1);
  private static final Duration FIRST_AGAIN = Duration.ofSeconds(30);
  private static final int DOUBLINGS = 4;

  private final Store store;
  private final Audit audit;
  private final Settings settings;
  private final Circles circles;
  private final InstantSource clock;
  private final Runnable changed;

  /// @param changed run after a commit that a page may show
  Teller(
      Store store,
      Audit audit,
      Settings settings,
      Circles circles,
      InstantSource clock,
      Runnable changed) {
    this.store = store;
    this.audit = audit;
    this.settings = settings;
    this.circles = circles;
    this.clock = clock;
    this.changed = changed;
  }

  /// @return how long there is nothing to do, unless something is raised
  Duration turn() {
    Instant now = clock.instant();
    List<Alert> open = store.read(AlertTable::open);
    open.forEach(alert -> escalate(alert, now));
    store.read(sql -> TellingTable.due(sql, now, AT_ONCE)).forEach(new Round()::tell);
    return open.isEmpty() ? REST : WHILE_OPEN;
  }

  private void escalate(Alert seen, Instant now) {
    Duration patience = Duration.ofMinutes(settings.number(Settings.Key.ALERT_PATIENCE));
    if (seen.unheard().isPresent() || now.isBefore(seen.circleSince().plus(patience))) {
      return;
    }
    boolean heard =
        store.write(tx -> {
          Optional<Alert> alert =
              AlertTable.find(tx, seen.id())
                  .filter(Alert::isOpen)
                  .filter(again -> again.circle() == seen.circle());
          tx.afterCommit(changed);
          return alert.isEmpty() || circles.goOn(tx, alert.get(), now);
        });
    if (!heard) {
      LOG.log(
          Level.WARNING,
          "alert {0}: nobody has acknowledged it, and nobody is left to be told",
          seen.reference());
    }
  }

  /// One turn's tellings.
  private final class Round {
    private final Set<String> away = new HashSet<>();

    private void tell(TellingTable.Due due) {
      if (away.contains(due.channel())) {
        return;
      }
      Outcome outcome = outcome(due);
      if (outcome instanceof Outcome.Later) {
        away.add(due.channel());
      }
      store.change(tx -> keep(tx, due, outcome));
    }
  }

  private Outcome outcome(TellingTable.Due due) {
    Optional<Alert> alert =
        store.read(sql -> AlertTable.find(sql, due.alert())).filter(Alert::isOpen);
    Optional<People.Person> person = store.read(sql -> circles.people().find(sql, due.staff()));
    Optional<Channel> channel = circles.channel(due.channel());
    if (alert.isEmpty() || person.isEmpty() || channel.isEmpty()) {
      return new Outcome.Never("there is nobody to tell, or no way any more");
    }
    return channel.get().tell(person.get(), alert.get());
  }

  private void keep(Tx tx, TellingTable.Due due, Outcome outcome) {
    Instant now = clock.instant();
    switch (outcome) {
      case Outcome.Told() -> end(tx, due, Telling.TOLD, Optional.empty());
      case Outcome.Never(String trouble) -> end(tx, due, Telling.FAILED, Optional.of(trouble));
      case Outcome.Later(String trouble) -> {
        Instant next = now.plus(FIRST_AGAIN.multipliedBy(1L << Math.min(due.tries(), DOUBLINGS)));
        if (next.isAfter(due.until())) {
          end(tx, due, Telling.FAILED, Optional.of(trouble));
        } else {
          TellingTable.again(tx, due.id(), next, trouble);
        }
      }
    }
    tx.afterCommit(changed);
  }

  private void end(Tx tx, TellingTable.Due due, Telling state, Optional<String> trouble) {
    if (TellingTable.end(tx, due.id(), state, trouble)) {
      String act = state == Telling.TOLD ? "alert.told" : "alert.not-told";
      audit.record(
          tx,
          Entry.of(Circles.SELF, act)
              .about(due.alert())
              .because(Circles.telling(due.staff(), due.channel(), trouble)));
    }
  }
}
