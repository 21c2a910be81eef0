package hospital.wardbell.outbox;

import hospital.wardbell.base.Remote;
import hospital.wardbell.vault.Blind;
import hospital.wardbell.vault.Vault;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/// Finds a recipient again without keeping the number: by a blind index of its last seven digits.
///
/// Networks write the number of a status report in other forms than the one that was submitted:
/// without the country code, or with a trunk prefix. The end is the same in all of them.
final class Recipients {
  private static final int TAIL = 7;

  private final Vault vault;

  Recipients(Vault vault) {
    this.vault = vault;
  }

  Blind tail(Remote remote) {
    String digits = remote.canonical().replaceAll("[^0-9]", "");
    return vault.blind(
        "outbox.recipient-tail", digits.substring(Math.max(0, digits.length() - TAIL)));
  }

  /// What stands for a tail that was made by a former index key where the number is not known any
  /// more: the same for the same, and found by no number.
  byte[] unknown(byte[] former) {
    return vault.index("outbox.former-tail", HexFormat.of().formatHex(former));
  }

  /// Enough of a tail to tell the recipients of one line apart: its end, since its beginning may be
  /// the key's mark.
  static long shortened(byte[] tail) {
    return ByteBuffer.wrap(tail).getLong(tail.length - Long.BYTES);
  }
}
