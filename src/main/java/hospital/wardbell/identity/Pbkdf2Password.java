package hospital.wardbell.identity;

import hospital.wardbell.base.Secret;
import hospital.wardbell.crypto.Pbkdf2;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A password stretched with PBKDF2, as it is kept where the validated module does it:
/// `$pbkdf2-sha512$ITERATIONS$SALT$HASH`, the last two in base 64.
///
/// @spec https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#pbkdf2
///   OWASP Password Storage: PBKDF2
record Pbkdf2Password(int iterations, String salt, String hash) {
  /// The fewest that OWASP holds good with HMAC-SHA-512.
  private static final int ITERATIONS = 210_000;

  private static final int SALT = 16;
  private static final int HASH = 64;
  private static final Pattern KEPT =
      Pattern.compile(
          "\\$pbkdf2-sha512\\$([1-9][0-9]{3,7})\\$([A-Za-z0-9+/]{22}==)\\$([A-Za-z0-9+/]{86}==)");

  /// A stand-in that none matches: nobody finds what gives only zeros.
  static final Pbkdf2Password NONE =
      new Pbkdf2Password(ITERATIONS, coded(new byte[SALT]), coded(new byte[HASH]));

  /// With a new salt.
  static Pbkdf2Password of(Secret password) {
    byte[] salt = new byte[SALT];
    new SecureRandom().nextBytes(salt);
    byte[] hash = password.lend(octets -> Pbkdf2.derive(octets, salt, ITERATIONS, HASH));
    return new Pbkdf2Password(ITERATIONS, coded(salt), coded(hash));
  }

  /// None if it was stretched by something else.
  static Optional<Pbkdf2Password> read(String kept) {
    Matcher parts = KEPT.matcher(kept);
    return parts.matches()
        ? Optional.of(
            new Pbkdf2Password(Integer.parseInt(parts.group(1)), parts.group(2), parts.group(3)))
        : Optional.empty();
  }

  static boolean isOne(String kept) {
    return read(kept).isPresent();
  }

  /// Whether it was stretched as often as one is now.
  boolean isPresent() {
    return iterations == ITERATIONS;
  }

  String text() {
    return "$pbkdf2-sha512$%d$%s$%s".formatted(iterations, salt, hash);
  }

  boolean matches(Secret password) {
    if (password.length() < Pbkdf2.LEAST_OCTETS) {
      return false; // none so short was ever kept
    }
    byte[] octets = Base64.getDecoder().decode(salt);
    byte[] derived = password.lend(typed -> Pbkdf2.derive(typed, octets, iterations, HASH));
    return MessageDigest.isEqual(derived, Base64.getDecoder().decode(hash));
  }

  private static String coded(byte[] octets) {
    return Base64.getEncoder().encodeToString(octets);
  }

  @Override
  public String toString() {
    return "password by PBKDF2";
  }
}
