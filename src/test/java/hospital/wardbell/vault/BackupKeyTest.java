package hospital.wardbell.vault;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Secret;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupKeyTest {
  @TempDir private Path directory;

  private Keyring keyring() {
    Unlock unlock = new Unlock.Credential(Secret.copyOf(new byte[32]));
    Path file = directory.resolve("keyring");
    return file.toFile().exists() ? Keyring.open(file, unlock) : Keyring.create(file, unlock);
  }

  @Test
  void a_keyring_has_one_and_keeps_it() {
    String fingerprint;
    byte[] wrapped;
    Secret file = BackupKey.fileKey();
    try (Keyring keyring = keyring()) {
      BackupKey key = keyring.backupKeys().getFirst();
      fingerprint = key.fingerprint();
      wrapped = key.wrap(file);
    }

    try (Keyring again = keyring()) {
      assertThat(again.backupKeys())
          .singleElement()
          .satisfies(key -> {
            assertThat(key.fingerprint()).isEqualTo(fingerprint).matches("[0-9a-f]{8}");
            assertThat(key.unwrap(wrapped)).contains(file);
          });
    }
  }

  @Test
  void another_key_or_a_changed_wrapping_unwraps_nothing() {
    BackupKey key = new BackupKey(Key.fresh("backup"));
    byte[] wrapped = key.wrap(BackupKey.fileKey());
    byte[] changed = wrapped.clone();
    changed[20] ^= 1;

    assertThat(new BackupKey(Key.fresh("backup")).unwrap(wrapped)).isEmpty();
    assertThat(key.unwrap(changed)).isEmpty();
    assertThat(key.unwrap(Arrays.copyOf(wrapped, 5))).isEmpty();
  }

  @Test
  void each_file_has_a_key_of_its_own() {
    assertThat(BackupKey.fileKey()).isNotEqualTo(BackupKey.fileKey());
  }
}
