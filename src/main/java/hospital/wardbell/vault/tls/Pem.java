package hospital.wardbell.vault.tls;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Octets between two lines that say what they are.
///
/// @spec https://www.rfc-editor.org/rfc/rfc7468#section-3 RFC 7468 §3
final class Pem {
  static final String CERTIFICATE = "CERTIFICATE";
  static final String PRIVATE_KEY = "PRIVATE KEY";
  private static final byte[] LINE_END = {'\n'};

  private Pem() {}

  static String of(String label, byte[] octets) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(label, Base64.getMimeEncoder(64, LINE_END).encodeToString(octets), label);
  }

  /// The first block with that label.
  ///
  /// @throws IllegalArgumentException if there is none, or it is not base 64
  static byte[] first(String label, byte[] pem) {
    String text = new String(pem, StandardCharsets.US_ASCII);
    String begin = "-----BEGIN " + label + "-----";
    int from = text.indexOf(begin);
    int to = text.indexOf("-----END " + label + "-----");
    if (from < 0 || to < from) {
      throw new IllegalArgumentException("no " + label + " in PEM");
    }
    return Base64.getMimeDecoder().decode(text.substring(from + begin.length(), to));
  }
}
