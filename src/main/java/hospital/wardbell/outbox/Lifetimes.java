package hospital.wardbell.outbox;

import hospital.wardbell.consent.Draft;
import hospital.wardbell.pdu.Pdu;
import hospital.wardbell.pdu.SubmitTpdu;
import hospital.wardbell.pdu.Validity;
import java.time.Duration;
import java.util.Optional;

/// How long a text makes sense: for as long we wait to hand it over, and the service centre tries
/// to deliver it.
///
/// @spec https://www.3gpp.org/dynareport/23040.htm#9.2.3.12 3GPP TS 23.040 §9.2.3.12
final class Lifetimes {
  /// Unless whoever wrote it says otherwise; each of the two has as long.
  static final Duration USUAL = Duration.ofHours(24);

  private Lifetimes() {}

  static Duration of(Draft draft) {
    return draft.lifetime().orElse(USUAL);
  }

  /// The same text, which the service centre may try to deliver for what is left of its life. The
  /// network knows nothing shorter than five minutes.
  static Pdu within(Pdu pdu, Duration left) {
    return switch (pdu.tpdu()) {
      case SubmitTpdu text ->
          new Pdu(
              pdu.serviceCentre(),
              new SubmitTpdu(
                  text.messageReference(),
                  text.destination(),
                  text.protocol(),
                  text.coding(),
                  Optional.of(new Validity.Relative(left)),
                  text.rejectDuplicates(),
                  text.statusReport(),
                  text.replyPath(),
                  text.userData()));
      default -> pdu;
    };
  }
}
