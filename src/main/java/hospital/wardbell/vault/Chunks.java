package hospital.wardbell.vault;

import hospital.wardbell.base.Secret;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/// The cipher of a sealed stream: AES-256-GCM chunk by chunk, numbered, the last one marked.
///
/// A chunk's nonce is its number in eleven octets and an octet that is 1 for the last chunk and 0
/// for the others. So none can be left out, doubled, moved or taken for the end. The nonces repeat
/// from stream to stream: a key seals one stream and no other.
///
/// @spec https://eprint.iacr.org/2015/189#7 Hoang, Reyhanitabar, Rogaway, Vizar: Online
///   Authenticated-Encryption and its Nonce-Reuse Misuse-Resistance, §7 (STREAM)
final class Chunks {
  /// Plain octets of every chunk but the last, which may have fewer.
  static final int PLAIN = 64 * 1024;

  static final int TAG = 16;
  private static final int NONCE = 12;
  private static final int NUMBER_AT = 3; // the upper three of its eleven octets stay zero

  private final SecretKey key;
  private final byte[] bound;
  private final Cipher cipher;
  private long number;

  /// @param bound what the whole stream belongs to, such as the digest of its header
  Chunks(Secret key, byte[] bound) {
    this.key = Key.aes(key);
    this.bound = bound.clone();
    try {
      this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-256-GCM is in every JDK", e);
    }
  }

  /// How many chunks have been done.
  long number() {
    return number;
  }

  /// @param sealed has room for [#TAG] octets more than there are plain ones
  /// @return how many octets it has
  int seal(byte[] plain, int length, boolean last, byte[] sealed) {
    try {
      begin(Cipher.ENCRYPT_MODE, last);
      return cipher.doFinal(plain, 0, length, sealed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-256-GCM is in every JDK", e);
    }
  }

  /// @return how many plain octets there are; -1 if they are not those that were sealed
  int open(byte[] sealed, int length, boolean last, byte[] plain) {
    try {
      begin(Cipher.DECRYPT_MODE, last);
      return cipher.doFinal(sealed, 0, length, plain);
    } catch (AEADBadTagException _) {
      return -1;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-256-GCM is in every JDK", e);
    }
  }

  private void begin(int mode, boolean last) throws GeneralSecurityException {
    byte[] nonce =
        ByteBuffer.allocate(NONCE)
            .putLong(NUMBER_AT, number++)
            .put(NONCE - 1, (byte) (last ? 1 : 0))
            .array();
    cipher.init(mode, key, new GCMParameterSpec(TAG * 8, nonce));
    cipher.updateAAD(bound);
  }
}
