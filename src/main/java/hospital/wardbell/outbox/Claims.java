package hospital.wardbell.outbox;

import hospital.wardbell.base.Id;
import hospital.wardbell.consent.Gate;
import hospital.wardbell.consent.Verdict;
import hospital.wardbell.pdu.MalformedPdu;
import hospital.wardbell.pdu.Pdu;
import hospital.wardbell.store.Tx;
import hospital.wardbell.vault.Vault;
import hospital.wardbell.vault.VaultFault;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Claims parts: the last look before one is handed over.
final class Claims {
  /// A part that is now SUBMITTING and must be handed over as soon as that is durable.
  ///
  /// @param next the part to send after it, if the message has one
  record Claim(Part part, Pdu pdu, Optional<Id> next) {}

  private final Vault vault;
  private final Gate gate;
  private final PartTable parts;
  private final QueueTable queue;
  private final Moves moves;
  private final InstantSource clock;

  Claims(
      Vault vault, Gate gate, PartTable parts, QueueTable queue, Moves moves, InstantSource clock) {
    this.vault = vault;
    this.gate = gate;
    this.parts = parts;
    this.queue = queue;
    this.moves = moves;
    this.clock = clock;
  }

  /// Empty if somebody else has it, if it has waited too long, if the Gate now forbids it or if it
  /// does not open; the part's state then says so.
  Optional<Claim> claim(Tx tx, Id id, String modem) {
    Optional<QueueTable.Handover> handover = queue.handover(tx, id, modem);
    if (handover.isEmpty()) {
      return Optional.empty();
    }
    Part part = parts.part(tx, id).orElseThrow();
    return refusal(tx, part, handover.get())
        .map(state -> {
          moves.move(tx, part, state);
          return Optional.<Claim>empty();
        })
        .orElseGet(() -> take(tx, part, handover.get(), modem));
  }

  /// What the part becomes instead of SUBMITTING, if it may not go.
  private Optional<PartState> refusal(Tx tx, Part part, QueueTable.Handover handover) {
    Instant now = clock.instant();
    if (!now.isBefore(handover.expiresAt())) {
      return Optional.of(new PartState.Expired());
    }
    return gate.still(tx, part.message()).map(Claims::forbidden);
  }

  private static PartState forbidden(Verdict.Rule rule) {
    return new PartState.Failed("gate." + rule.name());
  }

  private Optional<Claim> take(Tx tx, Part part, QueueTable.Handover handover, String modem) {
    Optional<Pdu> pdu = open(tx, part, handover);
    if (pdu.isEmpty()) {
      moves.move(tx, part, new PartState.Failed("unreadable"));
      return Optional.empty();
    }
    if (!queue.claim(tx, part.id(), modem, clock.instant())) {
      return Optional.empty();
    }
    moves.move(tx, part, new PartState.Submitting());
    return Optional.of(new Claim(part, pdu.get(), queue.following(tx, part)));
  }

  private Optional<Pdu> open(Tx tx, Part part, QueueTable.Handover handover) {
    try {
      String hex =
          vault.openText(tx, handover.key(), Enqueue.cell(part.id()), handover.sealedPdu());
      return Optional.of(Pdu.read(hex, Pdu.Way.FROM_MOBILE));
    } catch (VaultFault | MalformedPdu _) {
      return Optional.empty(); // the key was shredded or the row damaged: it can never go out
    }
  }
}
