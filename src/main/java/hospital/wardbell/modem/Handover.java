package hospital.wardbell.modem;

import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Hands raw PDUs to [Arrivals]: reports and all else told apart by TP-MTI. A PDU that cannot be
/// read so far is a message, so that it is kept and a person sees it.
///
/// @spec https://www.3gpp.org/dynareport/23040.htm#9.2.3.1 3GPP TS 23.040 §9.2.3.1 (TP-MTI)
final class Handover {
  private static final int TYPE = 0x03;
  private static final int STATUS_REPORT = 0x02;

  private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]+");

  private final String modem;
  private final Supplier<Optional<String>> sim;
  private final Arrivals arrivals;
  private final InstantSource clock;
  private final Executor keepers;
  private final Runnable kept;

  /// @param sim the ICCID of the SIM that is in the modem, if it is known
  /// @param keepers carries out what the owner does not wait for
  /// @param kept run after each of these; any thread
  Handover(
      String modem,
      Supplier<Optional<String>> sim,
      Arrivals arrivals,
      InstantSource clock,
      Executor keepers,
      Runnable kept) {
    this.modem = modem;
    this.sim = sim;
    this.arrivals = arrivals;
    this.clock = clock;
    this.keepers = keepers;
    this.kept = kept;
  }

  /// Returns once the PDU is durable.
  void hand(String hex) {
    if (isReport(hex)) {
      arrivals.report(modem, sim.get(), hex, clock.instant());
    } else {
      arrivals.message(modem, hex, clock.instant());
    }
  }

  /// Begins to hand a PDU on; done when it is durable, or failed with what [Arrivals] threw.
  CompletableFuture<Void> begin(String hex) {
    CompletableFuture<Void> durable = CompletableFuture.runAsync(() -> hand(hex), keepers);
    var _ = durable.whenComplete((_, _) -> kept.run());
    return durable;
  }

  /// Somebody calls.
  void call(Optional<String> caller) {
    arrivals.call(modem, caller, clock.instant());
  }

  boolean answersCalls() {
    return arrivals.answersCalls();
  }

  static boolean isReport(String hex) {
    int serviceCentre = octet(hex, 0);
    int first = serviceCentre < 0 ? -1 : octet(hex, 1 + serviceCentre);
    return first >= 0 && (first & TYPE) == STATUS_REPORT;
  }

  /// Whether `hex` has just the octets that `header`, the line before it, names last: those of the
  /// TPDU, without the service-centre address.
  static boolean isWhole(String header, String hex) {
    int digits = 2 * Fields.number(header, Fields.of(header).size() - 1).orElse(0);
    return digits > 0
        && HEX.matcher(hex).matches()
        && digits == hex.length() - 2 - 2 * Math.max(octet(hex, 0), 0);
  }

  /// Octet `index`, -1 if there is none.
  private static int octet(String hex, int index) {
    if (hex.length() < 2 * index + 2) {
      return -1;
    }
    int high = Character.digit(hex.charAt(2 * index), 16);
    int low = Character.digit(hex.charAt(2 * index + 1), 16);
    return high < 0 || low < 0 ? -1 : 16 * high + low;
  }
}
