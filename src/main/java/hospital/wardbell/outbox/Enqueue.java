package hospital.wardbell.outbox;

import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.consent.Cleared;
import hospital.wardbell.consent.Draft;
import hospital.wardbell.consent.Purpose;
import hospital.wardbell.pdu.Address;
import hospital.wardbell.pdu.Pdu;
import hospital.wardbell.pdu.Segments;
import hospital.wardbell.pdu.SubmitTpdu;
import hospital.wardbell.pdu.Validity;
import hospital.wardbell.store.Tx;
import hospital.wardbell.vault.Blind;
import hospital.wardbell.vault.Cell;
import hospital.wardbell.vault.Vault;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// Divides a cleared message into parts, writes and seals their PDUs, and queues them.
final class Enqueue {
  /// The priority of what is urgent.
  static final int FIRST = 0;

  private static final int LATER = 1;
  private static final int REFERENCES = 256;

  private final Vault vault;
  private final PartTable parts;
  private final QueueTable queue;
  private final Recipients recipients;
  private final Known known;
  private final Ready ready;
  private final InstantSource clock;
  private final AtomicLong lastPlace = new AtomicLong();

  Enqueue(
      Vault vault,
      PartTable parts,
      QueueTable queue,
      Recipients recipients,
      Known known,
      Ready ready,
      InstantSource clock) {
    this.vault = vault;
    this.parts = parts;
    this.queue = queue;
    this.recipients = recipients;
    this.known = known;
    this.ready = ready;
    this.clock = clock;
  }

  void queue(Tx tx, Cleared cleared) {
    Draft draft = cleared.draft();
    Segments segments = Segments.of(draft.text());
    Blind tail = recipients.tail(draft.to().number());
    int reference =
        segments.parts() == 1
            ? 0
            : queue.lastConcatenation(tx, tail).map(last -> (last + 1) % REFERENCES).orElse(0);
    Instant now = clock.instant();
    boolean later = cleared.notBefore().isAfter(now);
    PartState state =
        later ? new PartState.Held(cleared.notBefore(), "later") : new PartState.Queued();
    Instant fresh = later ? cleared.notBefore() : now;
    Duration lifetime = Lifetimes.of(draft);
    Queue stand = known.queue(tx, draft.conversation(), draft.team().toString());
    long place = nextPlace(now);
    for (int number = 1; number <= segments.parts(); number++) {
      Id id = Id.random();
      String pdu = submit(draft, segments, number, reference).hex();
      parts.insert(
          tx,
          new PartTable.Fresh(
              new Part(id, draft.message(), number, segments.parts(), state, now),
              reference,
              priority(draft),
              place,
              draft,
              stand,
              fresh,
              fresh.plus(lifetime),
              tail.kept(),
              vault.sealText(tx, draft.key(), cell(id), pdu)));
      if (number == 1) {
        announce(tx, id, cleared, later);
      }
    }
  }

  static Cell cell(Id part) {
    return new Cell("outbox.pdu/1", part);
  }

  private void announce(Tx tx, Id first, Cleared cleared, boolean later) {
    if (later) {
      tx.afterCommit(() -> ready.expect(cleared.notBefore()));
    } else {
      queue.waiting(tx, first).ifPresent(part -> tx.afterCommit(() -> ready.offer(part)));
    }
  }

  /// People's own words, answers and pages go before what programs send in bulk.
  private static int priority(Draft draft) {
    boolean soon =
        draft.answers().isPresent()
            || draft.purpose() == Purpose.OPERATION
            || (draft.purpose() == Purpose.CARE && draft.author() instanceof Actor.Person);
    return soon ? FIRST : LATER;
  }

  /// The time in microseconds, or one more than the last place: texts queued in one millisecond
  /// keep their order, and so do those queued after the clock was set back.
  private long nextPlace(Instant now) {
    return lastPlace.updateAndGet(last -> Math.max(last + 1, now.toEpochMilli() * 1000));
  }

  private static Pdu submit(Draft draft, Segments segments, int number, int reference) {
    return new Pdu(
        Optional.empty(),
        new SubmitTpdu(
            0,
            Address.of(draft.to().number()),
            0,
            segments.coding(),
            Optional.of(new Validity.Relative(Lifetimes.of(draft))),
            false,
            true,
            false,
            segments.userData(number, reference)));
  }
}
