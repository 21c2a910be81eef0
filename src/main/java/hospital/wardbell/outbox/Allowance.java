package hospital.wardbell.outbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What one SIM may still send. Any thread.
///
/// Every limit holds for any stretch of its length, so also for the calendar's. Urgent parts may
/// have of each limit's reserve, and are not spread over the minute.
final class Allowance {
  /// Not now.
  ///
  /// @param until when it may go, if nothing else goes before
  /// @param why the code of a part that waits for it
  record Closed(Instant until, String why) {}

  /// What one SIM has sent, as the rows have it.
  ///
  /// @param texts when each was handed over, oldest first
  /// @param recipients when each was last sent anything, oldest first
  record History(List<Instant> texts, Map<Long, Instant> recipients) {
    static final History NOTHING = new History(List.of(), Map.of());

    History {
      texts = List.copyOf(texts);
      recipients = new LinkedHashMap<>(recipients);
    }
  }

  private final Limits limits;
  // All below are guarded by this.
  private final SendTimes times;
  private final Map<Limits.OfTexts, Pace> paces = new HashMap<>();
  private final Map<Limits.OfRecipients, Reached> reached = new HashMap<>();

  Allowance(Limits limits, History history) {
    this.limits = limits;
    this.times = new SendTimes(limits.depth());
    for (Limits.OfTexts limit : limits.texts()) {
      if (limit.isPaced()) {
        paces.put(limit, new Pace(limit.cap().most()));
      }
    }
    for (Limits.OfRecipients limit : limits.recipients()) {
      reached.put(limit, new Reached(limit.window()));
    }
    history.texts().forEach(this::add);
    history.recipients().forEach(this::add);
  }

  Limits limits() {
    return limits;
  }

  /// Why a part to `recipient` may not go now; empty if it may. If several limits forbid it, the
  /// one that does so longest.
  Optional<Closed> closed(boolean urgent, long recipient, Instant now) {
    return limits.equals(Limits.NONE) ? Optional.empty() : longest(urgent, recipient, now);
  }

  private synchronized Optional<Closed> longest(boolean urgent, long recipient, Instant now) {
    List<Closed> closed = new ArrayList<>();
    for (Limits.OfTexts limit : limits.texts()) {
      add(closed, opens(limit, urgent, now), limit.why());
    }
    reached.forEach((limit, whom) ->
        add(closed, whom.opens(recipient, limit.cap().allows(urgent), now), limit.why()));
    closed.removeIf(each -> !each.until().isAfter(now));
    return closed.stream().max((a, b) -> a.until().compareTo(b.until()));
  }

  /// When the limits on texts next let out anything that they do not let out now, ordinary or
  /// urgent; the past if they let out everything.
  synchronized Instant opens(Instant now) {
    Instant ordinary = opens(false, now);
    Instant urgent = opens(true, now);
    return urgent.isAfter(now) && urgent.isBefore(ordinary) ? urgent : ordinary;
  }

  private Instant opens(boolean urgent, Instant now) {
    return limits.texts().stream()
        .map(limit -> opens(limit, urgent, now))
        .max(Instant::compareTo)
        .orElse(Instant.EPOCH);
  }

  /// A part is handed over.
  synchronized void take(long recipient, Instant now) {
    add(now);
    add(recipient, now);
  }

  /// The part that was taken last was not sent.
  synchronized void giveBack() {
    times.removeLast();
    paces.values().forEach(Pace::removeLast);
    reached.values().forEach(Reached::removeLast);
  }

  private void add(Instant at) {
    times.add(at);
    paces.values().forEach(pace -> pace.add(at));
  }

  private void add(long recipient, Instant at) {
    reached.values().forEach(whom -> whom.add(recipient, at));
  }

  private static void add(List<Closed> closed, Instant until, String why) {
    closed.add(new Closed(until, why));
  }

  private Instant opens(Limits.OfTexts limit, boolean urgent, Instant now) {
    times.notAfter(now);
    int allowed = limit.cap().allows(urgent);
    Instant room =
        times.count() < allowed ? Instant.EPOCH : times.fromEnd(allowed).plus(limit.window());
    Pace pace = paces.get(limit);
    if (pace == null || urgent) {
      return room;
    }
    pace.notAfter(now);
    return pace.opens().isAfter(room) ? pace.opens() : room;
  }
}
