package hospital.wardbell.vault;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.vault.Vault.Subject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How long a copy of the keyring is good that lies in a safe.
class KeyringCopyTest {
  @TempDir private Path directory;

  private PeriodHome open() {
    return PeriodHome.open(directory, Steps.unheard());
  }

  @Test
  void it_opens_what_is_kept_until_the_end_of_the_year_after_its_own() throws Exception {
    try (PeriodHome home = open()) {
      home.make("ana", Subject.CONVERSATION);
    }
    Path keyring = directory.resolve("keyring");
    Path copy = Files.copy(keyring, directory.resolve("copy"));
    try (PeriodHome home = open()) {
      home.clock().set(Instant.parse("2027-12-31T23:59:59Z"));
      home.make("eve", Subject.CONVERSATION);
      home.clock().set(Instant.parse("2028-01-01T00:00:00Z"));
      home.make("fay", Subject.CONVERSATION);
    }

    Files.move(copy, keyring, StandardCopyOption.REPLACE_EXISTING);

    try (PeriodHome home = open()) {
      assertThat(home.open("ana")).isEqualTo("ana");
      assertThat(home.open("eve")).isEqualTo("eve");
      assertThat(home.open("fay")).isEqualTo("KEYRING");
    }
  }
}
