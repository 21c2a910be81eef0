package hospital.wardbell.vault;

import hospital.wardbell.base.Id;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// How a data key is wrapped by a KEK: bound to both their ids, so that neither rows nor versions
/// can be swapped.
final class Wrapping {
  private static final byte[] LABEL = "dek/1".getBytes(StandardCharsets.US_ASCII);

  private Wrapping() {}

  static byte[] wrap(Key kek, Id key, byte[] octets) {
    return Aead.seal(kek.aes(), associated(key, kek.id()), octets);
  }

  /// None if it was not wrapped by this KEK as this key.
  static Optional<byte[]> unwrap(Key kek, Id key, byte[] wrapped) {
    return Aead.open(kek.aes(), associated(key, kek.id()), wrapped);
  }

  private static byte[] associated(Id key, Id wrapping) {
    return ByteBuffer.allocate(LABEL.length + 32)
        .put(LABEL)
        .put(key.bytes())
        .put(wrapping.bytes())
        .array();
  }
}
