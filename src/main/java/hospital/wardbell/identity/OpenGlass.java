package hospital.wardbell.identity;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.identity.GlassUse.How;
import hospital.wardbell.identity.GlassUse.Why;
import hospital.wardbell.store.Store;
import hospital.wardbell.store.Tx;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The break-glass that is under way, by session: in memory, in front of rows. It ends with its
/// session, in the same change. Any thread that may block.
final class OpenGlass {
  private static final Actor SELF = new Actor.Wardbell("break-glass");

  private final Store store;
  private final GlassTable table;
  private final Audit audit;
  private final InstantSource clock;
  // Entries come and go on the writer thread, after the commit of the row's change.
  private final Map<Id, Glass> open = new ConcurrentHashMap<>();
  private volatile Runnable live = () -> {};

  OpenGlass(Store store, GlassTable table, Audit audit, InstantSource clock) {
    this.store = store;
    this.table = table;
    this.audit = audit;
    this.clock = clock;
    store.read(table::open).forEach(glass -> open.put(glass.session(), glass));
  }

  /// Run after each change that a page may show; must not block.
  void listen(Runnable changed) {
    live = changed;
  }

  /// The session as it is at this moment: with what it has under way, if its time is not over. No
  /// loop needs to have been round.
  Session at(Session session) {
    Glass glass = open.get(session.id());
    if (glass == null) {
      return session;
    }
    if (!glass.holds(clock.instant())) {
      store.change(tx -> end(tx, glass, How.TIME, SELF));
      return session;
    }
    return new Session(
        session.id(),
        session.staff().under(glass),
        session.csrf(),
        session.idleEnds(),
        session.ends(),
        session.locked());
  }

  /// Begins it, in the place of what its person has under way.
  void begin(Tx tx, Glass glass, Why why, String reason) {
    Actor person = new Actor.Person(glass.staff());
    table.openOf(tx, glass.staff()).ifPresent(former -> end(tx, former, How.ANOTHER, person));
    table.insert(tx, glass, why, reason);
    tx.afterCommit(() -> open.put(glass.session(), glass));
  }

  /// The person has had enough of it; nothing if the session has nothing under way.
  void end(Session session) {
    Optional.ofNullable(open.get(session.id()))
        .ifPresent(
            glass -> store.change(tx -> end(tx, glass, How.PERSON, session.staff().actor())));
  }

  /// The session is ended by this change.
  void sessionEnded(Tx tx, Id session) {
    table.openIn(tx, session).ifPresent(glass -> end(tx, glass, How.SESSION, SELF));
  }

  /// Ends what is over though nobody asks for it.
  void endThoseOver() {
    for (Glass glass : open.values()) {
      if (!glass.holds(clock.instant())) {
        store.change(tx -> end(tx, glass, How.TIME, SELF));
      }
    }
  }

  private void end(Tx tx, Glass glass, How how, Actor by) {
    if (table.end(tx, glass.use(), how, clock.instant())) {
      audit.record(tx, Entry.of(by, "break-glass.ended").about(glass.use()).because(how.name()));
    }
    tx.afterCommit(() -> {
      open.remove(glass.session(), glass);
      live.run();
    });
  }
}
