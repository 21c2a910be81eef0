package hospital.wardbell.outbox;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.Remote;
import hospital.wardbell.pdu.MalformedPdu;
import hospital.wardbell.pdu.Pdu;
import hospital.wardbell.pdu.SubmitTpdu;
import hospital.wardbell.store.Row;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Tx;
import hospital.wardbell.vault.Blind;
import hospital.wardbell.vault.BlindTable;
import hospital.wardbell.vault.Vault;
import hospital.wardbell.vault.VaultFault;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What of sending is found by the index key, for when that is changed.
///
/// Whom a part is to is told by its conversation, or by its PDU as long as it may go out. Where
/// neither does, and which SIM it went out by, is known to no row. Such a part waits until no
/// report can be about it any more; a report that comes meanwhile is matched, since it says both.
public final class BlindOutbox {
  /// Who a conversation is with.
  public interface Addressees {
    Optional<Remote> of(Sql sql, Id conversation);
  }

  private static final Duration A_DAY = Duration.ofDays(1);
  private static final Set<PartState.Kind> OPEN =
      Set.of(PartState.Kind.SUBMITTING, PartState.Kind.SUBMITTED, PartState.Kind.UNKNOWN);

  /// A part as far as this is about it.
  ///
  /// @param awaits whether a report may still be about it
  @SuppressWarnings("ArrayRecordComponent") // handed from row to query, never compared
  private record Part(
      Id id,
      Optional<Id> conversation,
      Id key,
      Optional<byte[]> pdu,
      byte[] tail,
      Optional<byte[]> sim,
      boolean awaits) {}

  private final Vault vault;
  private final Recipients recipients;
  private final ReportTable reports = new ReportTable();
  private final Addressees addressees;
  private final InstantSource clock;

  public BlindOutbox(Vault vault, Addressees addressees, InstantSource clock) {
    this.vault = vault;
    this.recipients = new Recipients(vault);
    this.addressees = addressees;
    this.clock = clock;
  }

  /// In the order in which they are gone through: reports follow their parts.
  public List<BlindTable> tables() {
    return List.of(
        new BlindTable(
            "texts to send and sent",
            "outbox_part",
            "id",
            List.of("recipient_tail", "sim"),
            this::renewPart),
        new BlindTable(
            "early reports",
            "outbox_report",
            "id",
            List.of("recipient_tail", "sim"),
            this::renewReport),
        new BlindTable(
            "self-tests", "self_test", "message", List.of("number_index"), this::renewTest));
  }

  private boolean renewPart(Tx tx, Id id) {
    return tx.one(
            """
            select id, conversation, key_id, sealed_pdu, recipient_tail, sim, state, claimed_at
            from outbox_part where id = ?
            """,
            this::part,
            id)
        .map(part -> renew(tx, part))
        .orElse(true);
  }

  private boolean renew(Tx tx, Part part) {
    boolean tail = renewTail(tx, part);
    boolean sim = renewSim(tx, part);
    return tail && sim;
  }

  private Part part(Row row) {
    Instant claimed = row.maybeInstant("claimed_at").orElse(Instant.EPOCH);
    return new Part(
        row.id("id"),
        row.maybeId("conversation"),
        row.id("key_id"),
        row.maybeBytes("sealed_pdu"),
        row.bytes("recipient_tail"),
        row.maybeBytes("sim"),
        OPEN.contains(row.constant("state", PartState.Kind.class)) && isWithin(claimed));
  }

  private boolean isWithin(Instant at) {
    return at.isAfter(clock.instant().minus(Reports.WINDOW));
  }

  private boolean renewTail(Tx tx, Part part) {
    if (vault.isCurrent(part.tail())) {
      return true;
    }
    Optional<byte[]> known =
        addressee(tx, part)
            .map(recipients::tail)
            .filter(blind -> isOf(blind, part.tail()))
            .map(Blind::kept);
    if (known.isEmpty() && part.awaits()) {
      return false;
    }
    byte[] present = known.orElseGet(() -> recipients.unknown(part.tail()));
    tx.update("update outbox_part set recipient_tail = ? where id = ?", present, part.id());
    reports.follow(tx, part.tail(), present);
    return true;
  }

  private Optional<Remote> addressee(Tx tx, Part part) {
    return part.conversation()
        .flatMap(conversation -> addressees.of(tx, conversation))
        .or(() -> part.pdu().flatMap(pdu -> destination(tx, part, pdu)));
  }

  private Optional<Remote> destination(Tx tx, Part part, byte[] pdu) {
    try {
      String hex = vault.openText(tx, part.key(), Enqueue.cell(part.id()), pdu);
      return Pdu.read(hex, Pdu.Way.FROM_MOBILE).tpdu() instanceof SubmitTpdu submit
          ? Optional.of(submit.destination().remote())
          : Optional.empty();
    } catch (VaultFault | MalformedPdu _) {
      return Optional.empty();
    }
  }

  private static boolean isOf(Blind blind, byte[] tail) {
    return blind.former().stream().anyMatch(former -> Arrays.equals(former, tail));
  }

  private boolean renewSim(Tx tx, Part part) {
    if (part.sim().filter(sim -> !vault.isCurrent(sim)).isEmpty()) {
      return true;
    }
    if (part.awaits()) {
      return false;
    }
    tx.update("update outbox_part set sim = null where id = ?", part.id());
    return true;
  }

  /// What still waits for its part gets that part's tail with it.
  private boolean renewReport(Tx tx, Id id) {
    Optional<byte[]> over =
        tx.one(
            "select recipient_tail from outbox_report where id = ? and seen_at <= ?",
            row -> row.bytes("recipient_tail"),
            id,
            clock.instant().minus(Reports.WINDOW));
    over.ifPresent(tail ->
        tx.update(
            "update outbox_report set recipient_tail = ?, sim = null where id = ?",
            vault.isCurrent(tail) ? tail : recipients.unknown(tail),
            id));
    return over.isPresent();
  }

  /// Our own number is not kept: who texts itself once a day is known by the next test, so one that
  /// is a day old needs to be found no more.
  private boolean renewTest(Tx tx, Id message) {
    boolean awaited =
        tx.number(
                "select count(*) from self_test where message = ? and back_at is null"
                    + " and sent_at > ?",
                message,
                clock.instant().minus(A_DAY))
            > 0;
    if (!awaited) {
      tx.update(
          "update self_test set number_index = ? where message = ?",
          vault.nobodys(message),
          message);
    }
    return !awaited;
  }
}
