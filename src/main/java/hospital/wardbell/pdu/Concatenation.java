package hospital.wardbell.pdu;

import java.nio.ByteBuffer;
import java.util.Optional;

/// Which part of a longer text this is. A reference of 0 is lawful.
///
/// @param reference 0 to 255, or to 65535 if `wide`
/// @param total 1 to 255
/// @param number 1 to `total`
/// @param wide whether the reference has 16 bits
/// @spec https://www.3gpp.org/dynareport/23040.htm#9.2.3.24.1 3GPP TS 23.040 §9.2.3.24.1
public record Concatenation(int reference, int total, int number, boolean wide) {
  public Concatenation {
    Rules.between(0, reference, wide ? 0xffff : 0xff, "a concatenation's reference");
    Rules.between(1, total, 255, "a concatenation's total");
    Rules.between(1, number, total, "a concatenation's part number");
  }

  /// The element of a header that says so.
  public InformationElement element() {
    return wide
        ? InformationElement.of(
            InformationElement.CONCATENATION_16,
            (byte) (reference >> 8),
            (byte) reference,
            (byte) total,
            (byte) number)
        : InformationElement.of(
            InformationElement.CONCATENATION_8, (byte) reference, (byte) total, (byte) number);
  }

  /// What an element says, if it is a lawful one of this kind.
  static Optional<Concatenation> in(InformationElement element) {
    ByteBuffer octets = ByteBuffer.wrap(element.octets());
    if (element.identifier() == InformationElement.CONCATENATION_8 && octets.remaining() == 3) {
      return lawful(Byte.toUnsignedInt(octets.get()), octets, false);
    }
    if (element.identifier() == InformationElement.CONCATENATION_16 && octets.remaining() == 4) {
      return lawful(Short.toUnsignedInt(octets.getShort()), octets, true);
    }
    return Optional.empty();
  }

  private static Optional<Concatenation> lawful(int reference, ByteBuffer rest, boolean wide) {
    int total = Byte.toUnsignedInt(rest.get());
    int number = Byte.toUnsignedInt(rest.get());
    return number >= 1 && number <= total
        ? Optional.of(new Concatenation(reference, total, number, wide))
        : Optional.empty();
  }
}
