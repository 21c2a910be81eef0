package hospital.wardbell.fleet;

import static java.util.Comparator.naturalOrder;

import hospital.wardbell.modem.ModemHealth;
import hospital.wardbell.modem.ModemHealth.Registration;
import hospital.wardbell.modem.Radio;
import hospital.wardbell.modem.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How one modem fared over a span of time: what its samples say, put into words for charts and
/// tables. Each sample holds until the next, but for a quarter of an hour at most: beyond that the
/// service did not run, and nothing is known.
///
/// @param from of the span
/// @param to its end
/// @param samples within it, oldest first
public record Course(Instant from, Instant to, List<Sample> samples) {
  private static final Duration KNOWN = Recorder.REGULARLY.multipliedBy(3);

  public Course {
    samples = List.copyOf(samples);
  }

  /// A time in which the modem was in one state.
  public record Stretch(Instant from, Instant to, ModemHealth.State state) {}

  /// What went wrong, and when it was first seen.
  public record Mishap(Instant at, Trouble trouble) {}

  /// The network that the modem had from a moment on; all empty if none.
  public record Connection(
      Instant at,
      Optional<Registration> registration,
      Optional<String> network,
      Optional<Radio> radio) {
    private static Connection in(Sample sample) {
      return sample.registration().isEmpty()
          ? new Connection(sample.at(), Optional.empty(), Optional.empty(), Optional.empty())
          : new Connection(sample.at(), sample.registration(), sample.network(), sample.radio());
    }

    private boolean isLike(Connection other) {
      return registration.equals(other.registration)
          && network.equals(other.network)
          && radio.equals(other.radio);
    }
  }

  /// One row of a table.
  ///
  /// @param weakest signal in dBm, as are `typical` (the median) and `strongest`; none measured:
  ///   empty
  /// @param fullestPercent how full the store of its arrivals was at the most
  /// @param ablePercent for how much of what is known of this time the modem could send; 0 to 100
  public record Spell(
      Instant from,
      Optional<Integer> weakest,
      Optional<Integer> typical,
      Optional<Integer> strongest,
      Optional<Integer> fullestPercent,
      Optional<Integer> ablePercent) {}

  /// The stretches of one state each, in order; what is not known is left out.
  public List<Stretch> stretches() {
    List<Stretch> found = new ArrayList<>();
    for (int i = 0; i < samples.size(); i++) {
      Sample sample = samples.get(i);
      Instant next = i + 1 < samples.size() ? samples.get(i + 1).at() : to;
      Stretch stretch =
          new Stretch(sample.at(), earlier(next, sample.at().plus(KNOWN)), sample.state());
      if (!found.isEmpty() && found.getLast().to().equals(stretch.from())) {
        Stretch before = found.getLast();
        if (before.state() == stretch.state()) {
          found.set(found.size() - 1, new Stretch(before.from(), stretch.to(), stretch.state()));
          continue;
        }
      }
      found.add(stretch);
    }
    return List.copyOf(found);
  }

  /// What went wrong, the newest first; the same trouble seen again and again is one.
  public List<Mishap> mishaps() {
    List<Mishap> found = new ArrayList<>();
    Optional<Trouble> before = Optional.empty();
    for (Sample sample : samples) {
      Optional<Trouble.Kind> kind = sample.trouble().map(Trouble::kind);
      if (!kind.equals(before.map(Trouble::kind))) {
        sample.trouble().ifPresent(trouble -> found.add(new Mishap(sample.at(), trouble)));
      }
      before = sample.trouble();
    }
    return List.copyOf(found.reversed());
  }

  /// The networks it had, the newest first; the last is what it had at the beginning.
  public List<Connection> connections() {
    List<Connection> found = new ArrayList<>();
    for (Sample sample : samples) {
      Connection now = Connection.in(sample);
      if (found.isEmpty() || !found.getLast().isLike(now)) {
        found.add(now);
      }
    }
    return List.copyOf(found.reversed());
  }

  /// The span in spells of `length`, the newest first; the oldest may be shorter.
  public List<Spell> spells(Duration length) {
    List<Stretch> stretches = stretches();
    return Stream.iterate(to, end -> end.isAfter(from), end -> end.minus(length))
        .map(end -> spell(later(from, end.minus(length)), end, stretches))
        .toList();
  }

  private Spell spell(Instant start, Instant end, List<Stretch> stretches) {
    List<Sample> within =
        samples.stream()
            .filter(sample -> !sample.at().isBefore(start) && sample.at().isBefore(end))
            .toList();
    List<Integer> signals =
        within.stream().flatMap(sample -> sample.signalDbm().stream()).sorted().toList();
    boolean any = !signals.isEmpty();
    return new Spell(
        start,
        any ? Optional.of(signals.getFirst()) : Optional.empty(),
        any ? Optional.of(signals.get(signals.size() / 2)) : Optional.empty(),
        any ? Optional.of(signals.getLast()) : Optional.empty(),
        within.stream().flatMap(sample -> sample.storedPercent().stream()).max(naturalOrder()),
        ablePercent(start, end, stretches));
  }

  private static Optional<Integer> ablePercent(
      Instant start, Instant end, List<Stretch> stretches) {
    long known = 0;
    long able = 0;
    for (Stretch stretch : stretches) {
      Instant first = later(start, stretch.from());
      Instant last = earlier(end, stretch.to());
      if (first.isBefore(last)) {
        long millis = Duration.between(first, last).toMillis();
        known += millis;
        able += canSend(stretch.state()) ? millis : 0;
      }
    }
    return known == 0 ? Optional.empty() : Optional.of((int) (100 * able / known));
  }

  private static boolean canSend(ModemHealth.State state) {
    return state == ModemHealth.State.REGISTERED || state == ModemHealth.State.DEGRADED;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
