package hospital.wardbell.vault;

import java.util.Arrays;

/// Overwrites what was secret, as far as Java lets us: the collector may have made copies.
final class Wipe {
  private Wipe() {}

  static void all(byte[]... secrets) {
    for (byte[] secret : secrets) {
      Arrays.fill(secret, (byte) 0);
    }
  }
}
