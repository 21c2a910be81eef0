package hospital.wardbell.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessTest {
  private static final List<String> NOTES = List.of(note(1), note(20), note(300));

  @TempDir private Path directory;
  private Path file = Path.of("");

  @BeforeEach
  void name() {
    file = directory.resolve("witness");
  }

  private static String note(long entries) {
    return LogHome.SIGNER.checkpoint(entries, new byte[32]);
  }

  private void appendAll() throws Exception {
    for (String note : NOTES) {
      new Witness(file).append(note);
    }
  }

  @Test
  void what_was_appended_is_read_in_order_and_is_for_the_owner_alone() throws Exception {
    appendAll();

    assertThat(Witness.read(file)).isEqualTo(NOTES);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void a_note_that_a_power_cut_left_half_takes_no_other_with_it() throws Exception {
    for (int octets = 1; octets < note(1).length(); octets += 7) {
      Files.deleteIfExists(file);
      Files.writeString(file, note(1).substring(0, octets));

      appendAll();

      assertThat(Witness.read(file)).endsWith(NOTES.toArray(String[]::new));
    }
  }

  @Test
  void half_a_note_at_the_end_is_none() throws Exception {
    appendAll();
    String all = Files.readString(file);
    for (int less = 1; less < note(300).length(); less += 7) {
      Files.writeString(file, all.substring(0, all.length() - less));

      assertThat(Witness.read(file)).isEqualTo(NOTES.subList(0, 2));
    }
  }

  @Test
  void an_octet_changed_anywhere_leaves_something_that_nobody_signed() throws Exception {
    new Witness(file).append(note(1));
    new Witness(file).append(note(20));
    byte[] whole = Files.readAllBytes(file);
    for (int at = 0; at < whole.length; at++) {
      byte[] changed = whole.clone();
      changed[at] ^= (byte) (1 << (at % 8));
      Files.write(file, changed);

      assertThat(Witness.read(file))
          .as("octet %d", at)
          .anyMatch(note -> LogHome.SIGNER.verifier().checkpoint(note).isEmpty());
    }
  }
}
