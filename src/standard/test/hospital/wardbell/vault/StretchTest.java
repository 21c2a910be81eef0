package hospital.wardbell.vault;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Secret;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class StretchTest {
  /// The expected octets are the reference C implementation's (Argon2id, version 19, t=2, m=2^16,
  /// p=1), by argon2-cffi.
  @Test
  void stretching_is_argon2id_as_the_reference_does_it() {
    byte[] salt = "somesaltsomesalt".getBytes(StandardCharsets.US_ASCII);
    Stretch stretch = new Stretch.Argon2id(HexFormat.of().formatHex(salt), 1 << 16, 2, 1);

    Secret key = stretch.key(Secret.copyOf("password".toCharArray()));

    String octets = key.lend(HexFormat.of()::formatHex);
    assertThat(octets)
        .isEqualTo("fc33b78139231d34b71626bd6245c1d72efa190ad605c3d8166a72adcedfa2c2");
  }
}
