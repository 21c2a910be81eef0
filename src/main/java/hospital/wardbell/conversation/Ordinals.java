package hospital.wardbell.conversation;

import java.util.Arrays;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// A set of ordinals, at least one, and how it is written: the differences from one to the next,
/// seven bits to an octet, the highest bit set on all but a number's last. The first is not
/// written; it is the block's `lowest`.
final class Ordinals {
  /// The longest that a difference of up to 2^42 milliseconds (139 years) is written.
  private static final int LONGEST = 6;

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
  static Ordinals read(long lowest, int amount, byte[] written) {
    long[] ordinals = new long[amount];
    ordinals[0] = lowest;
    int at = 0;
    for (int i = 1; i < amount; i++) {
      long difference = 0;
      int shift = 0;
      int octet;
      do {
        if (at == written.length) {
          throw new IllegalArgumentException("a block of ordinals ends too soon");
        }
        octet = written[at++];
        difference |= (long) (octet & (MORE - 1)) << shift;
        shift += BITS;
      } while ((octet & MORE) != 0);
      ordinals[i] = ordinals[i - 1] + difference;
    }
    return new Ordinals(ordinals);
  }

  byte[] written() {
    byte[] octets = new byte[sorted.length * LONGEST];
    int at = 0;
    for (int i = 1; i < sorted.length; i++) {
      long rest = sorted[i] - sorted[i - 1];
      while (rest >= MORE) {
        octets[at++] = (byte) ((rest & (MORE - 1)) | MORE);
        rest >>>= BITS;
      }
      octets[at++] = (byte) rest;
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
