package hospital.wardbell.vault;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.Secret;
import hospital.wardbell.base.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// One of the keys by which values are blinded.
///
/// What a key of purpose [#MARKED] blinds begins with eight octets that are the same for all of
/// that key's values and say nothing else: by them a row tells which key it is under. The first key
/// of a home that was made before there was such a mark is of purpose [#PLAIN]; no mark of another
/// is taken for the beginning of its values but once in 2^64.
final class IndexKey {
  static final String PLAIN = "index";
  static final String MARKED = "index/2";

  private static final int LENGTH = 32;
  private static final int MARK = 8;

  private final Key key;

  IndexKey(Key key) {
    this.key = key;
  }

  Id id() {
    return key.id();
  }

  /// 32 octets: HMAC-SHA-256 of `value` under this key and `label`, cut short for the mark.
  byte[] blind(String label, String value) {
    byte[] whole = hmac(label, value);
    return key.purpose().equals(PLAIN) ? whole : marked(whole);
  }

  /// The first 64 bits of the HMAC; they bear no mark.
  long blindShort(String label, String value) {
    return ByteBuffer.wrap(hmac(label, value)).getLong();
  }

  /// What stands in a row that nobody is to find any more: bears the mark, and is no value's.
  byte[] nobodys(Id row) {
    return marked(Arrays.copyOf(row.bytes(), LENGTH));
  }

  boolean isMarked(byte[] blinded) {
    return key.purpose().equals(MARKED) && Arrays.equals(mark(), Arrays.copyOf(blinded, MARK));
  }

  private byte[] marked(byte[] octets) {
    return ByteBuffer.allocate(LENGTH).put(mark()).put(octets, 0, LENGTH - MARK).array();
  }

  private byte[] mark() {
    MessageDigest sha256 = Sha256.fresh();
    sha256.update("wardbell-index/2 mark".getBytes(StandardCharsets.US_ASCII));
    return Arrays.copyOf(sha256.digest(key.id().bytes()), MARK);
  }

  private byte[] hmac(String label, String value) {
    return hmac(key.octets(), label, value);
  }

  /// The length first, so that no label and value run together into another's.
  static byte[] hmac(Secret key, String label, String value) {
    byte[] name = label.getBytes(StandardCharsets.UTF_8);
    byte[] content = value.getBytes(StandardCharsets.UTF_8);
    return hmac(
        key,
        ByteBuffer.allocate(4 + name.length + content.length)
            .putInt(name.length)
            .put(name)
            .put(content)
            .array());
  }

  static byte[] hmac(Secret key, byte[] octets) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key.lend(k -> new SecretKeySpec(k, "HmacSHA256")));
      return mac.doFinal(octets);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA-256 is in every JDK", e);
    }
  }
}
