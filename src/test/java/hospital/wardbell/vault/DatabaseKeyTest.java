package hospital.wardbell.vault;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.Secret;
import hospital.wardbell.store.Store;
import hospital.wardbell.store.StoreFault;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 5, unit = TimeUnit.MINUTES)
class DatabaseKeyTest {
  private static final int ROWS = 400;
  private static final int KILLS = 4;

  @TempDir private Path home;
  private Secret former = Secret.copyOf(new byte[32]);

  @BeforeEach
  void furnish() {
    try (Keyring keyring = Keyring.create(home.resolve("keyring"), Rotator.UNLOCK);
        Store store = DatabaseKey.open(home.resolve("database"), keyring)) {
      former = keyring.databaseKey().lend(Secret::copyOf);
      Vault vault = new Vault(keyring);
      for (int i = 0; i < ROWS / 50; i++) {
        store.change(tx -> {
          for (int j = 0; j < 50; j++) {
            Id _ = vault.newKey(tx, Vault.Subject.PATIENT);
          }
        });
      }
    }
  }

  private Keyring keyring() {
    return Keyring.open(home.resolve("keyring"), Rotator.UNLOCK);
  }

  /// Opens it as the service does, and looks whether all is there and the former key is worth
  /// nothing.
  private void assertRotated() {
    try (Keyring keyring = keyring();
        Store store = DatabaseKey.open(home.resolve("database"), keyring)) {
      assertThat(store.<Long>read(sql -> sql.number("select count(*) from dek"))).isEqualTo(ROWS);
      assertThat(keyring.databaseKeys()).hasSize(1);
      assertThat(keyring.databaseKey()).isNotEqualTo(former);
    }
    Assertions.assertThatThrownBy(() -> Store.open(home.resolve("database"), former))
        .isInstanceOfSatisfying(
            StoreFault.class, f -> assertThat(f.kind()).isEqualTo(StoreFault.Kind.WRONG_KEY));
  }

  @Test
  void the_database_is_encrypted_by_the_new_key_when_it_is_opened_next() {
    try (Keyring keyring = keyring()) {
      assertThat(keyring.renewDatabaseKey()).isTrue();
      assertThat(keyring.renewDatabaseKey()).isFalse();
    }

    assertRotated();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"database.asked", "database.written", "database.opened", "database.retired"})
  void killed_at_any_step_one_of_the_keys_opens_it_and_the_rotation_goes_on(String step)
      throws Exception {
    KilledAt.run(DatabaseRotator.class, home.toString(), step);

    assertRotated();
  }

  @Test
  void killed_at_any_moment_of_writing_it_anew_too() throws Exception {
    Random random = new Random(9);
    for (int kill = 0; kill < KILLS; kill++) {
      killedAfter(200 + random.nextInt(1_500));
    }

    assertRotated();
  }

  /// The database is being written within a second or two after the program said that it began.
  private void killedAfter(int millis) throws Exception {
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                DatabaseRotator.class.getName(),
                home.toString(),
                "never")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      assertThat(out.readLine()).isEqualTo("began");
      if (!process.waitFor(millis, TimeUnit.MILLISECONDS)) {
        process.toHandle().destroyForcibly();
      }
    }
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
  }
}
