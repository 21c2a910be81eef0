package hospital.wardbell.vault;

import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.SecretKey;

/// A data key, open, and how often it has sealed since it was opened.
///
/// With random nonces of 96 bits a key may seal 2^32 times before two equal nonces become likelier
/// than 2^-32. The count starts anew with the process, so half of that is the bound: a conversation
/// that seals ten cells a second, day and night, comes there after seven years without a restart.
///
/// @spec https://doi.org/10.6028/NIST.SP.800-38D#8.3 NIST SP 800-38D §8.3 (2^32 invocations)
final class DataKey {
  private static final long MOST_SEALS = 1L << 31;

  private final SecretKey key;
  private final AtomicLong seals = new AtomicLong();

  DataKey(SecretKey key) {
    this.key = key;
  }

  byte[] seal(byte[] associated, byte[] plain) {
    if (seals.incrementAndGet() > MOST_SEALS) {
      throw new IllegalStateException("a data key has sealed too often; restart the service");
    }
    return Aead.seal(key, associated, plain);
  }

  SecretKey key() {
    return key;
  }
}
