package hospital.wardbell.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafeFileTest {
  @Test
  void what_a_power_cut_left_beside_is_written_over(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("keyring");
    Files.writeString(directory.resolve("keyring.new"), "half");

    SafeFile.replace(file, new byte[] {1}, SafeFile.PRIVATE);
    SafeFile.replace(file, new byte[] {2}, SafeFile.PRIVATE);

    assertThat(file).hasBinaryContent(new byte[] {2});
    assertThat(directory.resolve("keyring.new")).doesNotExist();
  }
}
