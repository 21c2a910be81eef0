package hospital.wardbell.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hospital.wardbell.base.Secret;
import hospital.wardbell.crypto.Cryptography;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Keyrings that the two builds have made, each opened by whichever build is tested.
class OtherBuildTest {
  private static final Unlock PASSPHRASE =
      new Unlock.Passphrase(Secret.copyOf("correct horse battery stáple".toCharArray()));
  private static final Unlock WRONG =
      new Unlock.Passphrase(Secret.copyOf("correct horse battery staple".toCharArray()));

  @TempDir private Path directory;

  private Path keyring(String name) throws Exception {
    Path file = directory.resolve("keyring");
    try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream(name))) {
      Files.copy(in, file);
    }
    return file;
  }

  @ParameterizedTest
  @ValueSource(strings = {"keyring-usual-credential", "keyring-fips-credential"})
  void a_credential_opens_what_either_build_made(String name) throws Exception {
    Path file = keyring(name);
    try (Keyring open = Keyring.open(file, new Unlock.Credential(Secret.copyOf(new byte[32])))) {
      assertThat(open.databaseKey().length()).isEqualTo(32);
      assertThat(open.signingSeed().length()).isEqualTo(32);
    }
  }

  @Test
  void a_passphrase_that_the_validated_module_stretched_opens_in_both() throws Exception {
    Path file = keyring("keyring-fips-passphrase");
    assertThat(new ClosedKeyring(file).isPassphraseOfOtherBuild()).isFalse();

    try (Keyring open = Keyring.open(file, PASSPHRASE)) {
      assertThat(open.databaseKey().length()).isEqualTo(32);
    }
    assertThatThrownBy(() -> Keyring.open(file, WRONG))
        .isInstanceOfSatisfying(
            VaultFault.class, e -> assertThat(e.kind()).isEqualTo(VaultFault.Kind.WRONG_UNLOCK));
    assertThatThrownBy(
            () -> Keyring.open(file, new Unlock.Passphrase(Secret.copyOf("short".toCharArray()))))
        .isInstanceOfSatisfying(
            VaultFault.class, e -> assertThat(e.kind()).isEqualTo(VaultFault.Kind.WRONG_UNLOCK));
  }

  @Test
  void one_that_argon2id_stretched_opens_where_there_is_argon2id_and_is_explained_elsewhere()
      throws Exception {
    Path file = keyring("keyring-usual-passphrase");

    if (Cryptography.ofThisBuild().hasArgon2id()) {
      try (Keyring open = Keyring.open(file, PASSPHRASE)) {
        assertThat(open.databaseKey().length()).isEqualTo(32);
      }
    } else {
      byte[] before = Files.readAllBytes(file);
      assertThat(new ClosedKeyring(file).isPassphraseOfOtherBuild()).isTrue();
      assertThatThrownBy(() -> Keyring.open(file, PASSPHRASE))
          .isInstanceOf(VaultFault.class)
          .hasMessageContaining("Argon2id")
          .hasMessageContaining("wardbell unlock --recovery, then wardbell key mode hand")
          .hasMessageContaining("wardbell key recovery-kit");
      assertThat(file).hasBinaryContent(before);
    }
  }
}
