package hospital.wardbell.identity;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.store.Store;
import hospital.wardbell.store.Tx;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The sessions of one home: in memory, in front of rows. How long they run is for [SessionLimits]
/// to say. Any thread that may block; not the event loop.
///
/// A person has at most [#MOST_PER_PERSON]; a further one ends the longest idle, so that being
/// signed in elsewhere never keeps anybody out.
///
/// @spec https://www.ecfr.gov/current/title-45/section-164.312#a-2-iii 45 CFR 164.312(a)(2)(iii)
public final class Sessions {
  static final int MOST_PER_PERSON = 8;

  private static final Actor ITSELF = new Actor.Wardbell("identity");

  private final Store store;
  private final StaffTable people;
  private final Audit audit;
  private final InstantSource clock;
  private final OpenGlass glass;
  // By the cookie's hash. Entries come and go on the writer thread, after the commit of the row's
  // own change, so a session whose row is gone is never brought back.
  private final Map<String, LiveSession> live = new ConcurrentHashMap<>();

  Sessions(Store store, StaffTable people, Audit audit, InstantSource clock, OpenGlass glass) {
    this.store = store;
    this.people = people;
    this.audit = audit;
    this.clock = clock;
    this.glass = glass;
  }

  /// Begins a session under a cookie that nobody has seen before.
  SignIn.Result.Welcome open(Tx tx, Staff staff, String origin) {
    Instant now = clock.instant();
    endThoseOver(tx, now);
    makeRoom(tx, staff.id());
    String cookie = Bearer.random();
    SessionTable.Kept row =
        new SessionTable.Kept(
            Id.random(),
            staff.id(),
            Bearer.csrf(),
            now,
            now.plus(SessionLimits.of(staff.roles()).longest()),
            Optional.empty());
    LiveSession opened = new LiveSession(row, staff);
    SessionTable.insert(tx, Bearer.hash(cookie), row);
    audit.record(tx, Entry.of(staff.actor(), "sign-in").about(row.id()).from(origin));
    tx.afterCommit(() -> live.put(key(cookie), opened));
    return new SignIn.Result.Welcome(opened.session(), cookie);
  }

  /// The session of `cookie`, if it still runs.
  ///
  /// @param acts whether this request is the person's own doing, so starts the idle time again; a
  ///   live stream's is not
  public Optional<Session> find(String cookie, boolean acts) {
    return Optional.ofNullable(live.get(key(cookie)))
        .or(() -> wake(cookie))
        .flatMap(found -> running(found, acts));
  }

  private Optional<Session> running(LiveSession found, boolean acts) {
    Instant now = clock.instant();
    Optional<String> over = found.over(now);
    if (over.isPresent()) {
      store.change(tx -> end(tx, found.session().id(), ITSELF, "", over.orElseThrow()));
      return Optional.empty();
    }
    if (found.isLockDue(now)) {
      store.change(tx -> lock(tx, found.session(), ITSELF, "", "idle"));
    }
    if (acts && !found.isLocked() && found.touch(now)) {
      store.change(tx -> SessionTable.touch(tx, found.session().id(), now));
    }
    return Optional.of(glass.at(found.session()));
  }

  /// Takes a session of before the last start from its row, unless the person may not come in any
  /// more. Strangers' cookies cost a read only.
  private Optional<LiveSession> wake(String cookie) {
    byte[] hash = Bearer.hash(cookie);
    if (store.read(sql -> SessionTable.find(sql, hash)).isEmpty()) {
      return Optional.empty();
    }
    store.change(tx ->
        SessionTable.find(tx, hash)
            .filter(row -> StandingTable.mayEnter(tx, row.staff()))
            .flatMap(row -> people.find(tx, row.staff()).map(p -> new LiveSession(row, p)))
            .ifPresent(woken -> tx.afterCommit(() -> live.putIfAbsent(key(cookie), woken))));
    return Optional.ofNullable(live.get(key(cookie)));
  }

  /// Shows nothing of it any more until its person unlocks it.
  public void lock(Session session, String origin) {
    store.change(tx -> lock(tx, session, session.staff().actor(), origin, "person"));
  }

  private void lock(Tx tx, Session session, Actor by, String origin, String reason) {
    if (SessionTable.lock(tx, session.id(), clock.instant())) {
      audit.record(
          tx, Entry.of(by, "session.locked").about(session.id()).from(origin).because(reason));
    }
    tx.afterCommit(() -> live(session).forEach(LiveSession::lock));
  }

  /// Its person has shown that it is they.
  void unlock(Tx tx, Session session, String origin) {
    Instant now = clock.instant();
    if (SessionTable.unlock(tx, session.id(), now)) {
      audit.record(
          tx,
          Entry.of(session.staff().actor(), "session.unlocked").about(session.id()).from(origin));
      tx.afterCommit(() -> live(session).forEach(found -> found.unlock(now)));
    }
  }

  private List<LiveSession> live(Session session) {
    return live.values().stream().filter(l -> l.session().id().equals(session.id())).toList();
  }

  /// Somebody guesses at a locked session's unlocking too often.
  void endGuessed(Tx tx, Session session, String origin) {
    end(tx, session.id(), ITSELF, origin, "guessed");
  }

  public void end(Session session, String origin) {
    store.change(tx -> end(tx, session.id(), session.staff().actor(), origin, "sign-out"));
  }

  /// Ends all of one person's.
  void endAll(Tx tx, Id staff) {
    for (SessionTable.Kept row : SessionTable.of(tx, staff)) {
      end(tx, row.id(), ITSELF, "", "all");
    }
  }

  /// Those that nobody asks for any more; the rows lag behind what is known in memory.
  private void endThoseOver(Tx tx, Instant now) {
    Instant idleSince = now.minus(SessionLimits.LONGEST_IDLE).minus(LiveSession.LAG);
    for (SessionTable.Kept row : SessionTable.over(tx, idleSince, now)) {
      end(tx, row.id(), ITSELF, "", row.ends().isAfter(now) ? "idle" : "age");
    }
  }

  private void makeRoom(Tx tx, Id staff) {
    List<SessionTable.Kept> present = SessionTable.of(tx, staff);
    int tooMany = Math.max(0, present.size() + 1 - MOST_PER_PERSON);
    for (SessionTable.Kept row : present.subList(0, tooMany)) {
      end(tx, row.id(), ITSELF, "", "too-many");
    }
  }

  private void end(Tx tx, Id session, Actor by, String origin, String reason) {
    if (SessionTable.delete(tx, session)) {
      audit.record(tx, Entry.of(by, "session.ended").about(session).from(origin).because(reason));
      glass.sessionEnded(tx, session);
      tx.afterCommit(() -> live.values().removeIf(l -> l.session().id().equals(session)));
    }
  }

  private static String key(String cookie) {
    return HexFormat.of().formatHex(Bearer.hash(cookie));
  }
}
