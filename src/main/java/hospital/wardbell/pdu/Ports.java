package hospital.wardbell.pdu;

import java.nio.ByteBuffer;
import java.util.Optional;

/// Application ports: the text is for a program, not for a person. Reserved port numbers are taken
/// too, since what is addressed to them is no more for a person.
///
/// @param destination 0 to 65535
/// @param source 0 to 65535
/// @spec https://www.3gpp.org/dynareport/23040.htm#9.2.3.24.3 3GPP TS 23.040 §9.2.3.24.3
public record Ports(int destination, int source) {
  public Ports {
    Rules.between(0, destination, 0xffff, "a destination port");
    Rules.between(0, source, 0xffff, "a source port");
  }

  /// The element of a header that says so, with 16-bit ports.
  public InformationElement element() {
    return InformationElement.of(
        InformationElement.PORTS_16,
        (byte) (destination >> 8),
        (byte) destination,
        (byte) (source >> 8),
        (byte) source);
  }

  /// What an element says, if it is a lawful one of this kind.
  static Optional<Ports> in(InformationElement element) {
    ByteBuffer octets = ByteBuffer.wrap(element.octets());
    if (element.identifier() == InformationElement.PORTS_8 && octets.remaining() == 2) {
      return Optional.of(
          new Ports(Byte.toUnsignedInt(octets.get()), Byte.toUnsignedInt(octets.get())));
    }
    if (element.identifier() == InformationElement.PORTS_16 && octets.remaining() == 4) {
      return Optional.of(
          new Ports(
              Short.toUnsignedInt(octets.getShort()), Short.toUnsignedInt(octets.getShort())));
    }
    return Optional.empty();
  }
}
