package hospital.wardbell.vault;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.Secret;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// One key of 256 bits in the keyring. Of those for one purpose that are in use the last is the
/// current; the older open what they closed.
///
/// @param made in whole milliseconds; the epoch if nobody wrote it down; of one that has ended,
///   when it did
record Key(String purpose, Id id, Secret octets, Instant made, Use use) {
  static final int OCTETS = 32;

  /// What a key is there for.
  sealed interface Use {
    /// The database at work needs it, or may.
    record AtWork() implements Use {}

    /// As [AtWork], and nothing keeps it once that ends, older backups included.
    record Ending() implements Use {}

    /// Nothing but backups from before needs it.
    ///
    /// @param since in whole milliseconds
    record Former(Instant since) implements Use {}
  }

  static Key fresh(String purpose) {
    byte[] octets = new byte[OCTETS];
    new SecureRandom().nextBytes(octets);
    try {
      return new Key(purpose, Id.random(), Secret.copyOf(octets), now(), new Use.AtWork());
    } finally {
      Arrays.fill(octets, (byte) 0);
    }
  }

  /// What is left of `gone`.
  static Key ended(Key gone, Instant at) {
    Key other = fresh(Keys.ENDED + gone.purpose());
    return new Key(other.purpose, gone.id, other.octets, at, other.use);
  }

  static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  /// The same key, for something else.
  Key as(Use other) {
    return new Key(purpose, id, octets, made, other);
  }

  /// Whether it only says that the period of the key with this id has ended; its octets are others
  /// then.
  boolean isEnded() {
    return purpose.startsWith(Keys.ENDED);
  }

  boolean isFormer() {
    return use instanceof Use.Former;
  }

  boolean isEnding() {
    return use instanceof Use.Ending;
  }

  /// Since when only backups need it; empty if that is not so.
  Optional<Instant> formerSince() {
    return use instanceof Use.Former(Instant since) ? Optional.of(since) : Optional.empty();
  }

  SecretKey aes() {
    return aes(octets);
  }

  static SecretKey aes(Secret octets) {
    return octets.lend(key -> new SecretKeySpec(key, "AES"));
  }
}
