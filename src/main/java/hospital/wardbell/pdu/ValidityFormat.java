package hospital.wardbell.pdu;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.stream.Stream;

/// TP-VPF, the two bits that say which format of TP-VP follows.
///
/// @spec https://www.3gpp.org/dynareport/23040.htm#9.2.3.3 3GPP TS 23.040 §9.2.3.3
enum ValidityFormat {
  NONE(0b00),
  ENHANCED(0b01),
  RELATIVE(0b10),
  ABSOLUTE(0b11);

  private final int bits;

  ValidityFormat(int bits) {
    this.bits = bits;
  }

  static ValidityFormat of(int bits) {
    return Stream.of(values()).filter(format -> format.bits == bits).findFirst().orElseThrow();
  }

  int bits() {
    return bits;
  }

  static ValidityFormat of(Optional<Validity> validity) {
    return validity.map(ValidityFormat::of).orElse(NONE);
  }

  private static ValidityFormat of(Validity validity) {
    return switch (validity) {
      case Validity.Relative _ -> RELATIVE;
      case Validity.Absolute _ -> ABSOLUTE;
      case Validity.Enhanced _ -> ENHANCED;
    };
  }

  Optional<Validity> read(Octets in) {
    return switch (this) {
      case NONE -> Optional.empty();
      case ENHANCED -> Optional.of(EnhancedValidity.read(in));
      case RELATIVE -> Optional.of(new Validity.Relative(new RelativeStep(in.next()).duration()));
      case ABSOLUTE -> Optional.of(new Validity.Absolute(Scts.read(in)));
    };
  }

  static void write(Validity validity, ByteArrayOutputStream out) {
    switch (validity) {
      case Validity.Relative(var duration) -> out.write(RelativeStep.of(duration).octet());
      case Validity.Absolute(var until) -> Scts.write(until, out);
      case Validity.Enhanced enhanced -> EnhancedValidity.write(enhanced, out);
    }
  }
}
