package hospital.wardbell.practice;

import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.pdu.Address;
import hospital.wardbell.pdu.DeliverTpdu;
import hospital.wardbell.pdu.Segments;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;

/// Makes the DELIVERs that a text arrives in.
final class Composer {
  private Composer() {}

  /// The segments of `text`, in order. The reference of a long one follows from the text, so that
  /// the same text makes the same segments.
  static List<DeliverTpdu> compose(PhoneNumber from, String text) {
    Segments segments = Segments.of(text);
    OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
    int reference = text.hashCode() & 0xff;
    return IntStream.rangeClosed(1, segments.parts())
        .mapToObj(number ->
            new DeliverTpdu(
                Address.of(from),
                0,
                segments.coding(),
                now,
                number < segments.parts(),
                false,
                false,
                segments.userData(number, reference)))
        .toList();
  }
}
