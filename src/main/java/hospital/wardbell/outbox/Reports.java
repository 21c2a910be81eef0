package hospital.wardbell.outbox;

import hospital.wardbell.base.Id;
import hospital.wardbell.outbox.ReportTable.Candidate;
import hospital.wardbell.pdu.StatusReportTpdu;
import hospital.wardbell.store.Tx;
import hospital.wardbell.vault.Blind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Matches status reports with the parts they speak of.
///
/// A part is found by SIM, TP-MR and recipient, the newest first: a SIM counts TP-MR, wherever it
/// is, and its late reports follow it to another line. Where it is not known which SIM the part
/// went out by or the report came to, the modem's name stands for it. The service centre's address
/// is not looked at: operators answer from another than the one that was used. A report whose
/// recipient has a part under way is kept until that part is settled, since the report may be
/// faster than the modem's own answer.
///
/// A part of unknown outcome has no TP-MR. A report settles it only if it can mean no other part:
/// same SIM and recipient, accepted when the part was handed over, and no other part known under
/// that TP-MR. When two could be meant, nothing is changed and a person decides.
///
/// @spec https://www.3gpp.org/dynareport/23040.htm#9.2.2.3 3GPP TS 23.040 §9.2.2.3
final class Reports {
  // A report that the validity has ended comes after its end.
  static final Duration WINDOW = Lifetimes.USUAL.plusHours(2);
  // How far the service centre's clock and ours may lie apart, and how long a modem may take.
  private static final Duration BEFORE = Duration.ofMinutes(3);
  private static final Duration AFTER = Duration.ofMinutes(5);

  private final ReportTable table = new ReportTable();
  private final PartTable parts;
  private final Moves moves;

  Reports(PartTable parts, Moves moves) {
    this.parts = parts;
    this.moves = moves;
  }

  /// One that has just come. What it may be about is brought under the present index key first, so
  /// that it need be looked for under no other.
  void take(
      Tx tx, String modem, Optional<Blind> sim, StatusReportTpdu tpdu, Blind tail, Instant seen) {
    table.renew(tx, tail, sim, seen.minus(WINDOW));
    take(tx, Report.of(modem, sim.map(Blind::kept), tpdu, tail.kept(), seen));
  }

  private void take(Tx tx, Report report) {
    if (table.underWay(tx, report)) {
      table.keep(tx, report);
    } else {
      match(tx, report);
    }
  }

  /// A part that was under way no longer is: reports that were kept for its sake are read again.
  void settled(Tx tx, Id part) {
    table.takeKept(tx, part).forEach(report -> take(tx, report));
  }

  private void match(Tx tx, Report report) {
    Optional<Candidate> known = table.newest(tx, report, report.seenAt().minus(WINDOW));
    List<Candidate> unknown =
        table.unknown(tx, report).stream().filter(part -> fits(part, report)).toList();
    if (known.isPresent()) {
      known
          .filter(part -> unknown.isEmpty() || fits(part, report))
          .ifPresent(p -> apply(tx, p, report));
    } else if (unknown.size() == 1) {
      Candidate found = unknown.getFirst();
      // That there is a report at all shows that the network took the text.
      moves.move(tx, part(tx, found), new PartState.Submitted(report.messageReference()));
      apply(tx, found, report);
    }
  }

  private static boolean fits(Candidate candidate, Report report) {
    Instant accepted = report.acceptedAt();
    return !accepted.isBefore(candidate.claimedAt().minus(BEFORE))
        && !accepted.isAfter(candidate.claimedAt().plus(AFTER));
  }

  /// Only a part that is with the network can be changed by it: late and doubled reports cannot.
  private void apply(Tx tx, Candidate candidate, Report report) {
    Part part = part(tx, candidate);
    if (part.state().kind() != PartState.Kind.SUBMITTED) {
      return;
    }
    switch (report.status().group()) {
      case DONE -> {
        // Otherwise it stays what it is, with the network.
        if (report.status().provesReceipt()) {
          moves.move(tx, part, new PartState.Delivered(report.deliveredAt(candidate.claimedAt())));
        }
      }
      case TRYING -> {
        // It is with the network still.
      }
      case PERMANENT, STOPPED ->
          moves.move(
              tx, part, new PartState.Failed("report.%02x".formatted(report.status().octet())));
    }
  }

  private Part part(Tx tx, Candidate candidate) {
    return parts.part(tx, candidate.part()).orElseThrow();
  }
}
