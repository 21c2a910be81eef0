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
import java.util.concurrent.atomic.AtomicReference;

/// The dispatcher of one modem: claim, hand over, settle, one part at a time.
///
/// The settlement of one part and the claim of the next are one commit, so a full queue costs about
/// one commit a part. At every moment [#due] says what is to be written if the lane goes no
/// further: a claim whose commit may have failed was not handed over, and a part whose sender broke
/// down has an unknown outcome. One thread at a time takes turns; any thread may wake or stop it.
final class Lane implements Loop.Turn {
  private static final Duration IDLE = Duration.ofSeconds(30);
  private static final int PARTS_A_TURN = 8;

  private final Sender sender;
  private final Store store;
  private final Claims claims;
  private final Settlements settlements;
  private final Ready ready;
  private final InstantSource clock;
  private final AtomicReference<Rest> rest = new AtomicReference<>(Rest.NONE);
  private volatile boolean stopping;
  // The next two belong to whoever takes the turn.
  private final List<Settlement> due = new ArrayList<>();
  private Optional<Id> successor = Optional.empty();

  Lane(
      Sender sender,
      Store store,
      Claims claims,
      Settlements settlements,
      Ready ready,
      InstantSource clock) {
    this.sender = sender;
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
    rest.updateAndGet(Rest::woken);
  }

  /// Takes no further part.
  void stop() {
    stopping = true;
  }

  private Optional<Id> pick() {
    Optional<Id> following = successor;
    successor = Optional.empty();
    return maySend()
        ? following.or(() -> ready.poll(sender.name()).map(Waiting::part))
        : Optional.empty();
  }

  private boolean maySend() {
    return !stopping && rest.get().isOver(clock.instant()) && sender.maySend();
  }

  /// Settles what is due and claims the next part, in one commit.
  private Optional<Claim> advance(Optional<Id> next) {
    List<Settlement> settling = List.copyOf(due);
    next.ifPresent(part -> due.add(new Settlement(part, new SendOutcome.NotTried("no commit"))));
    Optional<Claim> claim =
        store.write(tx -> {
          settling.forEach(settlement -> settlements.settle(tx, settlement));
          return next.flatMap(part -> claims.claim(tx, part, sender.name()));
        });
    due.clear();
    next.ifPresent(ready::drop);
    return claim;
  }

  private void submit(Claim claim) {
    Id part = claim.part().id();
    due.add(new Settlement(part, new SendOutcome.Unknown(Duration.ZERO)));
    boolean more = claim.next().isPresent() || ready.has(sender.name());
    SendOutcome outcome = sender.submit(claim.pdu(), more).join();
    due.clear();
    due.add(new Settlement(part, outcome));
    if (outcome instanceof SendOutcome.Accepted) {
      successor = claim.next();
    }
    rest.updateAndGet(before -> before.after(outcome, clock.instant()));
  }

  private Duration untilNextLook() {
    Instant now = clock.instant();
    Rest present = rest.get();
    if (!present.isOver(now)) {
      return Duration.between(now, present.until());
    }
    Instant next = sender.maySend() ? ready.nextDue() : Instant.MAX;
    return next.isBefore(now.plus(IDLE)) ? Duration.between(now, next) : IDLE;
  }
}
