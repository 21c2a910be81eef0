package hospital.wardbell.web;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.Incident;
import hospital.wardbell.identity.Permission;
import hospital.wardbell.identity.Session;
import hospital.wardbell.identity.Sight;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/// The live streams of open browsers: who may see a team hears that a conversation changed, by id
/// only. Any thread; never blocks.
///
/// Events are appended to a bounded log and the event loop is woken once; each stream then goes on
/// from its own place in the log, so that a burst, a late browser and one that reconnects are the
/// same case. A browser whose place has been overwritten is told to reload.
public final class LiveEvents {
  private static final Logger LOG = System.getLogger(LiveEvents.class.getName());
  private static final int REMEMBERED = 1_024;

  private final LiveLog log =
      new LiveLog(Id.random().toString().substring(0, 8), REMEMBERED, System::nanoTime);
  private final Set<LiveStream> streams = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean wakeDue = new AtomicBoolean();
  private final AtomicBoolean checking = new AtomicBoolean();
  private final Executor loop;
  private final Doorkeeper door;
  private final Limits limits;

  /// @param loop runs what it is given one after the other, on the thread that writes
  LiveEvents(Executor loop, Doorkeeper door, Limits limits) {
    this.loop = loop;
    this.door = door;
    this.limits = limits;
  }

  /// A conversation of `team` has changed.
  public void conversation(Id conversation, Id team, long version) {
    publish(new LiveEvent.Conversation(conversation, team, version));
  }

  /// The modems' state has changed; everybody hears it.
  public void modem() {
    publish(new LiveEvent.Modem());
  }

  /// Something about alerts has changed; everybody hears it.
  public void alert() {
    publish(new LiveEvent.Alert());
  }

  /// How many browsers listen.
  public int listening() {
    return streams.size();
  }

  private void publish(LiveEvent event) {
    log.append(event);
    if (wakeDue.compareAndSet(false, true)) {
      loop.execute(this::send);
    }
  }

  private void send() {
    wakeDue.set(false); // before reading the log: an event appended from here on wakes again
    endWhere(LiveStream::stuck);
    streams.forEach(LiveStream::catchUp);
  }

  /// Whether one more stream of `session` may begin. Any thread; a few too many may slip in.
  boolean admits(Session session) {
    return streams.size() < limits.streams()
        && streams.stream().filter(s -> s.session().id().equals(session.id())).count()
            < limits.streamsPerSession();
  }

  /// Begins a stream, on the event loop.
  ///
  /// @param sight whose conversations the session hears of, until the next heartbeat
  /// @param lastSeen the id of the last event the browser has seen; empty if it has just been drawn
  void open(String cookie, Session session, Sight sight, String lastSeen, Answer.Sink sink) {
    LiveStream stream = new LiveStream(cookie, session, sight, log, sink);
    streams.add(stream);
    // At once: whoever walks from page to page must not find the session's streams used up.
    sink.onGone(() -> streams.remove(stream));
    stream.begin(lastSeen);
  }

  /// A heartbeat on the event loop: looks up every session anew, without counting that as an act,
  /// and ends the streams of those that have ended.
  void beat() {
    endWhere(LiveStream::stuck);
    if (!streams.isEmpty() && checking.compareAndSet(false, true)) {
      List<LiveStream> all = List.copyOf(streams);
      Thread.ofVirtual().name("live").start(() -> check(all));
    }
  }

  private void check(List<LiveStream> all) {
    try {
      Map<String, Optional<Sight>> found = new HashMap<>();
      all.forEach(s -> found.computeIfAbsent(s.cookie(), this::sight));
      loop.execute(
          () -> all.forEach(s -> goOn(s, found.getOrDefault(s.cookie(), Optional.empty()))));
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, Incident.of(e).line("live"));
    } finally {
      checking.set(false);
    }
  }

  private Optional<Sight> sight(String cookie) {
    return door.session(cookie, false)
        .filter(s -> !s.locked())
        .map(s -> door.sight(s, Permission.READ_CONVERSATIONS));
  }

  private void goOn(LiveStream stream, Optional<Sight> sight) {
    if (sight.isPresent()) {
      stream.beat(sight.get());
    } else {
      endWhere(stream::equals);
    }
  }

  /// Ends every stream, on the event loop: the home is closed, or the pages change.
  void endAll() {
    endWhere(_ -> true);
  }

  private void endWhere(Predicate<LiveStream> which) {
    List<LiveStream> ending = streams.stream().filter(which).toList();
    ending.forEach(streams::remove); // gone from the count before they end
    ending.forEach(LiveStream::end);
  }
}
