package hospital.wardbell.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackupNameTest {
  @Test
  void a_name_is_read_as_it_was_written() {
    BackupName name = new BackupName(Instant.parse("2026-11-26T02:00:00.5Z"), "1a2b3c4d");

    assertThat(name.text()).isEqualTo("wardbell-20261126T020000Z-1a2b3c4d.wbk");
    assertThat(BackupName.parse(name.text())).contains(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "wardbell-20261126T020000Z-1a2b3c4d.wbk.part",
        "wardbell-20261326T020000Z-1a2b3c4d.wbk",
        "wardbell-20261126T020000Z-1A2B3C4D.wbk",
        "../wardbell-20261126T020000Z-1a2b3c4d.wbk",
        "keyring-1a2b3c4d.copy"
      })
  void whatever_else_lies_beside_the_backups_is_none(String text) {
    assertThat(BackupName.parse(text)).isEmpty();
  }
}
