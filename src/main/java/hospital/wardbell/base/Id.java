package hospital.wardbell.base;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.HexFormat;

/// A name for one thing: 128 random bits, written as 32 lower-case hexadecimal digits.
///
/// Ids are made before the row they name is inserted, are never reused, and say nothing about time
/// or order. They may stand in a URL, a log line or a metric.
public record Id(long high, long low) implements Comparable<Id> {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final HexFormat HEX = HexFormat.of();

  /// A new id from the system's secure random source. Any thread.
  public static Id random() {
    return new Id(RANDOM.nextLong(), RANDOM.nextLong());
  }

  /// @param text 32 hexadecimal digits, upper or lower case
  /// @throws IllegalArgumentException if `text` is anything else
  public static Id parse(String text) {
    if (text.length() != 32) {
      throw new IllegalArgumentException("an id has 32 hexadecimal digits");
    }
    return of(HEX.parseHex(text));
  }

  /// @param octets 16 octets, most significant first
  public static Id of(byte[] octets) {
    if (octets.length != 16) {
      throw new IllegalArgumentException("an id has 16 octets");
    }
    ByteBuffer in = ByteBuffer.wrap(octets);
    return new Id(in.getLong(), in.getLong());
  }

  /// The 16 octets, most significant first.
  public byte[] bytes() {
    return ByteBuffer.allocate(16).putLong(high).putLong(low).array();
  }

  @Override
  public int compareTo(Id other) {
    int order = Long.compareUnsigned(high, other.high);
    return order != 0 ? order : Long.compareUnsigned(low, other.low);
  }

  @Override
  public String toString() {
    return HEX.toHexDigits(high) + HEX.toHexDigits(low);
  }
}
