package hospital.wardbell.vault;

import hospital.wardbell.base.Secret;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// How a passphrase becomes a key: Argon2id with these parameters, kept in the clear beside what
/// the key wraps.
///
/// @param salt 16 octets in hexadecimal
/// @param kibibytes of memory; at most 1 GiB, so that a damaged file cannot ask for all there is
/// @param passes 1 to 16
/// @param lanes 1 to 16
/// @spec https://www.rfc-editor.org/rfc/rfc9106#section-4 RFC 9106 §4 (second recommended option)
record Stretch(String salt, int kibibytes, int passes, int lanes) {
  static final int SALT = 16;
  private static final int KEY = 32;

  Stretch {
    if (HexFormat.of().parseHex(salt).length != SALT
        || kibibytes < 8 * lanes
        || kibibytes > 1 << 20
        || outside(passes)
        || outside(lanes)) {
      throw new IllegalArgumentException("Argon2id parameters out of bounds");
    }
  }

  private static boolean outside(int count) {
    return count < 1 || count > 16;
  }

  /// With a new salt, at the price a person's passphrase calls for: 64 MiB, three passes.
  static Stretch strong() {
    return of(1 << 16, 3, 1);
  }

  static Stretch of(int kibibytes, int passes, int lanes) {
    byte[] salt = new byte[SALT];
    new SecureRandom().nextBytes(salt);
    return new Stretch(HexFormat.of().formatHex(salt), kibibytes, passes, lanes);
  }

  Secret key(Secret passphrase) {
    Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
    argon2.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withSalt(HexFormat.of().parseHex(salt))
            .withMemoryAsKB(kibibytes)
            .withIterations(passes)
            .withParallelism(lanes)
            .build());
    byte[] key = new byte[KEY];
    try {
      int _ = passphrase.lend(octets -> argon2.generateBytes(octets, key));
      return Secret.copyOf(key);
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }
}
