package hospital.wardbell.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.Signature;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/// What both builds must do alike, so that what one has kept the other opens.
class PrimitivesTest {
  private static final HexFormat HEX = HexFormat.of();
  private static final byte[] SALT = "somesaltsomesalt".getBytes(StandardCharsets.US_ASCII);

  /// @spec https://www.rfc-editor.org/rfc/rfc8032#section-7.1 RFC 8032 §7.1 (test 1)
  @Test
  void a_seed_gives_the_key_of_the_rfc_and_its_signature() throws Exception {
    byte[] seed = HEX.parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");

    KeyPair pair = Cryptography.ofThisBuild().ed25519(seed);

    byte[] encoded = pair.getPublic().getEncoded();
    assertThat(HEX.formatHex(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length)))
        .isEqualTo("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    Signature ed25519 = Signature.getInstance("Ed25519");
    ed25519.initSign(pair.getPrivate());
    assertThat(HEX.formatHex(ed25519.sign()))
        .isEqualTo(
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");
  }

  /// The expected octets are those of Python's hashlib.
  @Test
  void a_passphrase_is_stretched_as_others_do_it_whatever_its_letters() {
    byte[] typed = "seven púrple wagons".getBytes(StandardCharsets.UTF_8);

    assertThat(HEX.formatHex(Pbkdf2.derive(typed, SALT, 2_000, 32)))
        .isEqualTo("7c3f66013aa400c7530c8b40a3422d005f463966bd3790c78eb443b7e6acd4ca");
  }

  @Test
  void what_is_too_short_for_one_build_is_too_short_for_both() {
    byte[] thirteen = "seven purple ".getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> Pbkdf2.derive(thirteen, SALT, 2_000, 32))
        .isInstanceOf(CryptoFault.class)
        .hasMessageContaining("14 characters");
  }
}
