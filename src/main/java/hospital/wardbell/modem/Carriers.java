package hospital.wardbell.modem;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The carriers whose SIMs are known.
///
/// @param known in the order in which they are held against a SIM's IMSI; those behind the first
///   that fits are not asked for
public record Carriers(List<Supplier<Carrier>> known) {
  /// No SIM is asked whose it is.
  public static final Carriers NONE = new Carriers(List.of());

  public Carriers {
    known = List.copyOf(known);
  }

  public static Carriers of(Carrier... known) {
    return new Carriers(
        List.of(known).stream().<Supplier<Carrier>>map(carrier -> () -> carrier).toList());
  }

  boolean isEmpty() {
    return known.isEmpty();
  }

  Optional<Carrier> of(String imsi) {
    return known.stream().map(Supplier::get).filter(carrier -> carrier.owns(imsi)).findFirst();
  }
}
