package hospital.wardbell.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hospital.wardbell.base.Secret;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedStreamTest {
  private static final Secret KEY = secret(1);
  private static final byte[] BOUND = {1, 2, 3};
  private static final int SEALED = Chunks.PLAIN + Chunks.TAG;

  private static Secret secret(int octet) {
    byte[] octets = new byte[32];
    Arrays.fill(octets, (byte) octet);
    return Secret.copyOf(octets);
  }

  private static byte[] random(int length) {
    byte[] octets = new byte[length];
    new Random(length).nextBytes(octets);
    return octets;
  }

  private static byte[] sealed(byte[] plain, int step) throws IOException {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    try (SealedOutput out = new SealedOutput(octets, KEY, BOUND)) {
      for (int at = 0; at < plain.length; at += step) {
        out.write(plain, at, Math.min(step, plain.length - at));
      }
      out.finish();
    }
    return octets.toByteArray();
  }

  private static byte[] opened(byte[] sealed, Secret key, byte[] bound) throws IOException {
    try (SealedInput in = new SealedInput(new ByteArrayInputStream(sealed), key, bound)) {
      return in.readAllBytes();
    }
  }

  private static void refused(byte[] sealed) {
    assertThatThrownBy(() -> opened(sealed, KEY, BOUND))
        .isInstanceOfSatisfying(
            VaultFault.class, f -> assertThat(f.kind()).isEqualTo(VaultFault.Kind.TAMPERED));
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        0,
        1,
        Chunks.PLAIN - 1,
        Chunks.PLAIN,
        Chunks.PLAIN + 1,
        2 * Chunks.PLAIN,
        3 * Chunks.PLAIN + 7
      })
  void what_was_sealed_comes_out_whatever_the_pieces_it_was_written_in(int length)
      throws Exception {
    byte[] plain = random(length);

    for (int step : new int[] {1000, 65_536, 200_000}) {
      byte[] sealed = sealed(plain, step);

      assertThat(opened(sealed, KEY, BOUND)).isEqualTo(plain);
      int chunks = Math.max(1, (length + Chunks.PLAIN - 1) / Chunks.PLAIN);
      assertThat(sealed).hasSize(length + chunks * Chunks.TAG);
    }
  }

  @Test
  void any_flipped_bit_is_refused() throws Exception {
    byte[] sealed = sealed(random(2 * Chunks.PLAIN + 500), 65_536);
    Random random = new Random(3);

    for (int i = 0; i < 200; i++) {
      byte[] flipped = sealed.clone();
      flipped[random.nextInt(sealed.length)] ^= (byte) (1 << random.nextInt(8));

      refused(flipped);
    }
  }

  @Test
  void a_stream_cut_short_anywhere_is_refused_even_between_two_chunks() throws Exception {
    byte[] sealed = sealed(random(2 * Chunks.PLAIN + 500), 65_536);

    for (int length :
        new int[] {
          0,
          1,
          Chunks.TAG - 1,
          Chunks.TAG,
          SEALED - 1,
          SEALED,
          SEALED + 1,
          2 * SEALED,
          sealed.length - 1
        }) {
      refused(Arrays.copyOf(sealed, length));
    }
  }

  @Test
  void octets_behind_the_end_are_refused() throws Exception {
    byte[] whole = sealed(random(2 * Chunks.PLAIN), 65_536);
    byte[] small = sealed(random(10), 65_536);

    refused(Arrays.copyOf(whole, whole.length + 1));
    refused(Arrays.copyOf(small, small.length + 1));
  }

  @Test
  void chunks_that_change_places_are_refused() throws Exception {
    byte[] sealed = sealed(random(3 * Chunks.PLAIN), 65_536);
    byte[] swapped = sealed.clone();
    System.arraycopy(sealed, 0, swapped, SEALED, SEALED);
    System.arraycopy(sealed, SEALED, swapped, 0, SEALED);

    refused(swapped);
  }

  @Test
  void a_stream_without_its_end_is_refused() throws Exception {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    try (SealedOutput out = new SealedOutput(octets, KEY, BOUND)) {
      out.write(random(2 * Chunks.PLAIN + 1));
    }

    refused(octets.toByteArray());
  }

  @Test
  void another_key_or_another_header_opens_nothing() throws Exception {
    byte[] sealed = sealed(random(100), 100);

    assertThatThrownBy(() -> opened(sealed, secret(2), BOUND)).isInstanceOf(VaultFault.class);
    assertThatThrownBy(() -> opened(sealed, KEY, new byte[] {1, 2, 4}))
        .isInstanceOf(VaultFault.class);
  }
}
