package hospital.wardbell.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import org.junit.jupiter.api.Test;

class SshKeysTest {
  private static KeyPair readAgain(KeyPair keys) {
    return SshKeys.read(keys.getPublic().getEncoded(), keys.getPrivate().getEncoded());
  }

  private static KeyPair onP256() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  @Test
  void either_build_reads_what_either_has_made() throws Exception {
    KeyPair ed25519 = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    KeyPair p256 = onP256();

    assertThat(HostKey.line(readAgain(ed25519).getPublic()))
        .isEqualTo(HostKey.line(ed25519.getPublic()))
        .startsWith("ssh-ed25519 ");
    assertThat(HostKey.line(readAgain(p256).getPublic()))
        .isEqualTo(HostKey.line(p256.getPublic()))
        .startsWith("ecdsa-sha2-nistp256 ");
    KeyPair fresh = SshKeys.fresh();
    assertThat(readAgain(fresh).getPrivate()).isEqualTo(fresh.getPrivate());
  }

  @Test
  void what_is_no_key_is_refused() {
    assertThatThrownBy(() -> SshKeys.read(new byte[44], new byte[48]))
        .isInstanceOf(IllegalStateException.class);
  }
}
