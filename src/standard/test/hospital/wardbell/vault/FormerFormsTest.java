package hospital.wardbell.vault;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Secret;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Keyrings of earlier forms, whose passphrase was stretched by Argon2id.
class FormerFormsTest {
  /// The beginning of the database key in `keyring-of-the-first-form`, as the program that wrote it
  /// said.
  private static final String FIRST_FORM_DATABASE = "8d3d8d5f1350d8ad";

  private static final String SECOND_FORM_DATABASE = "b26acc68dabce146";

  private static final Unlock RIGHT =
      new Unlock.Passphrase(Secret.copyOf("correct horse battery staple".toCharArray()));

  @TempDir private Path directory;

  @Test
  void a_keyring_of_the_first_form_opens_and_is_of_the_present_once_it_is_changed()
      throws Exception {
    Path file = kept("keyring-of-the-first-form");

    try (Keyring keyring = Keyring.open(file, RIGHT)) {
      assertThat(databaseKey(keyring)).startsWith(FIRST_FORM_DATABASE);
      assertThat(keyring.keys().getFirst().made()).isEqualTo(Instant.EPOCH);
      keyring.changeWays(ways -> ways);
    }
    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
        .startsWith("wardbell-keyring/3");
    try (Keyring again = Keyring.open(file, RIGHT)) {
      assertThat(databaseKey(again)).startsWith(FIRST_FORM_DATABASE);
    }
  }

  private Path kept(String name) throws Exception {
    try (InputStream kept = Objects.requireNonNull(getClass().getResourceAsStream(name))) {
      return Files.write(directory.resolve("keyring"), kept.readAllBytes());
    }
  }

  private static String databaseKey(Keyring keyring) {
    return keyring.databaseKey().lend(HexFormat.of()::formatHex);
  }

  @Test
  void a_keyring_of_the_second_form_opens_and_its_keys_are_at_work() throws Exception {
    Path file = kept("keyring-of-the-second-form");

    try (Keyring keyring = Keyring.open(file, RIGHT)) {
      assertThat(databaseKey(keyring)).startsWith(SECOND_FORM_DATABASE);
      assertThat(keyring.keys().getFirst().made()).isAfter(Instant.EPOCH);
      assertThat(keyring.former()).isEmpty();
      keyring.changeWays(ways -> ways);
      keyring.retire(keyring.keys().getFirst().id());
    }
    try (Keyring again = Keyring.open(file, RIGHT)) {
      assertThat(again.former()).hasSize(1);
      assertThat(again.databaseKeysEver()).hasSize(2);
    }
  }
}
