package hospital.wardbell.modem;

import hospital.wardbell.modem.ModemHealth.State;
import hospital.wardbell.modem.Profile.Reset;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The steps by which a modem is brought back, the mildest first: ask again, radio off and on,
/// restart, open the line anew, rest. Says which is next; takes none itself.
///
/// What it counts belongs to one plugging-in of the modem: one that was pulled out and comes back
/// begins at the lowest step, whatever was before, or old errors would reset a fresh modem again
/// and again. That it vanishes because it was told to restart is expected and no new plugging-in.
final class Ladder {
  /// What to do with the line.
  enum Step {
    REOPEN,
    /// Switch the radio off and on, which has some modems look for a SIM, then open the line anew.
    RADIO_OFF_AND_ON,
    /// Say the command that restarts the modem, then open the line anew.
    RESTART
  }

  /// @param rest how long to wait before the line is opened again
  /// @param state how people see the modem until then
  record Next(Step step, Duration rest, State state, Trouble trouble) {}

  /// What to do about a network that is not found.
  enum Search {
    WAIT,
    RADIO_OFF_AND_ON,
    RESTART
  }

  /// How long a modem may answer nothing once it is plugged in: a restart in the middle of its
  /// start would only make that longer.
  private static final Duration GRACE = Duration.ofSeconds(45);

  private static final Duration WHILE_STARTING = Duration.ofSeconds(1);
  private static final Duration REST = Duration.ofMinutes(1);
  private static final int LONGEST_REST = 10;
  private static final int RESTARTS = 2;
  private static final int ROUNDS = 3;

  /// A modem that worked for so long owes nothing to what was before.
  private static final Duration PROVEN = Duration.ofMinutes(10);

  /// How many times in an hour a modem may restart by itself before its power is in doubt.
  static final int MANY = 3;

  private static final Duration HOUR = Duration.ofHours(1);

  /// A missing SIM is asked for each half minute; the radio is switched each two minutes.
  private static final int LOOKS_FOR_SIM = 4;

  private static final Duration BEFORE_RADIO = Duration.ofMinutes(3);
  private static final Duration BEFORE_RESTART = Duration.ofMinutes(10);
  private static final Duration BETWEEN_RADIO = Duration.ofMinutes(30);

  private final Backoff backoff = new Backoff();
  private final Fallback fallback = new Fallback();
  private final Deque<Instant> ownRestarts = new ArrayDeque<>();
  private Instant powerQuietAt = Instant.MIN;
  private int restarts;
  private int rounds;
  private boolean reopened;
  private boolean restartedForNetwork;
  private int simMissing;
  private boolean fresh = true;
  private Instant freshUntil = Instant.MIN;
  private Instant startingUntil = Instant.MIN;
  private @Nullable Instant worksSince;
  private @Nullable Instant searchesSince;
  private Instant nextRadio = Instant.MIN;

  /// What is known of a fall back to GSM.
  Fallback fallback() {
    return fallback;
  }

  /// The line was opened.
  void opened(Instant now) {
    if (fresh) {
      freshUntil = now.plus(GRACE);
      fresh = false;
    }
  }

  /// The modem is of use now.
  void works(Instant now) {
    backoff.reset();
    freshUntil = Instant.MIN;
    simMissing = 0;
    searchesSince = null;
    restartedForNetwork = false;
    Instant since = worksSince;
    if (since == null) {
      worksSince = now;
    } else if (!now.isBefore(since.plus(PROVEN))) {
      climbDown();
    }
  }

  /// The modem is well but for a network.
  Search searches(Instant now, Reset reset) {
    worksSince = null;
    Instant since = searchesSince;
    if (since == null) {
      since = now;
      searchesSince = now;
      nextRadio = now.plus(BEFORE_RADIO);
    }
    if (!restartedForNetwork
        && reset.restart().isPresent()
        && !now.isBefore(since.plus(BEFORE_RESTART))) {
      restartedForNetwork = true;
      return Search.RESTART;
    }
    if (reset.radio() && !now.isBefore(nextRadio)) {
      nextRadio = now.plus(BETWEEN_RADIO);
      return Search.RADIO_OFF_AND_ON;
    }
    return Search.WAIT;
  }

  /// A session ended.
  ///
  /// @param reset how this modem may be reset; empty while nobody knows what it is
  Next after(ModemFault fault, Optional<Reset> reset, Instant now) {
    worksSince = null;
    searchesSince = null;
    fallback.ended();
    return switch (fault.kind()) {
      case NOT_PLUGGED_IN, NO_LINE, GONE -> away(fault, now);
      case MUTE, STUCK -> unresponsive(fault, reset, now);
      case NO_NETWORK -> reset.map(r -> restart(fault, r, now)).orElseGet(() -> reopen(fault));
      case SIM -> withoutSim(fault, reset);
      case RESTARTED -> restarted(fault, now);
      case ANOTHER, WRONG_PORT, SET_UP -> reopen(fault);
    };
  }

  private Next withoutSim(ModemFault fault, Optional<Reset> reset) {
    Next next = reopen(fault);
    if (fault.trouble().kind() != Trouble.Kind.SIM_MISSING
        || ++simMissing % LOOKS_FOR_SIM != 0
        || reset.filter(Reset::radio).isEmpty()) {
      return next;
    }
    return new Next(Step.RADIO_OFF_AND_ON, next.rest(), next.state(), next.trouble());
  }

  private Next restarted(ModemFault fault, Instant now) {
    if (!isStarting(now)) {
      ownRestarts.addLast(now);
    }
    if (ownRestarts.size() > MANY) {
      ownRestarts.removeFirst();
    }
    return reopen(fault);
  }

  /// Whether the modem restarted by itself several times within the last hour.
  boolean restartsOften(Instant now) {
    return ownRestarts.size() == MANY && now.isBefore(ownRestarts.getFirst().plus(HOUR));
  }

  /// The modem said itself that its supply voltage is wrong.
  void powerWarned(Instant now) {
    powerQuietAt = now.plus(HOUR);
  }

  /// When an hour will have passed since it said so; the beginning of time if it never did.
  Instant powerQuietAt() {
    return powerQuietAt;
  }

  /// What is to be told of the modem's power, if anything is.
  Optional<Trouble> power(Instant now) {
    if (now.isBefore(powerQuietAt)) {
      return Optional.of(Trouble.of(Trouble.Kind.POWER_WARNED));
    }
    return restartsOften(now)
        ? Optional.of(Trouble.of(Trouble.Kind.RESTARTS_OFTEN, String.valueOf(MANY)))
        : Optional.empty();
  }

  private Next away(ModemFault fault, Instant now) {
    fresh = true;
    if (!isStarting(now)) {
      climbDown();
      restartedForNetwork = false;
    }
    return reopen(fault);
  }

  private Next unresponsive(ModemFault fault, Optional<Reset> reset, Instant now) {
    boolean mute = fault.kind() == ModemFault.Kind.MUTE;
    if (mute && isStarting(now)) {
      Trouble told = Trouble.of(Trouble.Kind.MUTE_RESTARTED);
      return new Next(Step.REOPEN, WHILE_STARTING, State.PROBING, told);
    }
    if (mute && now.isBefore(freshUntil)) {
      return new Next(Step.REOPEN, WHILE_STARTING, State.PROBING, fault.trouble());
    }
    if (mute && restarts < RESTARTS && reset.flatMap(Reset::restart).isPresent()) {
      restarts++;
      return restart(
          new ModemFault(fault.kind(), Trouble.of(Trouble.Kind.MUTE_RESTARTED)),
          reset.orElseThrow(),
          now);
    }
    if (!reopened) {
      reopened = true;
      return reopen(fault);
    }
    return rest();
  }

  private Next restart(ModemFault fault, Reset reset, Instant now) {
    startingUntil = now.plus(reset.patience());
    return new Next(Step.RESTART, WHILE_STARTING, State.PROBING, fault.trouble());
  }

  private Next reopen(ModemFault fault) {
    return new Next(Step.REOPEN, backoff.after(fault), fault.state(), fault.trouble());
  }

  private Next rest() {
    rounds++;
    restarts = 0;
    reopened = false;
    Duration rest = REST.multipliedBy(Math.min(rounds, LONGEST_REST));
    return new Next(
        Step.REOPEN,
        rest,
        rounds < ROUNDS ? State.RESTING : State.FAILED,
        Trouble.of(Trouble.Kind.MUTE_RESTING, String.valueOf(rest.toMinutes())));
  }

  private boolean isStarting(Instant now) {
    return now.isBefore(startingUntil);
  }

  private void climbDown() {
    restarts = 0;
    rounds = 0;
    reopened = false;
  }
}
