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

/// A keyring of the first form, whose passphrase was stretched by Argon2id.
class FirstFormTest {
  /// The beginning of the database key in `keyring-of-the-first-form`, as the program that wrote it
  /// said.
  private static final String FIRST_FORM_DATABASE = "8d3d8d5f1350d8ad";

  private static final Unlock RIGHT =
      new Unlock.Passphrase(Secret.copyOf("correct horse battery staple".toCharArray()));

  @TempDir private Path directory;

  @Test
  void a_keyring_of_the_first_form_opens_and_is_of_the_second_once_it_is_changed()
      throws Exception {
    Path file = directory.resolve("keyring");
    try (InputStream kept =
        Objects.requireNonNull(getClass().getResourceAsStream("keyring-of-the-first-form"))) {
      Files.write(file, kept.readAllBytes());
    }

    try (Keyring keyring = Keyring.open(file, RIGHT)) {
      assertThat(databaseKey(keyring)).startsWith(FIRST_FORM_DATABASE);
      assertThat(keyring.keys().getFirst().made()).isEqualTo(Instant.EPOCH);
      keyring.changeWays(ways -> ways);
    }
    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
        .startsWith("wardbell-keyring/2");
    try (Keyring again = Keyring.open(file, RIGHT)) {
      assertThat(databaseKey(again)).startsWith(FIRST_FORM_DATABASE);
    }
  }

  private static String databaseKey(Keyring keyring) {
    return keyring.databaseKey().lend(HexFormat.of()::formatHex);
  }
}
