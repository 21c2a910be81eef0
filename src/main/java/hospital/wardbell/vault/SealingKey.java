package hospital.wardbell.vault;

import hospital.wardbell.store.Tx;

/// The data key by which a line seals now, and how often it has sealed over its life. Writer thread
/// only.
///
/// With random nonces of 96 bits a key may seal 2^32 times before two equal nonces become likelier
/// than 2^-32. Half of that is the bound. The count is kept in its row ahead of what is used, a
/// [#RESERVE] at a time, so a killed process has sealed no more often than its row says; what it
/// had not used is lost.
///
/// @spec https://doi.org/10.6028/NIST.SP.800-38D#8.3 NIST SP 800-38D §8.3 (2^32 invocations)
final class SealingKey {
  static final long MOST_SEALS = 1L << 31;

  /// Small, since a line that is opened anew uses one up with its first seal; large beside the one
  /// update that it costs.
  static final long RESERVE = 1L << 10;

  private final Vault.Subject subject;
  private final DataKey key;
  private final long epoch;
  private long seals;
  private long reserved;

  /// @param seals what it has sealed already
  /// @param reserved what its row says
  SealingKey(Vault.Subject subject, DataKey key, long epoch, long seals, long reserved) {
    this.subject = subject;
    this.key = key;
    this.epoch = epoch;
    this.seals = seals;
    this.reserved = reserved;
  }

  Vault.Subject subject() {
    return subject;
  }

  DataKey key() {
    return key;
  }

  long epoch() {
    return epoch;
  }

  /// Whether it may seal no more.
  boolean isSpent() {
    return seals == reserved && reserved + RESERVE > MOST_SEALS;
  }

  byte[] seal(Tx tx, byte[] associated, byte[] plain) {
    if (isSpent()) {
      throw new IllegalStateException("a data key that is used up must not seal");
    }
    if (seals == reserved) {
      reserved += RESERVE;
      tx.update("update dek set seals = ? where id = ?", reserved, key.id());
    }
    seals++;
    return Aead.seal(key.key(), associated, plain);
  }
}
