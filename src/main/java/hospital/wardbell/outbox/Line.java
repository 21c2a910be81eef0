package hospital.wardbell.outbox;

import hospital.wardbell.modem.Rate;
import hospital.wardbell.modem.SendOutcome;
import hospital.wardbell.pdu.Pdu;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// One line as the dispatcher sees it: a modem with its SIM, how it fares, and what it may still
/// send. Any thread.
final class Line {
  // Asking a modem whether it may send asks the disk as well.
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

  private final Sender sender;
  // All below are guarded by this.
  private Rest rest = Rest.NONE;
  private Instant looked = Instant.MIN;
  private boolean able;
  private Optional<Instant> troubledSince = Optional.empty();
  private Allowance allowance = new Allowance(Limits.NONE, Allowance.History.NOTHING);

  Line(Sender sender) {
    this.sender = sender;
  }

  String name() {
    return sender.name();
  }

  /// The ICCID of the SIM in its modem, if that says it.
  Optional<String> sim() {
    return sender.sim();
  }

  Rate rate() {
    return sender.rate();
  }

  CompletableFuture<SendOutcome> submit(Pdu pdu, boolean more, CompletableFuture<Boolean> leave) {
    return sender.submit(pdu, more, leave);
  }

  /// Whether it may be handed a text now.
  boolean maySend(Instant now) {
    boolean open = sender.maySend();
    synchronized (this) {
      note(open, now);
      return open && rest.isOver(now);
    }
  }

  /// Whether it was able to send when it was last looked at, a second ago at most.
  boolean isAble(Instant now) {
    look(now);
    synchronized (this) {
      return able && rest.isOver(now);
    }
  }

  /// Whether it has got nothing through for `patience`, so that others take its texts.
  boolean isGivenUp(Instant now, Duration patience) {
    look(now);
    synchronized (this) {
      return troubledSince.filter(since -> !now.isBefore(since.plus(patience))).isPresent();
    }
  }

  private void look(Instant now) {
    synchronized (this) {
      if (looked.isAfter(Instant.MIN)
          && Duration.between(looked, now).abs().compareTo(LOOK_AGAIN) < 0) {
        return;
      }
    }
    boolean open = sender.maySend();
    synchronized (this) {
      note(open, now);
    }
  }

  private void note(boolean open, Instant now) {
    able = open;
    looked = now;
    boolean troubled = !open || rest.isInTrouble(now);
    if (!troubled) {
      troubledSince = Optional.empty();
    } else if (troubledSince.filter(since -> !since.isAfter(now)).isEmpty()) {
      troubledSince = Optional.of(now);
    }
  }

  /// What came of a text it was handed.
  synchronized void learn(SendOutcome outcome, Instant now) {
    rest = rest.after(outcome, now);
    note(able, now);
  }

  /// The modem has said something new of itself.
  synchronized void woken() {
    rest = rest.woken();
    looked = Instant.MIN;
  }

  synchronized Rest rest() {
    return rest;
  }

  synchronized Allowance allowance() {
    return allowance;
  }

  synchronized void limit(Allowance allowed) {
    allowance = allowed;
  }
}
