package hospital.wardbell.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShredListTest {
  private static final Instant NOW = Instant.parse("2026-11-27T01:00:00Z");

  @TempDir private Path home;
  private Keyring keyring;
  private Path file;
  private ShredList list;

  @BeforeEach
  void open() {
    keyring = keyring("keyring");
    file = home.resolve("shredded");
    list = new ShredList(file, new Vault(keyring));
  }

  @AfterEach
  void close() {
    keyring.close();
  }

  private Keyring keyring(String name) {
    return Keyring.create(home.resolve(name), new Unlock.Credential(Secret.copyOf(new byte[32])));
  }

  @Test
  void what_was_added_is_there_in_order_for_the_services_eyes_only() throws Exception {
    Id first = Id.random();
    Id second = Id.random();
    Id third = Id.random();

    assertThat(list.subjects()).isEmpty();
    list.add(List.of(first, second), NOW);
    list.add(List.of(), NOW);
    list.add(List.of(third), NOW);

    assertThat(new ShredList(file, new Vault(keyring)).subjects())
        .containsExactly(first, second, third);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void a_line_that_a_power_cut_left_unfinished_does_not_count_and_is_written_over()
      throws Exception {
    Id first = Id.random();
    Id second = Id.random();
    list.add(List.of(first), NOW);
    Files.writeString(file, Id.random() + " 17", StandardOpenOption.APPEND);

    assertThat(list.subjects()).containsExactly(first);
    list.add(List.of(second), NOW);
    assertThat(list.subjects()).containsExactly(first, second);
  }

  @Test
  void a_line_changed_taken_out_or_of_another_home_is_told() throws Exception {
    list.add(List.of(Id.random(), Id.random(), Id.random()), NOW);
    List<String> lines = Files.readAllLines(file);
    String last = lines.getLast();

    for (List<String> changed :
        List.of(
            List.of(lines.get(1), last),
            List.of(lines.getFirst(), last),
            List.of(lines.getFirst(), lines.get(1), Id.random() + last.substring(32)))) {
      Files.write(file, changed);
      isTold();
    }
    Files.write(file, lines);
    try (Keyring other = keyring("other")) {
      ShredList foreign = new ShredList(file, new Vault(other));
      assertThatThrownBy(foreign::subjects)
          .isInstanceOfSatisfying(
              VaultFault.class, f -> assertThat(f.kind()).isEqualTo(VaultFault.Kind.TAMPERED));
    }
    assertThat(list.subjects()).hasSize(3);
  }

  private void isTold() {
    assertThatThrownBy(list::subjects)
        .isInstanceOfSatisfying(
            VaultFault.class, f -> assertThat(f.kind()).isEqualTo(VaultFault.Kind.TAMPERED));
  }
}
