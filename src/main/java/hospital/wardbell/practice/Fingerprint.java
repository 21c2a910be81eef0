package hospital.wardbell.practice;

import hospital.wardbell.base.Sha256;
import hospital.wardbell.pdu.Pdu;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

/// Short names for long things.
final class Fingerprint {
  private static final int OCTETS = 8;

  private Fingerprint() {}

  /// Of a TPDU, so that the same one is known again whatever service centre it came with.
  ///
  /// @param hex service centre and TPDU
  static String ofTpdu(String hex) {
    int centre = Integer.parseInt(hex.substring(0, 2), 16);
    return of(HexFormat.of().parseHex(hex.substring(2 * (1 + centre)).toUpperCase(Locale.ROOT)));
  }

  static String ofTpdu(Pdu pdu) {
    return ofTpdu(pdu.hex());
  }

  static String ofText(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String of(byte[] octets) {
    return HexFormat.of().formatHex(Sha256.of(octets), 0, OCTETS);
  }
}
