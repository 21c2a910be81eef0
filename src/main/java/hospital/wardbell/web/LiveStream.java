package hospital.wardbell.web;

import hospital.wardbell.identity.Session;
import hospital.wardbell.identity.Sight;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// One browser's stream: a place in the log, and whose walls hold. Confined to the event loop.
///
/// The walls are those of the session as it was looked up last, at most one heartbeat ago.
final class LiveStream {
  /// The place of a browser that must draw its pages anew.
  private static final long LOST = -1;

  /// A page is drawn before its stream opens; what happened in between is told again.
  private static final Duration DRAWN = Duration.ofSeconds(10);

  private final String cookie;
  private final LiveLog log;
  private final Answer.Sink sink;
  private final Session session;
  private Sight sight;
  private long place;

  LiveStream(String cookie, Session session, Sight sight, LiveLog log, Answer.Sink sink) {
    this.cookie = cookie;
    this.session = session;
    this.sight = sight;
    this.log = log;
    this.sink = sink;
  }

  /// Begins after the event named `lastSeen`; if that is empty, a little before now.
  void begin(String lastSeen) {
    OptionalLong number = log.number(lastSeen);
    place = lastSeen.isEmpty() ? log.before(DRAWN) : number.orElse(LOST);
    sink.write("retry: 2000\n: live\nid: " + log.id(Math.max(place, 0)) + "\n\n");
    catchUp();
  }

  /// Sends what has come since, as far as the session's walls let it through.
  void catchUp() {
    long end = log.last();
    Optional<List<LiveLog.Numbered>> missed = place == LOST ? Optional.empty() : log.after(place);
    if (missed.isEmpty()) {
      place = end;
      sink.write(LiveEvent.frame(log.id(end), "reload", "{}"));
      return;
    }
    StringBuilder frames = new StringBuilder();
    for (LiveLog.Numbered next : missed.get()) {
      place = next.number();
      if (next.event().within(sight)) {
        frames.append(next.event().frame(log.id(place)));
      }
    }
    if (!frames.isEmpty()) {
      sink.write(frames.toString());
    }
  }

  /// A sign of life, which also tells the browser how far it is.
  void beat(Sight current) {
    sight = current;
    sink.write(": live\nid: " + log.id(place) + "\n\n");
  }

  /// Whether the browser is gone or takes up less than it is sent; it will come back by itself.
  boolean stuck() {
    return sink.full();
  }

  void end() {
    sink.end();
  }

  String cookie() {
    return cookie;
  }

  Session session() {
    return session;
  }
}
