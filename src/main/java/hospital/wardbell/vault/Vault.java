package hospital.wardbell.vault;

import hospital.wardbell.base.Id;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Tx;

/// Seals and opens cells. Any thread; data keys are kept open in a bounded cache.
///
/// Methods take the [Sql] they run in, so that a key made in the same change is found.
public final class Vault {
  /// Whom a data key is about, so which KEK wraps it and when it may be destroyed.
  public enum Subject {
    CONVERSATION,
    PATIENT,
    STAFF,
    /// Opt-outs; outlives every shredding.
    SUPPRESSION,
    /// Raw PDUs of one day whose conversation is not known yet.
    DAY,
    /// Settings and tokens of the box itself.
    SYSTEM
  }

  public Vault(Keyring keyring) {
    throw new IllegalStateException("not built");
  }

  /// Makes a data key and its row; the key's id is what rows about the subject keep.
  public Id newKey(Tx tx, Subject subject) {
    throw new IllegalStateException("not built");
  }

  /// The one key for a named purpose (the suppression list, a day such as `2026-11-22`), made on
  /// first use.
  public Id namedKey(Tx tx, Subject subject, String name) {
    throw new IllegalStateException("not built");
  }

  /// AES-256-GCM with a random 96-bit nonce; the octets start with a format version.
  public byte[] seal(Sql sql, Id key, Cell cell, byte[] plain) {
    throw new IllegalStateException("not built");
  }

  /// @throws VaultFault of kind TAMPERED or SHREDDED
  public byte[] open(Sql sql, Id key, Cell cell, byte[] sealed) {
    throw new IllegalStateException("not built");
  }

  /// [#seal] of UTF-8 text.
  public byte[] sealText(Sql sql, Id key, Cell cell, String text) {
    throw new IllegalStateException("not built");
  }

  /// [#open] of UTF-8 text.
  public String openText(Sql sql, Id key, Cell cell, byte[] sealed) {
    throw new IllegalStateException("not built");
  }

  /// HMAC-SHA-256 of `value` under the index key and `label`: equal values give equal octets, and
  /// nothing else is told. 32 octets.
  public byte[] index(String label, String value) {
    throw new IllegalStateException("not built");
  }

  /// Fills a column of sealed or hashed tokens: HMAC under the audit key's sibling for pseudonyms
  /// in the audit log. 16 hexadecimal digits.
  public String pseudonym(Id subject) {
    throw new IllegalStateException("not built");
  }
}
