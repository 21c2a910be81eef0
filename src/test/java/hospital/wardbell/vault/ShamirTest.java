package hospital.wardbell.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ShamirTest {
  private static final SecureRandom RANDOM = new SecureRandom();

  /// Logarithms to the base 3, by counting: another way to the same field.
  private final int[] exponents = new int[255];

  private final int[] logarithms = new int[256];

  ShamirTest() {
    int power = 1;
    for (int i = 0; i < 255; i++) {
      exponents[i] = power;
      logarithms[power] = i;
      int twice = power * 2 > 255 ? (power * 2) ^ 0x11b : power * 2;
      power ^= twice;
    }
  }

  private int product(int a, int b) {
    return a == 0 || b == 0 ? 0 : exponents[(logarithms[a] + logarithms[b]) % 255];
  }

  @Test
  void every_product_and_every_inverse_is_what_logarithms_give() {
    for (int a = 0; a < 256; a++) {
      for (int b = 0; b < 256; b++) {
        assertThat(Shamir.times(a, b)).isEqualTo(product(a, b));
      }
      assertThat(product(a, Shamir.inverse(a))).isEqualTo(a == 0 ? 0 : 1);
    }
  }

  /// FIPS 197 §4.2 has {57}x{83}={c1} and {57}x{13}={fe}.
  @Test
  void the_field_is_that_of_aes() {
    assertThat(Shamir.times(0x57, 0x83)).isEqualTo(0xc1);
    assertThat(Shamir.times(0x57, 0x13)).isEqualTo(0xfe);
  }

  /// f(x) = 42 + 07 x, on paper.
  @Test
  void a_known_polynomial_gives_the_values_worked_out_by_hand() {
    byte[][] line = {{0x42}, {0x07}};

    // 42 ^ 07, 42 ^ 0e, 42 ^ 09
    assertThat(Shamir.at(1, line)).containsExactly(0x45);
    assertThat(Shamir.at(2, line)).containsExactly(0x4c);
    assertThat(Shamir.at(3, line)).containsExactly(0x4b);
    assertThat(Shamir.combine(Map.of(1, new byte[] {0x45}, 3, new byte[] {0x4b})))
        .containsExactly(0x42);
    assertThat(Shamir.combine(Map.of(3, new byte[] {0x4b}, 2, new byte[] {0x4c})))
        .containsExactly(0x42);
  }

  @Test
  void any_of_the_shares_that_are_enough_give_the_secret() {
    byte[] secret = new byte[32];
    Random random = new Random(3);
    random.nextBytes(secret);

    for (int needed = 2; needed <= 5; needed++) {
      byte[][] shares = Shamir.split(secret, needed, 5, RANDOM);
      for (int chosen = 0; chosen < 32; chosen++) {
        Map<Integer, byte[]> together = new HashMap<>();
        for (int i = 0; i < 5; i++) {
          if ((chosen >> i & 1) == 1) {
            together.put(i + 1, shares[i]);
          }
        }
        if (together.size() == needed) {
          assertThat(Shamir.combine(together)).isEqualTo(secret);
        } else if (together.size() == needed - 1 && needed > 2) {
          assertThat(Shamir.combine(together)).isNotEqualTo(secret);
        }
      }
    }
  }

  /// With one share short, each secret is as likely as any other: for two of two, over all values
  /// of the unknown coefficient, the share takes each value once.
  @Test
  void a_share_alone_says_nothing() {
    for (int secret : new int[] {0x00, 0x42, 0xff}) {
      boolean[] seen = new boolean[256];
      for (int coefficient = 0; coefficient < 256; coefficient++) {
        byte[][] line = {{(byte) secret}, {(byte) coefficient}};
        seen[Shamir.at(7, line)[0] & 0xff] = true;
      }
      assertThat(seen).doesNotContain(false);
    }
  }

  @Test
  void a_kit_that_one_share_opens_or_that_nobody_can_is_not_made() {
    for (int[] odd : new int[][] {{1, 3}, {4, 3}, {2, 21}}) {
      assertThatThrownBy(() -> Shamir.split(new byte[32], odd[0], odd[1], RANDOM))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
