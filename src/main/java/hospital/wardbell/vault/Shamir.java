package hospital.wardbell.vault;

import java.security.SecureRandom;
import java.util.Map;

/// Shamir's secret sharing, octet by octet over GF(2^8) with the polynomial of AES: of the shares,
/// so many as are needed give the secret, and fewer say nothing about it.
///
/// A share is a polynomial's value at the share's number; the secret is its value at 0. Nothing
/// branches on, or is looked up by, an octet that is secret.
final class Shamir {
  /// x^8 + x^4 + x^3 + x + 1, without its highest term.
  private static final int REDUCTION = 0x1b;

  static final int MOST_SHARES = 20;

  private Shamir() {}

  /// The shares numbered from 1.
  ///
  /// @param needed 2 or more, and no more than `shares`
  /// @param shares at most [#MOST_SHARES]
  static byte[][] split(byte[] secret, int needed, int shares, SecureRandom random) {
    if (needed < 2 || needed > shares || shares > MOST_SHARES) {
      throw new IllegalArgumentException("no kit of so many shares");
    }
    byte[][] coefficients = new byte[needed][secret.length];
    coefficients[0] = secret.clone();
    for (int power = 1; power < needed; power++) {
      random.nextBytes(coefficients[power]);
    }
    byte[][] made = new byte[shares][];
    for (int share = 0; share < shares; share++) {
      made[share] = at(share + 1, coefficients);
    }
    Wipe.all(coefficients);
    return made;
  }

  /// The polynomials' values, by Horner's rule.
  static byte[] at(int x, byte[][] coefficients) {
    byte[] sum = new byte[coefficients[0].length];
    for (int power = coefficients.length - 1; power >= 0; power--) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] = (byte) (times(sum[i], x) ^ coefficients[power][i]);
      }
    }
    return sum;
  }

  /// The secret, if the shares are right and enough; something else if not.
  ///
  /// @param shares by their numbers, all of one length
  static byte[] combine(Map<Integer, byte[]> shares) {
    int length = shares.values().iterator().next().length;
    byte[] secret = new byte[length];
    shares.forEach((number, octets) -> {
      int weight = weightAtZero(number, shares.keySet());
      for (int i = 0; i < length; i++) {
        secret[i] ^= (byte) times(octets[i], weight);
      }
    });
    return secret;
  }

  /// Lagrange's basis polynomial of this share at 0.
  private static int weightAtZero(int number, Iterable<Integer> numbers) {
    int weight = 1;
    for (int other : numbers) {
      if (other != number) {
        weight = times(weight, times(other, inverse(other ^ number)));
      }
    }
    return weight;
  }

  static int times(int a, int b) {
    int left = a & 0xff;
    int product = 0;
    for (int bit = 0; bit < 8; bit++) {
      product ^= left & -((b >> bit) & 1);
      left = ((left << 1) ^ (REDUCTION & -(left >> 7))) & 0xff;
    }
    return product;
  }

  /// a^254, which is 1/a; 0 for 0.
  static int inverse(int a) {
    int power = a;
    int product = 1;
    for (int i = 0; i < 7; i++) {
      power = times(power, power);
      product = times(product, power);
    }
    return product;
  }
}
