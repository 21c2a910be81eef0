package hospital.wardbell.outbox;

import hospital.wardbell.base.Id;
import hospital.wardbell.consent.Gate;
import hospital.wardbell.consent.Verdict;
import hospital.wardbell.outbox.ClaimTable.Handover;
import hospital.wardbell.pdu.MalformedPdu;
import hospital.wardbell.pdu.Pdu;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Tx;
import hospital.wardbell.vault.Blind;
import hospital.wardbell.vault.Vault;
import hospital.wardbell.vault.VaultFault;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Claims parts: the last look before one is handed over.
final class Claims {
  /// A part that is now SUBMITTING and must be handed over as soon as that is durable.
  ///
  /// @param next the part to send after it, if the message has one
  record Claim(Part part, Pdu pdu, long recipient, Optional<Id> next) {}

  private final Vault vault;
  private final Sims sims;
  private final Gate gate;
  private final PartTable parts;
  private final QueueTable queue;
  private final ClaimTable table;
  private final Moves moves;
  private final Known known;
  private final Route route;
  private final Stale stale;
  private final Ready ready;
  private final InstantSource clock;

  Claims(
      Vault vault,
      Gate gate,
      PartTable parts,
      QueueTable queue,
      ClaimTable table,
      Moves moves,
      Known known,
      Route route,
      Stale stale,
      Ready ready,
      InstantSource clock) {
    this.vault = vault;
    this.sims = new Sims(vault);
    this.gate = gate;
    this.parts = parts;
    this.queue = queue;
    this.table = table;
    this.moves = moves;
    this.known = known;
    this.route = route;
    this.stale = stale;
    this.ready = ready;
    this.clock = clock;
  }

  /// A part that will most likely be claimed, opened ahead.
  ///
  /// @param last whether it is its message's last
  record Ahead(Id part, Pdu pdu, boolean last) {}

  /// Opens a part that `line` may claim next, so that its modem can be made ready for it meanwhile.
  /// Decides and keeps nothing; empty if a claim would come to nothing.
  Optional<Ahead> ahead(Sql sql, Id id, Line line) {
    Optional<Part> part = parts.part(sql, id);
    Optional<Handover> handover = table.ahead(sql, id, line.name());
    if (part.isEmpty() || handover.isEmpty() || !mayGo(sql, part.get(), handover.get())) {
      return Optional.empty();
    }
    boolean last = part.get().number() == part.get().total();
    return open(sql, part.get(), handover.get()).map(pdu -> new Ahead(id, pdu, last));
  }

  private boolean mayGo(Sql sql, Part part, Handover handover) {
    return clock.instant().isBefore(handover.expiresAt())
        && !stale.is(handover)
        && gate.permits(sql, part.message());
  }

  /// Empty if somebody else has it or must have it, if it has waited too long, if the Gate now
  /// forbids it or if it does not open; the part's state then says so.
  ///
  /// @param ahead what [#ahead] opened of it, if it did
  Optional<Claim> claim(Tx tx, Id id, Line line, Optional<Ahead> ahead) {
    Optional<Handover> handover = table.handover(tx, id, line.name());
    if (handover.isEmpty()) {
      return Optional.empty();
    }
    Part part = parts.part(tx, id).orElseThrow();
    Optional<PartState> refusal = refusal(tx, part, handover.get());
    if (refusal.isPresent()) {
      moves.move(tx, part, refusal.get());
      return Optional.empty();
    }
    if (stale.holds(tx, part, handover.get()) || isAnothers(tx, handover.get(), line)) {
      return Optional.empty();
    }
    Optional<Pdu> pdu = ahead.map(Ahead::pdu).or(() -> open(tx, part, handover.get()));
    if (pdu.isEmpty()) {
      moves.move(tx, part, new PartState.Failed("unreadable"));
      return Optional.empty();
    }
    return take(tx, part, pdu.get(), handover.get(), line);
  }

  /// What the part becomes instead of SUBMITTING, if it may not go.
  private Optional<PartState> refusal(Tx tx, Part part, Handover handover) {
    Instant now = clock.instant();
    if (!now.isBefore(handover.expiresAt())) {
      return Optional.of(new PartState.Expired());
    }
    return gate.still(tx, part.message()).map(Claims::forbidden);
  }

  private static PartState forbidden(Verdict.Rule rule) {
    return new PartState.Failed("gate." + rule.name());
  }

  /// The recipient may have come to know another line since the part was queued: then it goes
  /// there.
  private boolean isAnothers(Tx tx, Handover handover, Line line) {
    Waiting waiting = handover.waiting();
    if (waiting.modem().isPresent() || handover.conversation().isEmpty()) {
      return false;
    }
    Queue now = known.queue(tx, handover.conversation().get(), waiting.team());
    Waiting moved = waiting.in(now);
    if (now.equals(waiting.queue()) || route.routed(line).mayTake(moved)) {
      return false;
    }
    queue.stand(tx, waiting.part(), now);
    tx.afterCommit(() -> ready.offer(moved));
    return true;
  }

  private Optional<Claim> take(Tx tx, Part part, Pdu pdu, Handover handover, Line line) {
    if (!table.claim(
        tx, part.id(), line.name(), sims.of(line.sim()).map(Blind::kept), clock.instant())) {
      return Optional.empty();
    }
    handover.conversation().ifPresent(conversation -> known.begins(tx, conversation, line.name()));
    moves.move(tx, part, new PartState.Submitting());
    return Optional.of(
        new Claim(part, pdu, handover.waiting().recipient(), queue.following(tx, part)));
  }

  private Optional<Pdu> open(Sql sql, Part part, Handover handover) {
    try {
      String hex =
          vault.openText(sql, handover.key(), Enqueue.cell(part.id()), handover.sealedPdu());
      Pdu pdu = Pdu.read(hex, Pdu.Way.FROM_MOBILE);
      return Optional.of(
          handover.hasOwnLifetime()
              ? Lifetimes.within(pdu, Duration.between(clock.instant(), handover.expiresAt()))
              : pdu);
    } catch (VaultFault | MalformedPdu _) {
      return Optional.empty(); // the key was shredded or the row damaged: it can never go out
    }
  }
}
