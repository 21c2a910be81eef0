package hospital.wardbell.audit;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  private List<String> read() throws Exception {
    return Witness.read(file, LogHome.SIGNER.verifier());
  }

  private void appendAll() throws Exception {
    for (String note : NOTES) {
      new Witness(file).append(note);
    }
  }

  @Test
  void what_was_appended_is_read_in_order_and_is_for_the_owner_alone() throws Exception {
    appendAll();

    assertThat(read()).isEqualTo(NOTES);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void a_note_that_a_power_cut_left_half_takes_no_other_with_it() throws Exception {
    for (int octets = 1; octets < note(1).length(); octets += 7) {
      Files.deleteIfExists(file);
      Files.writeString(file, note(1).substring(0, octets));

      appendAll();

      assertThat(read()).endsWith(NOTES.toArray(String[]::new));
    }
  }

  @Test
  void half_a_note_at_the_end_is_none() throws Exception {
    appendAll();
    String all = Files.readString(file);
    for (int less = 1; less < note(300).length(); less += 7) {
      Files.writeString(file, all.substring(0, all.length() - less));

      assertThat(read()).isEqualTo(NOTES.subList(0, 2));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<109>1 2026-11-22T10:00:00Z box wardbell - audit.checkpoint - {\"checkpoint\":\"%s\"}",
        "Nov 22 10:00:00 box wardbell {\"checkpoint\":\"%s\"}",
        "CEF:0|Wardbell|Wardbell|1|audit.checkpoint|audit checkpoint|3|cs1=%s"
      })
  void a_collector_s_file_is_a_witness_among_all_else_that_it_holds(String form) throws Exception {
    StringBuilder kept = new StringBuilder("{\"act\":\"inbox.read\"}\n");
    for (String note : NOTES) {
      String line = NoteLine.of(note);
      String escaped = form.startsWith("CEF") ? line.replace("=", "\\=") : line;
      kept.append(form.formatted(escaped)).append("\n{\"act\":\"gate.pass\"}\n");
    }
    Files.writeString(file, kept);

    assertThat(read()).isEqualTo(NOTES);
  }

  @Test
  void what_a_collector_got_from_another_home_is_passed_over() throws Exception {
    NoteSigner other = NoteSigner.of(Secret.copyOf(Arrays.copyOf(new byte[] {1}, 32)));
    Files.writeString(
        file, NoteLine.of(other.checkpoint(7, new byte[32])) + "\n" + NoteLine.of(note(20)) + "\n");

    assertThat(read()).containsExactly(note(20));
  }

  @Test
  void a_line_that_somebody_changed_is_no_witness_for_the_record() throws Exception {
    Files.writeString(file, NoteLine.of(note(20)).replace(" 20 ", " 21 "));

    assertThat(read())
        .singleElement()
        .satisfies(note -> assertThat(LogHome.SIGNER.verifier().checkpoint(note)).isEmpty());
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

      assertThat(read())
          .as("octet %d", at)
          .anyMatch(note -> LogHome.SIGNER.verifier().checkpoint(note).isEmpty());
    }
  }
}
