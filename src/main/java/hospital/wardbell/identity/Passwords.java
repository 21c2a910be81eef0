package hospital.wardbell.identity;

import hospital.wardbell.base.Secret;
import hospital.wardbell.crypto.Cryptography;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.shiro.authc.credential.DefaultPasswordService;
import org.apache.shiro.crypto.hash.HashRequest;
import org.apache.shiro.lang.util.ByteSource;

/// Stretches passwords with Argon2id and keeps them in Shiro's format, `$shiro2$argon2id$...`; in
/// the build of the validated module with PBKDF2, as [Pbkdf2Password] has it.
///
/// 19 MiB, two passes, one lane: the smallest that OWASP holds good. Shiro's own 64 MiB would take
/// 128 MiB of heap for two people who sign in at once, a third of what the whole service may have;
/// the second factor and the lock-out carry the rest. A stored password says its own parameters, so
/// they may be raised later.
///
/// @spec https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#argon2id
///   OWASP Password Storage: Argon2id
final class Passwords extends DefaultPasswordService {
  static final int MOST_AT_ONCE = 2;
  static final Duration PATIENCE = Duration.ofSeconds(10);

  /// What begins a password that was kept with the present parameters.
  private static final String ARGON2ID = "$shiro2$argon2id$v=19$t=2,m=19456,p=1$";

  /// A stored password that none matches: whoever signs in without an account is checked against
  /// it, which takes as long as with one. Its hash is all zeros, and nobody can find what would
  /// give that.
  static final String NONE = byArgon2id() ? nobodys() : Pbkdf2Password.NONE.text();

  private static final Map<String, Object> PARAMETERS =
      Map.of("Argon2.memoryKib", "19456", "Argon2.iterations", "2", "Argon2.parallelism", "1");

  private static String nobodys() {
    return ARGON2ID + "A".repeat(22) + "$" + "A".repeat(43);
  }

  private static boolean byArgon2id() {
    return Cryptography.ofThisBuild().hasArgon2id();
  }

  private final BooleanSupplier mixed;
  private final Semaphore turns = new Semaphore(MOST_AT_ONCE, true);

  /// Of a home where all are kept by this build's means.
  Passwords() {
    this(() -> false);
  }

  /// @param mixed whether some passwords of the home are kept by PBKDF2
  Passwords(BooleanSupplier mixed) {
    this.mixed = mixed;
  }

  /// Whether this build can tell by which password this was kept.
  static boolean checks(String kept) {
    return byArgon2id() || Pbkdf2Password.isOne(kept) || kept.equals(nobodys());
  }

  /// Whether this was kept as this build keeps passwords now.
  static boolean isPresent(String kept) {
    return byArgon2id()
        ? kept.startsWith(ARGON2ID)
        : Pbkdf2Password.read(kept).filter(Pbkdf2Password::isPresent).isPresent();
  }

  /// Runs `work`, which stretches one password, when fewer than [#MOST_AT_ONCE] others do.
  ///
  /// @return nothing if that was not so within [#PATIENCE]
  <T> Optional<T> inTurn(Supplier<T> work) {
    try {
      if (!turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        return Optional.empty();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
    try {
      return Optional.of(work.get());
    } finally {
      turns.release();
    }
  }

  /// What to keep of `password`.
  String stretch(Secret password) {
    char[] characters = characters(password);
    try {
      if (byArgon2id()) {
        return encryptPassword(characters);
      }
      try (Secret normal = Secret.copyOf(characters)) {
        return Pbkdf2Password.of(normal).text();
      }
    } finally {
      Arrays.fill(characters, '\0');
    }
  }

  /// Takes as long however it was kept, or how long it takes would tell which accounts there are:
  /// what is not to be compared is stretched all the same. What was kept by Argon2id matches
  /// nothing in a build that has no Argon2id.
  @Override
  public boolean passwordsMatch(Object typed, String kept) {
    Optional<Pbkdf2Password> byPbkdf2 = Pbkdf2Password.read(kept);
    boolean own = byArgon2id() && super.passwordsMatch(typed, byPbkdf2.isPresent() ? NONE : kept);
    if (byArgon2id() && byPbkdf2.isEmpty() && !mixed.getAsBoolean()) {
      return own;
    }
    try (Secret secret = Secret.copyOf(createByteSource(typed).getBytes())) {
      return byPbkdf2.orElse(Pbkdf2Password.NONE).matches(secret) || own;
    }
  }

  /// In the one form (NFC) of all that look the same, however a keyboard writes an accent. The
  /// caller overwrites them.
  ///
  /// @spec https://pages.nist.gov/800-63-4/sp800-63b.html#passwordver NIST SP 800-63B-4 §3.1.1.2
  static char[] characters(Secret password) {
    return password.lend(octets -> {
      CharBuffer decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(octets));
      char[] typed = new char[decoded.remaining()];
      decoded.get(typed).rewind().put(new char[typed.length]);
      if (Normalizer.isNormalized(CharBuffer.wrap(typed), Normalizer.Form.NFC)) {
        return typed;
      }
      char[] normal =
          Normalizer.normalize(CharBuffer.wrap(typed), Normalizer.Form.NFC).toCharArray();
      Arrays.fill(typed, '\0');
      return normal;
    });
  }

  @Override
  protected HashRequest createHashRequest(ByteSource plain) {
    return new HashRequest.Builder()
        .setSource(plain)
        .setAlgorithmName(DEFAULT_HASH_ALGORITHM)
        .withParameters(PARAMETERS)
        .build();
  }
}
