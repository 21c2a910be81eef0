package hospital.wardbell.conversation;

import java.util.Arrays;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// A set of ordinals, at least one, and how it is written: the first, and the differences from one
/// to the next, seven bits to an octet, the highest bit set on all but a number's last.
final class Ordinals {
  /// The longest that a number of 64 bits is written.
  private static final int LONGEST = 10;

  private static final int BITS = 7;
  private static final int MORE = 1 << BITS;

  private final long[] sorted;

  private Ordinals(long[] sorted) {
    this.sorted = sorted;
  }

  /// @param ordinals at least one
  static Ordinals of(NavigableSet<Long> ordinals) {
    return new Ordinals(ordinals.stream().mapToLong(Long::longValue).toArray());
  }

  /// @throws IllegalArgumentException if `written` is not what [#written] gave
  static Ordinals read(byte[] written) {
    int amount = 0;
    for (byte octet : written) {
      amount += (octet & MORE) == 0 ? 1 : 0;
    }
    if (amount == 0 || (written[written.length - 1] & MORE) != 0) {
      throw new IllegalArgumentException("a block of ordinals ends too soon");
    }
    long[] ordinals = new long[amount];
    long before = 0;
    int at = 0;
    for (int i = 0; i < amount; i++) {
      long difference = 0;
      int shift = 0;
      int octet;
      do {
        octet = written[at++];
        difference |= (long) (octet & (MORE - 1)) << shift;
        shift += BITS;
      } while ((octet & MORE) != 0);
      before += difference;
      ordinals[i] = before;
    }
    return new Ordinals(ordinals);
  }

  byte[] written() {
    byte[] octets = new byte[sorted.length * LONGEST];
    long before = 0;
    int at = 0;
    for (long ordinal : sorted) {
      long rest = ordinal - before;
      while (Long.compareUnsigned(rest, MORE) >= 0) {
        octets[at++] = (byte) ((rest & (MORE - 1)) | MORE);
        rest >>>= BITS;
      }
      octets[at++] = (byte) rest;
      before = ordinal;
    }
    return Arrays.copyOf(octets, at);
  }

  long lowest() {
    return sorted[0];
  }

  int amount() {
    return sorted.length;
  }

  /// The greatest that is not above `limit`.
  Optional<Long> atMost(long limit) {
    int found = Arrays.binarySearch(sorted, limit);
    int at = found >= 0 ? found : -found - 2;
    return at < 0 ? Optional.empty() : Optional.of(sorted[at]);
  }

  /// Whether one of these is among them.
  boolean hasAnyOf(Set<Long> others) {
    return Arrays.stream(sorted).anyMatch(others::contains);
  }

  /// Those that are not among `others`; empty if none is left.
  Optional<Ordinals> without(Set<Long> others) {
    long[] left = Arrays.stream(sorted).filter(o -> !others.contains(o)).toArray();
    return left.length == 0 ? Optional.empty() : Optional.of(new Ordinals(left));
  }

  Ordinals and(Ordinals others) {
    NavigableSet<Long> all = new TreeSet<>();
    for (long ordinal : sorted) {
      all.add(ordinal);
    }
    for (long ordinal : others.sorted) {
      all.add(ordinal);
    }
    return of(all);
  }
}
