package hospital.wardbell.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import java.security.Signature;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

/// What a process has after it has begun with the validated module.
class ValidatedTest {
  @Test
  void all_that_we_ask_for_is_done_by_the_module() throws GeneralSecurityException {
    List<Provider> asked =
        List.of(
            new SecureRandom().getProvider(),
            Cipher.getInstance("AES/GCM/NoPadding").getProvider(),
            Mac.getInstance("HmacSHA256").getProvider(),
            Mac.getInstance("HmacSHA1").getProvider(),
            MessageDigest.getInstance("SHA-256").getProvider(),
            Signature.getInstance("Ed25519").getProvider(),
            Signature.getInstance("SHA256withECDSA").getProvider(),
            KeyPairGenerator.getInstance("EC").getProvider(),
            SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512").getProvider(),
            Cipher.getInstance("AES/CBC/NoPadding").getProvider());

    assertThat(asked).extracting(Provider::getName).containsOnly("BCFIPS");
    assertThat(SSLContext.getInstance("TLSv1.3").getProvider().getName()).isEqualTo("BCJSSE");
  }

  @Test
  void there_is_no_other_provider_but_the_one_that_derby_asks_for_md5() throws Exception {
    assertThat(Arrays.stream(Security.getProviders()).map(Provider::getName))
        .containsExactly("BCFIPS", "BCJSSE", "SUN");
    assertThat(MessageDigest.getInstance("MD5").getProvider().getName()).isEqualTo("SUN");
  }

  @Test
  void what_is_not_approved_is_not_there() {
    for (String transformation : List.of("ChaCha20-Poly1305", "RC4", "DES/CBC/NoPadding")) {
      assertThatThrownBy(() -> Cipher.getInstance(transformation))
          .as(transformation)
          .isInstanceOf(GeneralSecurityException.class);
    }
    assertThatThrownBy(
            () -> Cryptography.ofThisBuild().argon2id(new byte[14], new byte[16], 8, 1, 1))
        .isInstanceOf(CryptoFault.class);
  }

  @Test
  void the_module_its_version_and_its_mode_are_named() {
    assertThat(Cryptography.ofThisBuild().inUse())
        .isEqualTo(
            "the FIPS 140-3 validated module BC-FJA 2.1.1 (certificate 4943), in approved mode");
  }
}
