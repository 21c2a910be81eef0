package hospital.wardbell.vault;

import hospital.wardbell.base.Secret;
import hospital.wardbell.crypto.Cryptography;
import hospital.wardbell.crypto.Pbkdf2;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;

/// How a passphrase becomes a key, kept in the clear beside what the key wraps.
///
/// Its text is what the wrapped key is bound to.
sealed interface Stretch {
  /// Octets of a salt.
  int SALT = 16;

  int KEY = 32;

  /// With a new salt, at the price a person's passphrase calls for: about a second of one core. By
  /// Argon2id with 64 MiB and three passes, or by PBKDF2 where the validated module does it.
  static Stretch strong() {
    return Cryptography.ofThisBuild().hasArgon2id()
        ? new Argon2id(salt(), 1 << 16, 3, 1)
        : new ByPbkdf2(salt(), 600_000);
  }

  /// As cheap as it gets, for tests.
  static Stretch cheap() {
    return Cryptography.ofThisBuild().hasArgon2id()
        ? new Argon2id(salt(), 256, 1, 1)
        : new ByPbkdf2(salt(), ByPbkdf2.FEWEST);
  }

  private static String salt() {
    byte[] salt = new byte[SALT];
    new SecureRandom().nextBytes(salt);
    return HexFormat.of().formatHex(salt);
  }

  /// At the same price, with a new salt.
  Stretch again();

  /// Whether this build can do it.
  boolean isDoneHere();

  /// Whether it can be done to what was typed.
  ///
  /// @throws VaultFault of kind KEYRING if this build cannot do it
  boolean takes(Secret passphrase);

  Secret key(Secret passphrase);

  /// How dear it is, for people.
  String price();

  private static void requireSalt(String salt) {
    if (HexFormat.of().parseHex(salt).length != SALT) {
      throw new IllegalArgumentException("a salt has 16 octets");
    }
  }

  private static Secret wiped(byte[] key) {
    try {
      return Secret.copyOf(key);
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }

  /// Argon2id with these parameters.
  ///
  /// @param salt 16 octets in hexadecimal
  /// @param kibibytes of memory; at most 1 GiB, so that a damaged file cannot ask for all there is
  /// @param passes 1 to 16
  /// @param lanes 1 to 16
  /// @spec https://www.rfc-editor.org/rfc/rfc9106#section-4 RFC 9106 §4 (second recommended option)
  record Argon2id(String salt, int kibibytes, int passes, int lanes) implements Stretch {
    public Argon2id {
      requireSalt(salt);
      if (kibibytes < 8 * lanes || kibibytes > 1 << 20 || outside(passes) || outside(lanes)) {
        throw new IllegalArgumentException("Argon2id parameters out of bounds");
      }
    }

    private static boolean outside(int count) {
      return count < 1 || count > 16;
    }

    @Override
    public Stretch again() {
      return new Argon2id(Stretch.salt(), kibibytes, passes, lanes);
    }

    @Override
    public boolean isDoneHere() {
      return Cryptography.ofThisBuild().hasArgon2id();
    }

    @Override
    public boolean takes(Secret passphrase) {
      if (!isDoneHere()) {
        throw new VaultFault(
            VaultFault.Kind.KEYRING,
            "The passphrase was set by Wardbell's usual build, with Argon2id, which the validated"
                + " module has not, so it opens nothing here. Nothing was changed. With the recovery"
                + " kit: leave the block \"unlock\" out of the boot file, start Wardbell, and type"
                + " wardbell unlock --recovery, then wardbell key mode hand. Without a kit: start the"
                + " usual build once more and make one there, with wardbell key recovery-kit.");
      }
      return true;
    }

    @Override
    public Secret key(Secret passphrase) {
      byte[] octets = HexFormat.of().parseHex(salt);
      return wiped(
          passphrase.lend(typed ->
              Cryptography.ofThisBuild().argon2id(typed, octets, kibibytes, passes, lanes)));
    }

    @Override
    public String price() {
      return "Argon2id, %d MiB, %d passes".formatted(kibibytes / 1024, passes);
    }

    /// As keyrings have it since their first form.
    @Override
    public String toString() {
      return "Stretch[salt=%s, kibibytes=%d, passes=%d, lanes=%d]"
          .formatted(salt, kibibytes, passes, lanes);
    }
  }

  /// PBKDF2 with HMAC-SHA-512.
  ///
  /// @param salt 16 octets in hexadecimal
  /// @param iterations at most ten million, so that a damaged file cannot ask for an hour
  /// @spec https://doi.org/10.6028/NIST.SP.800-132#5.3 NIST SP 800-132 §5.3 (PBKDF)
  record ByPbkdf2(String salt, int iterations) implements Stretch {
    static final int FEWEST = 1_000;
    private static final int MOST = 10_000_000;

    public ByPbkdf2 {
      requireSalt(salt);
      if (iterations < FEWEST || iterations > MOST) {
        throw new IllegalArgumentException("PBKDF2 iterations out of bounds");
      }
    }

    @Override
    public Stretch again() {
      return new ByPbkdf2(Stretch.salt(), iterations);
    }

    @Override
    public boolean isDoneHere() {
      return true;
    }

    @Override
    public boolean takes(Secret passphrase) {
      return passphrase.length() >= Pbkdf2.LEAST_OCTETS;
    }

    @Override
    public Secret key(Secret passphrase) {
      byte[] octets = HexFormat.of().parseHex(salt);
      return wiped(passphrase.lend(typed -> Pbkdf2.derive(typed, octets, iterations, KEY)));
    }

    @Override
    public String price() {
      return "PBKDF2 with HMAC-SHA-512, %,d iterations".formatted(iterations);
    }
  }
}
