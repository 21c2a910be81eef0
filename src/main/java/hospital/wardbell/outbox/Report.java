package hospital.wardbell.outbox;

import hospital.wardbell.pdu.Status;
import hospital.wardbell.pdu.StatusReportTpdu;
import java.time.Instant;
import java.util.Optional;

/// What a status report says, without the number.
///
/// @param modem that it came by
/// @param sim that was in that modem, if it is known, see [Sims]; treat as unchangeable
/// @param recipientTail see [Recipients]; treat as unchangeable
/// @param acceptedAt when the service centre took the text in, by its own clock
/// @param dischargedAt when it was delivered or given up, by the same clock
/// @param seenAt when we got the report
@SuppressWarnings("ArrayRecordComponent") // handed from row to query, never compared
record Report(
    String modem,
    Optional<byte[]> sim,
    int messageReference,
    byte[] recipientTail,
    Status status,
    Instant acceptedAt,
    Instant dischargedAt,
    Instant seenAt) {
  static Report of(
      String modem,
      Optional<byte[]> sim,
      StatusReportTpdu tpdu,
      byte[] recipientTail,
      Instant seenAt) {
    return new Report(
        modem,
        sim,
        tpdu.messageReference(),
        recipientTail,
        tpdu.status(),
        tpdu.timestamp().toInstant(),
        tpdu.discharge().toInstant(),
        seenAt);
  }

  /// When it was delivered, kept between our handing it over and our hearing of it: service centres
  /// mistake their own zone.
  Instant deliveredAt(Instant claimedAt) {
    if (dischargedAt.isBefore(claimedAt)) {
      return claimedAt;
    }
    return dischargedAt.isAfter(seenAt) ? seenAt : dischargedAt;
  }
}
