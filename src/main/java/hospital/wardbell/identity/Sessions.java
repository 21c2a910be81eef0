package hospital.wardbell.identity;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.settings.Settings;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Store;
import hospital.wardbell.store.Tx;
import hospital.wardbell.vault.Vault;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The sessions of one home: in memory, in front of rows. How long they run is for [SessionLimits]
/// to say. Any thread that may block; not the event loop.
///
/// A person has at most [#MOST_PER_PERSON]; a further one ends the longest idle, so that being
/// signed in elsewhere never keeps anybody out. A row that we did not make is none: it bears an
/// HMAC, by a key of the keyring, of its cookie's hash and of what it says.
///
/// @spec https://www.ecfr.gov/current/title-45/section-164.312#a-2-iii 45 CFR 164.312(a)(2)(iii)
public final class Sessions {
  static final int MOST_PER_PERSON = 8;

  private static final String LABEL = "staff.session/1";
  private static final Actor ITSELF = new Actor.Wardbell("identity");

  private final Store store;
  private final StaffTable people;
  private final Vault vault;
  private final Audit audit;
  private final Settings settings;
  private final InstantSource clock;
  private final OpenGlass glass;
  // By the cookie's hash. Entries come and go on the writer thread, after the commit of the row's
  // own change, so a session whose row is gone is never brought back.
  private final Map<String, LiveSession> live = new ConcurrentHashMap<>();

  Sessions(
      Store store,
      StaffTable people,
      Vault vault,
      Audit audit,
      Settings settings,
      InstantSource clock,
      OpenGlass glass) {
    this.store = store;
    this.people = people;
    this.vault = vault;
    this.audit = audit;
    this.settings = settings;
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
            origin,
            Browser.UNKNOWN,
            now,
            now,
            now.plus(SessionLimits.of(staff.roles(), settings).longest()),
            Optional.empty());
    LiveSession opened = new LiveSession(row, staff, settings);
    SessionTable.insert(tx, Bearer.hash(cookie), proof(Bearer.hash(cookie), row), row);
    audit.record(tx, Entry.of(staff.actor(), "sign-in").about(row.id()).from(origin));
    tx.afterCommit(() -> live.put(key(cookie), opened));
    return new SignIn.Result.Welcome(opened.session(), cookie);
  }

  /// Without an act for so long, a session of that person is locked.
  public Duration lockAfter(Staff staff) {
    return SessionLimits.of(staff.roles(), settings).lock();
  }

  private byte[] proof(byte[] cookieHash, SessionTable.Kept row) {
    return vault.attest(
        LABEL,
        "%s %s %s %s %d"
            .formatted(
                HexFormat.of().formatHex(cookieHash),
                row.id(),
                row.staff(),
                row.csrf(),
                row.began().toEpochMilli()));
  }

  /// Notes which browser a session has begun in.
  ///
  /// @param agent what it says of itself
  public void begun(String cookie, String agent) {
    Optional.ofNullable(live.get(key(cookie)))
        .ifPresent(opened -> {
          Browser browser = Browser.of(agent);
          store.change(tx -> SessionTable.browser(tx, opened.session().id(), browser));
          opened.browser(browser);
        });
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
            .filter(row -> isOurs(tx, hash, row))
            .filter(row -> StandingTable.mayEnter(tx, row.staff()))
            .flatMap(
                row -> people.find(tx, row.staff()).map(p -> new LiveSession(row, p, settings)))
            .ifPresent(woken -> tx.afterCommit(() -> live.putIfAbsent(key(cookie), woken))));
    return Optional.ofNullable(live.get(key(cookie)));
  }

  private boolean isOurs(Tx tx, byte[] cookieHash, SessionTable.Kept row) {
    boolean ours = MessageDigest.isEqual(SessionTable.proof(tx, row.id()), proof(cookieHash, row));
    if (!ours) {
      end(tx, row.id(), ITSELF, "", "forged");
    }
    return ours;
  }

  /// One person's that run, the last used first.
  List<LiveSession> of(Sql sql, Staff staff) {
    Instant now = clock.instant();
    return SessionTable.of(sql, staff.id()).stream()
        .map(row -> live(row.id()).orElseGet(() -> new LiveSession(row, staff, settings)))
        .filter(session -> session.over(now).isEmpty())
        .sorted(Comparator.comparing(LiveSession::active).reversed())
        .toList();
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
    tx.afterCommit(() -> live(session.id()).ifPresent(LiveSession::lock));
  }

  /// Its person has shown that it is they.
  void unlock(Tx tx, Session session, String origin) {
    Instant now = clock.instant();
    if (SessionTable.unlock(tx, session.id(), now)) {
      audit.record(
          tx,
          Entry.of(session.staff().actor(), "session.unlocked").about(session.id()).from(origin));
      tx.afterCommit(() -> live(session.id()).ifPresent(found -> found.unlock(now)));
    }
  }

  private Optional<LiveSession> live(Id session) {
    return live.values().stream().filter(l -> l.session().id().equals(session)).findFirst();
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
    int _ = endAll(tx, staff, ITSELF, "", "all");
  }

  /// @return how many there were
  int endAll(Tx tx, Id staff, Actor by, String origin, String reason) {
    List<SessionTable.Kept> all = SessionTable.of(tx, staff);
    all.forEach(row -> end(tx, row.id(), by, origin, reason));
    return all.size();
  }

  /// Ends all of its person's but `session`: what they were opened with has changed, or the person
  /// wants it.
  void endOthers(Tx tx, Session session, String origin, String reason) {
    SessionTable.of(tx, session.staff().id()).stream()
        .map(SessionTable.Kept::id)
        .filter(other -> !other.equals(session.id()))
        .forEach(other -> end(tx, other, session.staff().actor(), origin, reason));
  }

  /// Ends one of that person's.
  ///
  /// @return whether there was such a one
  boolean end(Tx tx, Id staff, Id session, Actor by, String origin, String reason) {
    boolean theirs = SessionTable.of(tx, staff).stream().anyMatch(row -> row.id().equals(session));
    if (theirs) {
      end(tx, session, by, origin, reason);
    }
    return theirs;
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
