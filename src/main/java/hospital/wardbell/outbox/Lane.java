package hospital.wardbell.outbox;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.Loop;
import hospital.wardbell.modem.SendOutcome;
import hospital.wardbell.outbox.Claims.Claim;
import hospital.wardbell.outbox.Settlements.Settlement;
import hospital.wardbell.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The dispatcher of one line: claim, hand over, settle, one part at a time.
///
/// The settlement of one part and the claim of the next are one commit, so a full queue costs about
/// one commit a part. At every moment [#due] says what is to be written if the lane goes no
/// further: a claim whose commit may have failed was not handed over, and a part whose sender broke
/// down has an unknown outcome. One thread at a time takes turns; any thread may wake or stop it.
final class Lane implements Loop.Turn {
  /// The part behind the one that was just sent, to the same recipient.
  private record Next(Id part, long recipient) {}

  private static final Duration IDLE = Duration.ofSeconds(30);
  private static final int PARTS_A_TURN = 8;

  private final Line line;
  private final Route route;
  private final Outage outage;
  private final Allowances allowances;
  private final Store store;
  private final Claims claims;
  private final Settlements settlements;
  private final Ready ready;
  private final InstantSource clock;
  private volatile boolean stopping;
  // The next two belong to whoever takes the turn.
  private final List<Settlement> due = new ArrayList<>();
  private Optional<Next> successor = Optional.empty();

  Lane(
      Line line,
      Route route,
      Outage outage,
      Allowances allowances,
      Store store,
      Claims claims,
      Settlements settlements,
      Ready ready,
      InstantSource clock) {
    this.line = line;
    this.route = route;
    this.outage = outage;
    this.allowances = allowances;
    this.store = store;
    this.claims = claims;
    this.settlements = settlements;
    this.ready = ready;
    this.clock = clock;
  }

  /// Sends until nothing is ready, the modem is not, or the lane is stopped, but a few parts at
  /// most: whoever watches the loop wants to see it turn. Nothing is left unsettled at the end.
  @Override
  public Duration take() {
    Optional<Id> next = pick();
    boolean busy = next.isPresent();
    for (int tried = 1; next.isPresent(); tried++) {
      advance(next).ifPresent(this::submit);
      next = tried < PARTS_A_TURN ? pick() : Optional.empty();
    }
    if (!due.isEmpty()) {
      advance(Optional.empty());
    }
    return busy ? Duration.ZERO : untilNextLook();
  }

  /// The modem has said something new of itself.
  void woken() {
    line.woken();
  }

  /// Takes no further part.
  void stop() {
    stopping = true;
  }

  private Optional<Id> pick() {
    Optional<Next> following = successor;
    successor = Optional.empty();
    if (stopping || !line.maySend(clock.instant())) {
      return Optional.empty();
    }
    outage.able();
    allowances.refresh(line);
    return following
        .filter(next -> line.allowance().closed(true, next.recipient(), clock.instant()).isEmpty())
        .map(Next::part)
        .or(() -> ready.poll(route.taker(line)).map(Waiting::part));
  }

  /// Settles what is due and claims the next part, in one commit.
  private Optional<Claim> advance(Optional<Id> next) {
    List<Settlement> settling = List.copyOf(due);
    next.ifPresent(part -> due.add(new Settlement(part, new SendOutcome.NotTried("no commit"))));
    Optional<Claim> claim =
        store.write(tx -> {
          settling.forEach(settlement -> settlements.settle(tx, settlement));
          return next.flatMap(part -> claims.claim(tx, part, line));
        });
    due.clear();
    next.ifPresent(ready::drop);
    return claim;
  }

  private void submit(Claim claim) {
    Id part = claim.part().id();
    due.add(new Settlement(part, new SendOutcome.Unknown(Duration.ZERO)));
    line.allowance().take(claim.recipient(), clock.instant());
    boolean more = claim.next().isPresent() || ready.has(route.taker(line));
    SendOutcome outcome = line.submit(claim.pdu(), more);
    due.clear();
    due.add(new Settlement(part, outcome));
    switch (outcome) {
      case SendOutcome.Accepted _ ->
          successor = claim.next().map(id -> new Next(id, claim.recipient()));
      case SendOutcome.Refused _, SendOutcome.NotTried _ -> line.allowance().giveBack();
      case SendOutcome.Unknown _ -> {
        // It may have been sent, so it counts.
      }
    }
    line.learn(outcome, clock.instant());
  }

  private Duration untilNextLook() {
    Instant now = clock.instant();
    Rest present = line.rest();
    if (!present.isOver(now)) {
      return Duration.between(now, present.until());
    }
    if (!line.maySend(now)) {
      return IDLE;
    }
    Instant opens = line.allowance().opens(now);
    Instant next = ready.nextDue();
    next = opens.isAfter(now) && opens.isBefore(next) ? opens : next;
    return next.isBefore(now.plus(IDLE)) ? Duration.between(now, next) : IDLE;
  }
}
