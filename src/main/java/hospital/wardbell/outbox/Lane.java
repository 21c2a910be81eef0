package hospital.wardbell.outbox;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.Incident;
import hospital.wardbell.base.Loop;
import hospital.wardbell.modem.SendOutcome;
import hospital.wardbell.outbox.Claims.Ahead;
import hospital.wardbell.outbox.Claims.Claim;
import hospital.wardbell.outbox.Settlements.Settlement;
import hospital.wardbell.store.Store;
import hospital.wardbell.store.StoreFault;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// The dispatcher of one line: claim, hand over, settle, one part at a time.
///
/// The settlement of one part and the claim of the next are one commit, so a full queue costs about
/// one commit a part; and while it is under way, the modem is asked for its prompt. The part that
/// is likely to be next is opened ahead, while the network has the one before, and the modem gets
/// it only once its claim is durable. At every moment [#due] says what is to be written if the lane
/// goes no further: a claim whose commit may have failed was not handed over, and a part whose
/// sender broke down has an unknown outcome. One thread at a time takes turns; any thread may wake
/// or stop it.
final class Lane implements Loop.Turn {
  /// The part behind the one that was just sent, to the same recipient.
  private record Next(Id part, long recipient) {}

  private static final Logger LOG = System.getLogger(Lane.class.getName());
  private static final Duration IDLE = Duration.ofSeconds(30);
  private static final int PARTS_A_TURN = 8;
  private static final SendOutcome NO_COMMIT = new SendOutcome.NotTried("no commit");
  private static final SendOutcome NO_ANSWER = new SendOutcome.Unknown(Duration.ZERO);

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
  // The next three belong to whoever takes the turn.
  private final List<Settlement> due = new ArrayList<>();
  private Optional<Next> successor = Optional.empty();
  private Optional<Ahead> foreseen = Optional.empty();

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
      send(next.get());
      next = tried < PARTS_A_TURN ? pick() : Optional.empty();
    }
    if (!due.isEmpty()) {
      settle();
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

  private void send(Id part) {
    Optional<Ahead> ahead = foreseen.filter(seen -> seen.part().equals(part)).or(() -> ahead(part));
    CompletableFuture<Boolean> leave = new CompletableFuture<>();
    Optional<CompletableFuture<SendOutcome>> begun =
        ahead.map(seen -> line.submit(seen.pdu(), !seen.last() || moreWaits(), leave));
    Optional<Claim> claim = Optional.empty();
    try {
      claim = claim(part, ahead);
      claim.ifPresent(_ -> due.add(new Settlement(part, NO_ANSWER)));
    } finally {
      boolean _ = leave.complete(claim.isPresent());
    }
    if (claim.isPresent()) {
      Claim ours = claim.get();
      line.allowance().take(ours.recipient(), clock.instant());
      learn(
          ours,
          begun.orElseGet(
              () -> line.submit(ours.pdu(), ours.next().isPresent() || moreWaits(), leave)));
    } else {
      begun.ifPresent(CompletableFuture::join);
    }
  }

  private boolean moreWaits() {
    return ready.peek(route.taker(line)).isPresent();
  }

  /// Settles what is due and claims the next part, in one commit.
  private Optional<Claim> claim(Id part, Optional<Ahead> ahead) {
    List<Settlement> settling = List.copyOf(due);
    due.add(new Settlement(part, NO_COMMIT));
    Optional<Claim> claim =
        store.write(tx -> {
          settling.forEach(settlement -> settlements.settle(tx, settlement));
          return claims.claim(tx, part, line, ahead);
        });
    due.clear();
    ready.drop(part);
    return claim;
  }

  private void settle() {
    List<Settlement> settling = List.copyOf(due);
    store.change(tx -> settling.forEach(settlement -> settlements.settle(tx, settlement)));
    due.clear();
  }

  /// Waits for what becomes of a part, and opens the next meanwhile.
  private void learn(Claim claim, CompletableFuture<SendOutcome> handedOver) {
    foreseen =
        claim
            .next()
            .or(() -> ready.peek(route.taker(line)).map(Waiting::part))
            .flatMap(this::ahead);
    SendOutcome outcome = handedOver.join();
    due.clear();
    due.add(new Settlement(claim.part().id(), outcome));
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

  /// To look ahead only saves time: if that fails, the claim says why.
  private Optional<Ahead> ahead(Id part) {
    try {
      return store.read(sql -> claims.ahead(sql, part, line));
    } catch (StoreFault e) {
      LOG.log(Level.DEBUG, Incident.of(e).line("outbox-" + line.name()));
      return Optional.empty();
    }
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
