package hospital.wardbell.vault;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.Secret;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// One key of 256 bits in the keyring. Of those for one purpose the last is the current; the older
/// open what they closed.
///
/// @param made in whole milliseconds; the epoch if nobody wrote it down
record Key(String purpose, Id id, Secret octets, Instant made) {
  static final int OCTETS = 32;

  static Key fresh(String purpose) {
    byte[] octets = new byte[OCTETS];
    new SecureRandom().nextBytes(octets);
    try {
      Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
      return new Key(purpose, Id.random(), Secret.copyOf(octets), now);
    } finally {
      Arrays.fill(octets, (byte) 0);
    }
  }

  SecretKey aes() {
    return aes(octets);
  }

  static SecretKey aes(Secret octets) {
    return octets.lend(key -> new SecretKeySpec(key, "AES"));
  }
}
