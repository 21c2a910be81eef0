package hospital.wardbell.outbox;

import hospital.wardbell.base.Remote;
import hospital.wardbell.vault.Vault;
import java.nio.ByteBuffer;

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

  /// 32 octets.
  byte[] tail(Remote remote) {
    String digits = remote.canonical().replaceAll("[^0-9]", "");
    return vault.index(
        "outbox.recipient-tail", digits.substring(Math.max(0, digits.length() - TAIL)));
  }

  /// Enough of a tail to tell the recipients of one line apart.
  static long shortened(byte[] tail) {
    return ByteBuffer.wrap(tail).getLong();
  }
}
