package hospital.wardbell.modem;

import hospital.wardbell.modem.Mishap.Piece;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.function.Function;

/// A line in virtual time, on which one [Mishap] happens. What is said on it comes in order; to
/// wait for nothing steps the clock.
final class SweptWire implements Port {
  private static final int MOST_WAITS = 50_000;
  private static final int SHOWN = 40;

  private record Event(Instant at, int order, Runnable what) {}

  private final StepClock clock;
  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparing(Event::at).thenComparingInt(Event::order));
  private final Deque<Heard> heard = new ArrayDeque<>();
  private final Deque<String> transcript = new ArrayDeque<>();
  private final List<String> lines = new ArrayList<>();
  private LineSplitter splitter = new LineSplitter();
  private Consumer<String> modem = _ -> {};
  private Function<Stray, String> strays = _ -> "";
  private Optional<Mishap> mishap = Optional.empty();
  private Instant last;
  private boolean counting;
  private int order;
  private int waits;

  SweptWire(StepClock clock) {
    this.clock = clock;
    this.last = clock.instant();
  }

  /// @param hears what is written on the line
  /// @param says the octets of a line that the modem says unasked
  void connect(Consumer<String> hears, Function<Stray, String> says) {
    modem = hears;
    strays = says;
  }

  /// Counts the lines from here, and lets `what` happen to one of them.
  void arm(Optional<Mishap> what) {
    counting = true;
    mishap = what;
  }

  /// Counts no further lines.
  void disarm() {
    counting = false;
  }

  /// The lines that were counted, with the line endings around them.
  List<String> lines() {
    return lines;
  }

  /// The last that was said, for people to read.
  String transcript() {
    return String.join("\n", transcript);
  }

  void say(Duration after, String octets) {
    Optional<Mishap> here = mishap.filter(m -> counting && m.line() == lines.size());
    if (counting) {
      lines.add(octets);
    }
    here.map(m -> m.befall(octets))
        .orElse(List.of(new Piece(Duration.ZERO, octets)))
        .forEach(piece -> send(piece, clock.instant().plus(after)));
  }

  private void send(Piece piece, Instant earliest) {
    Instant from = last.isAfter(earliest) ? last : earliest;
    last = from.plus(piece.after());
    at(last, () -> hear(piece.octets()));
  }

  private void hear(String octets) {
    int place = octets.indexOf(Mishap.Unasked.PLACE);
    String stray = place < 0 ? "" : mishap.map(this::stray).orElse("");
    String all = octets.replace(Mishap.Unasked.PLACE, stray);
    note("< ", all);
    byte[] read = all.getBytes(StandardCharsets.ISO_8859_1);
    heard.addAll(splitter.take(read, read.length));
  }

  private String stray(Mishap what) {
    return what instanceof Mishap.Unasked(_, _, var stray) ? strays.apply(stray) : "";
  }

  void at(Instant when, Runnable what) {
    events.add(new Event(when, order++, what));
  }

  /// Ends the waiting at `when`.
  void wakeAt(Instant when) {
    at(when, () -> heard.addLast(new Heard.Wake()));
  }

  /// Forgets what was heard: the line is opened anew. What is still to come comes.
  void reopen() {
    heard.clear();
    splitter = new LineSplitter();
    note("", "(opened anew)");
  }

  @Override
  public Heard next(Duration patience) {
    if (++waits > MOST_WAITS) {
      throw new IllegalStateException("the driver waits without end");
    }
    Instant until = patience.isPositive() ? clock.instant().plus(patience) : clock.instant();
    while (heard.isEmpty()) {
      Event event = events.peek();
      if (event == null || event.at().isAfter(until)) {
        stepTo(until);
        return new Heard.Nothing();
      }
      events.remove();
      stepTo(event.at());
      event.what().run();
    }
    return heard.removeFirst();
  }

  private void stepTo(Instant when) {
    if (when.isAfter(clock.instant())) {
      clock.step(Duration.between(clock.instant(), when));
    }
  }

  @Override
  public void write(String characters) {
    note("> ", characters);
    modem.accept(characters);
  }

  private void note(String mark, String octets) {
    String shown = octets.replace("\r", "\\r").replace("\n", "\\n");
    shown = shown.replace("\u001a", "^Z").replace("\u001b", "^[");
    transcript.addLast(clock.instant().toString().substring(14) + " " + mark + shown);
    if (transcript.size() > SHOWN) {
      transcript.removeFirst();
    }
  }
}
