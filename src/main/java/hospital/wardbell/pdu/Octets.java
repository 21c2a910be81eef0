package hospital.wardbell.pdu;

import java.util.Arrays;

/// Octets read one after another from the front. Asking for more than are left is the only thing
/// that can go wrong, and it goes wrong as [MalformedPdu].
final class Octets {
  private final byte[] octets;
  private int next;

  Octets(byte[] octets) {
    this.octets = octets;
  }

  /// The next octet, 0 to 255.
  int next() {
    if (left() == 0) {
      throw new MalformedPdu("the PDU ends after octet " + octets.length);
    }
    return Byte.toUnsignedInt(octets[next++]);
  }

  byte[] take(int count) {
    if (left() < count) {
      throw new MalformedPdu("%d octets are due where %d are left".formatted(count, left()));
    }
    next += count;
    return Arrays.copyOfRange(octets, next - count, next);
  }

  int left() {
    return octets.length - next;
  }
}
