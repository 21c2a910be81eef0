package hospital.wardbell.outbox;

import hospital.wardbell.base.Id;
import hospital.wardbell.pdu.Status;
import hospital.wardbell.store.Row;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Tx;
import hospital.wardbell.vault.Blind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The rows of early reports, and the part rows as a report sees them.
final class ReportTable {
  /// A part that a report may speak of.
  record Candidate(Id part, Instant claimedAt) {}

  /// Keeps a report until the parts under way to its recipient are settled.
  void keep(Tx tx, Report report) {
    tx.update(
        """
        insert into outbox_report
          (id, modem, sim, message_reference, recipient_tail, status, accepted_at, discharged_at,
           seen_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        Id.random(),
        report.modem(),
        report.sim(),
        report.messageReference(),
        report.recipientTail(),
        report.status().octet(),
        report.acceptedAt(),
        report.dischargedAt(),
        report.seenAt());
  }

  /// Brings under the present index key what a report with this tail may be about, and reports like
  /// it.
  ///
  /// @param since when a part must have been handed over for a report to be about it
  void renew(Tx tx, Blind tail, Optional<Blind> sim, Instant since) {
    for (byte[] former : tail.former()) {
      tx.update(
          """
          update outbox_part set recipient_tail = ?
          where recipient_tail = ? and (claimed_at >= ? or state in ('UNKNOWN', 'SUBMITTING'))
          """,
          tail.kept(),
          former,
          since);
      follow(tx, former, tail.kept());
    }
    for (byte[] former : sim.map(Blind::former).orElse(List.of())) {
      for (String table : List.of("outbox_part", "outbox_report")) {
        tx.update(
            "update " + table + " set sim = ? where recipient_tail = ? and sim = ?",
            sim.orElseThrow().kept(),
            tail.kept(),
            former);
      }
    }
  }

  /// The reports with a tail get the one that their part has now.
  void follow(Tx tx, byte[] former, byte[] present) {
    tx.update(
        "update outbox_report set recipient_tail = ? where recipient_tail = ?", present, former);
  }

  /// Takes out the reports that were kept for the recipient of `part`, oldest first.
  List<Report> takeKept(Tx tx, Id part) {
    Optional<byte[]> tail =
        tx.one(
            "select recipient_tail from outbox_part where id = ?",
            row -> row.bytes("recipient_tail"),
            part);
    return tail.map(recipient -> takeKept(tx, recipient)).orElse(List.of());
  }

  private static List<Report> takeKept(Tx tx, byte[] tail) {
    List<Report> kept =
        tx.list(
            """
            select modem, sim, message_reference, recipient_tail, status, accepted_at,
              discharged_at, seen_at
            from outbox_report where recipient_tail = ? order by seen_at
            """,
            ReportTable::report,
            tail);
    if (!kept.isEmpty()) {
      tx.update("delete from outbox_report where recipient_tail = ?", tail);
    }
    return kept;
  }

  private static Report report(Row row) {
    return new Report(
        row.text("modem"),
        row.maybeBytes("sim"),
        row.integer("message_reference"),
        row.bytes("recipient_tail"),
        new Status(row.integer("status")),
        row.instant("accepted_at"),
        row.instant("discharged_at"),
        row.instant("seen_at"));
  }

  /// Whether a part is under way that the report may speak of.
  boolean underWay(Sql sql, Report report) {
    return !handedOver(sql, report, "state = 'SUBMITTING'").isEmpty();
  }

  /// The part that was last given the report's reference, if that was after `earliest`.
  Optional<Candidate> newest(Sql sql, Report report, Instant earliest) {
    return handedOver(
            sql,
            report,
            "message_reference = ? and claimed_at >= ?",
            report.messageReference(),
            earliest)
        .stream()
        .findFirst();
  }

  /// The parts of unknown outcome that the report may speak of.
  List<Candidate> unknown(Sql sql, Report report) {
    return handedOver(sql, report, "state = 'UNKNOWN'");
  }

  /// Parts to the report's recipient that went out by its SIM; by its modem, where it is not known
  /// which SIM one of the two is about. The newest first.
  private static List<Candidate> handedOver(
      Sql sql, Report report, String also, Object... arguments) {
    List<Object> all = new ArrayList<>(List.of(report.recipientTail(), report.modem()));
    report.sim().ifPresent(sim -> all.add(sim));
    all.addAll(List.of(arguments));
    return sql.list(
        "select id, claimed_at from outbox_part where recipient_tail = ? and "
            + (report.sim().isPresent() ? "((modem = ? and sim is null) or sim = ?)" : "modem = ?")
            + " and "
            + also
            + " order by claimed_at desc",
        ReportTable::candidate,
        all.toArray());
  }

  private static Candidate candidate(Row row) {
    return new Candidate(row.id("id"), row.instant("claimed_at"));
  }
}
