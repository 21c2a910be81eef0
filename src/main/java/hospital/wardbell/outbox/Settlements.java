package hospital.wardbell.outbox;

import hospital.wardbell.base.Id;
import hospital.wardbell.modem.SendOutcome;
import hospital.wardbell.store.Tx;
import java.time.Duration;
import java.time.InstantSource;

/// Settles claimed parts by what became of them at the modem.
final class Settlements {
  /// What became of a claimed part.
  record Settlement(Id part, SendOutcome outcome) {}

  // About 18 hours of trying; the time to live ends most before.
  private static final int MOST_TRIES = 40;
  private static final Duration MENDING = Duration.ofMinutes(1);

  private final PartTable parts;
  private final ClaimTable claims;
  private final Moves moves;
  private final Reports reports;
  private final Known known;
  private final InstantSource clock;

  Settlements(
      PartTable parts,
      ClaimTable claims,
      Moves moves,
      Reports reports,
      Known known,
      InstantSource clock) {
    this.parts = parts;
    this.claims = claims;
    this.known = known;
    this.moves = moves;
    this.reports = reports;
    this.clock = clock;
  }

  /// Changes nothing if the part is not SUBMITTING, so the same settlement may be tried again when
  /// it is not known whether its commit went through.
  void settle(Tx tx, Settlement settlement) {
    parts
        .part(tx, settlement.part())
        .filter(part -> part.state().kind() == PartState.Kind.SUBMITTING)
        .ifPresent(part -> {
          PartState state = state(tx, part.id(), settlement.outcome());
          known.ends(tx, part, state);
          moves.move(tx, part, state);
          reports.settled(tx, part.id());
        });
  }

  private PartState state(Tx tx, Id part, SendOutcome outcome) {
    return switch (outcome) {
      case SendOutcome.Accepted(int reference) -> new PartState.Submitted(reference);
      case SendOutcome.Refused(SendOutcome.Fault fault, int code) -> refused(tx, part, fault, code);
      case SendOutcome.NotTried _ -> new PartState.Queued();
      case SendOutcome.Unknown _ -> new PartState.Unknown();
    };
  }

  private PartState refused(Tx tx, Id part, SendOutcome.Fault fault, int code) {
    return switch (fault) {
      case MESSAGE -> new PartState.Failed("refused." + code);
      case MODEM -> new PartState.Held(clock.instant().plus(MENDING), "modem." + code);
      case PASSING -> {
        int tries = claims.countTry(tx, part);
        yield tries >= MOST_TRIES
            ? new PartState.Failed("refused." + code)
            : new PartState.Held(
                clock.instant().plus(Backoff.PART.after(tries)), "refused." + code);
      }
    };
  }
}
