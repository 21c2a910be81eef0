package hospital.wardbell.base;

import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.function.Function;

/// Octets that must not be printed: a key, a passphrase, a token.
///
/// Holds a copy of its own and overwrites it on [#close]. `toString` never shows it and comparison
/// takes the same time wherever two secrets differ. Any thread may use it; closing while another
/// thread uses it is the owner's mistake.
public final class Secret implements AutoCloseable {
  private final byte[] octets;
  private boolean closed;

  private Secret(byte[] octets) {
    this.octets = octets;
  }

  public static Secret copyOf(byte[] octets) {
    return new Secret(octets.clone());
  }

  /// The characters as UTF-8. The caller's array is left as it is.
  public static Secret copyOf(char[] characters) {
    var encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(characters));
    byte[] octets = new byte[encoded.remaining()];
    encoded.get(octets).rewind().put(new byte[octets.length]);
    return new Secret(octets);
  }

  /// Lends the octets to `use`, which must neither keep nor change them.
  ///
  /// @throws IllegalStateException if the secret has been closed
  public <T> T lend(Function<byte[], T> use) {
    if (closed) {
      throw new IllegalStateException("the secret was wiped");
    }
    return use.apply(octets);
  }

  /// How many octets it has.
  public int length() {
    return octets.length;
  }

  @Override
  public void close() {
    closed = true;
    Arrays.fill(octets, (byte) 0);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret that && MessageDigest.isEqual(octets, that.octets);
  }

  @Override
  public int hashCode() {
    return 0; // a hash would say something about the content
  }

  @Override
  public String toString() {
    return "[secret]";
  }
}
