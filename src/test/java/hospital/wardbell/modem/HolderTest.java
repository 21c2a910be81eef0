package hospital.wardbell.modem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HolderTest {
  @TempDir Path processes = Path.of("");

  @Test
  void a_program_that_has_the_device_open_is_named() throws Exception {
    process("17", "cron");
    Files.createSymbolicLink(process("42", "minicom").resolve("fd/3"), Path.of("/dev/null"));

    assertThat(Holder.of(Path.of("/dev/null"), processes)).contains("minicom");
  }

  @Test
  void where_nothing_can_be_seen_the_one_that_takes_modems_is_named_if_it_runs() throws Exception {
    process("17", "cron");
    assertThat(Holder.of(Path.of("/dev/null"), processes)).isEmpty();

    process("18", "ModemManager");
    assertThat(Holder.of(Path.of("/dev/null"), processes)).contains("ModemManager");
  }

  private Path process(String number, String name) throws IOException {
    Path process = processes.resolve(number);
    Files.createDirectories(process.resolve("fd"));
    Files.writeString(process.resolve("comm"), name + "\n");
    return process;
  }
}
