package hospital.wardbell.pdu;

/// Seven-bit characters packed into octets without gaps, the first in the lowest bits.
///
/// Text behind a header starts on a septet boundary counted from the start of the user data, so
/// fill bits need no arithmetic of their own: the header takes so many whole septets.
///
/// @spec https://www.3gpp.org/dynareport/23038.htm#6.1.2.1 3GPP TS 23.038 §6.1.2.1
final class Septets {
  private Septets() {}

  /// How many octets hold `septets`.
  static int octets(int septets) {
    return (septets * 7 + 7) / 8;
  }

  /// How many septets `octets` take up, the last perhaps in part.
  static int covering(int octets) {
    return (octets * 8 + 6) / 7;
  }

  /// How many whole septets `octets` hold.
  static int whole(int octets) {
    return octets * 8 / 7;
  }

  /// @param first the place of the first septet to read, in septets from the start of `octets`
  static byte[] unpack(byte[] octets, int first, int count) {
    byte[] septets = new byte[count];
    for (int at = 0; at < count; at++) {
      int bit = 7 * (first + at);
      septets[at] = (byte) ((pair(octets, bit / 8) >> bit % 8) & 0x7f);
    }
    return septets;
  }

  /// Writes `septets` from the place `first` on; the bits there are still 0.
  static void pack(byte[] septets, byte[] octets, int first) {
    for (int at = 0; at < septets.length; at++) {
      int bit = 7 * (first + at);
      int shifted = septets[at] << bit % 8;
      octets[bit / 8] |= (byte) shifted;
      if (bit % 8 > 1) {
        octets[bit / 8 + 1] |= (byte) (shifted >> 8);
      }
    }
  }

  private static int pair(byte[] octets, int at) {
    int high = at + 1 < octets.length ? Byte.toUnsignedInt(octets[at + 1]) : 0;
    return high << 8 | Byte.toUnsignedInt(octets[at]);
  }
}
