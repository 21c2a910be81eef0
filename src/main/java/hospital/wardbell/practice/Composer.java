package hospital.wardbell.practice;

import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.pdu.Address;
import hospital.wardbell.pdu.DeliverTpdu;
import hospital.wardbell.pdu.Segments;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// Makes the DELIVERs that a text arrives in. Any thread.
///
/// Long texts are numbered one after the other, as phones number them, so that two of them on their
/// way at the same time are told apart.
final class Composer {
  private final AtomicInteger longTexts = new AtomicInteger();

  /// The segments of `text`, in order.
  List<DeliverTpdu> compose(PhoneNumber from, String text) {
    Segments segments = Segments.of(text);
    OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
    int reference = segments.parts() == 1 ? 0 : longTexts.getAndIncrement() & 0xff;
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
