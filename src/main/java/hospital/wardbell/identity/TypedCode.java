package hospital.wardbell.identity;

import hospital.wardbell.vault.Vault;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Codes by chance that people type from paper: groups of four, 20 bits each, without the
/// characters that are read for one another (i, l, o, u).
///
/// A row keeps an HMAC only, by a key of the keyring and of this one person and purpose: it tells
/// nothing, and nobody who can write the database can make one for a code of their own.
final class TypedCode {
  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int CHARACTERS = 4;
  private static final SecureRandom RANDOM = new SecureRandom();

  private TypedCode() {}

  static String random(int groups) {
    return IntStream.range(0, groups).mapToObj(_ -> group()).collect(Collectors.joining("-"));
  }

  private static String group() {
    return RANDOM
        .ints(CHARACTERS, 0, ALPHABET.length())
        .mapToObj(i -> String.valueOf(ALPHABET.charAt(i)))
        .collect(Collectors.joining());
  }

  /// What a row keeps of a code. Capitals, spaces and hyphens make no difference, nor does an o for
  /// a zero, or an i or l for a one.
  ///
  /// @param scope what the code is good for: whoever it belongs to, and until when
  static byte[] kept(Vault vault, String label, String scope, String typed) {
    return vault.attest(label, scope + " " + normal(typed));
  }

  /// The one spelling of a code that all who mean the same share.
  static String normal(String typed) {
    return typed
        .toLowerCase(Locale.ROOT)
        .replaceAll("[\\s-]", "")
        .replace('o', '0')
        .replace('i', '1')
        .replace('l', '1');
  }

  /// Takes the same time wherever two differ.
  static boolean same(byte[] kept, byte[] other) {
    return MessageDigest.isEqual(kept, other);
  }
}
