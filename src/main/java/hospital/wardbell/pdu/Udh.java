package hospital.wardbell.pdu;

import java.util.List;
import java.util.Optional;

/// TP-UDH: the information elements before the text, in order, unknown ones kept.
///
/// @spec https://www.3gpp.org/dynareport/23040.htm#9.2.3.24 3GPP TS 23.040 §9.2.3.24
public record Udh(List<InformationElement> elements) {
  public static final Udh NONE = new Udh(List.of());

  public Udh {
    elements = List.copyOf(elements);
  }

  /// The last lawful concatenation element (00 or 08); unlawful ones are as if not there.
  public Optional<Concatenation> concatenation() {
    throw new IllegalStateException("not built");
  }

  /// The last lawful port element (04 or 05).
  public Optional<Ports> ports() {
    throw new IllegalStateException("not built");
  }
}
