package hospital.wardbell.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hospital.wardbell.base.Secret;
import hospital.wardbell.vault.BackupKey;
import hospital.wardbell.vault.Keyring;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is done to a backup between its making and its restoring.
class BackupFileTest {
  private static final int CHANGES = 200;

  @TempDir private Path directory;
  private Path home;
  private Path backup;
  private byte[] whole = {};

  @BeforeEach
  void make() throws Exception {
    home = directory.resolve("home");
    try (BackupHome furnished = BackupHome.in(home)) {
      furnished.write("something");
      backup = furnished.backup();
    }
    whole = Files.readAllBytes(backup);
  }

  private BackupFault refused(byte[] octets, Keyring keyring) throws Exception {
    Path changed = Files.write(directory.resolve("changed.wbk"), octets);
    BackupFault[] fault = new BackupFault[1];
    assertThatThrownBy(() -> Verifying.verify(changed, keyring))
        .isInstanceOfSatisfying(BackupFault.class, f -> fault[0] = f);
    return fault[0];
  }

  private void restoreRefused(byte[] octets, Keyring keyring) throws Exception {
    Path changed = Files.write(directory.resolve("changed.wbk"), octets);
    assertThatThrownBy(() -> restore(changed, keyring)).isInstanceOf(BackupFault.class);
    assertThat(names(home)).containsExactly("backups", "database", "keyring");
  }

  private Restoring.Outcome restore(Path file, Keyring keyring) {
    return new Restoring(BackupHome.places(home), InstantSource.system())
        .restore(file, false, keyring, (_, _) -> {}, BackupHome.BY, Progress.none());
  }

  private static List<String> names(Path directory) throws Exception {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  @Test
  void an_octet_changed_anywhere_is_found_by_verify_and_by_restore() throws Exception {
    Random random = new Random(20_261_126);
    int header = new String(whole, 0, 4000, StandardCharsets.ISO_8859_1).indexOf('}');
    try (Keyring keyring = BackupHome.keyring(home)) {
      for (int i = 0; i < CHANGES; i++) {
        int at = i < 60 ? random.nextInt(header + 200) : random.nextInt(whole.length);
        byte[] changed = whole.clone();
        changed[at] ^= (byte) (1 + random.nextInt(255));

        assertThat(refused(changed, keyring).kind())
            .as("octet %d", at)
            .isIn(BackupFault.Kind.DAMAGED, BackupFault.Kind.WRONG_KEY, BackupFault.Kind.TOO_NEW);
        if (i % 8 == 0) {
          restoreRefused(changed, keyring);
        }
      }
    }
  }

  @Test
  void what_the_beginning_says_in_the_clear_cannot_be_changed_either() throws Exception {
    String text = new String(whole, StandardCharsets.ISO_8859_1);
    try (Keyring keyring = BackupHome.keyring(home)) {
      for (String[] change :
          new String[][] {
            {"1.2.3", "1.2.4"}, {"2026-11-26", "2025-11-26"}, {"\"schema\":\"1 ", "\"schema\":\"2 "}
          }) {
        assertThat(text).contains(change[0]);
        byte[] changed = text.replace(change[0], change[1]).getBytes(StandardCharsets.ISO_8859_1);

        assertThat(refused(changed, keyring).kind()).isEqualTo(BackupFault.Kind.DAMAGED);
      }
    }
  }

  @Test
  void one_cut_short_anywhere_is_found() throws Exception {
    Random random = new Random(4);
    try (Keyring keyring = BackupHome.keyring(home)) {
      for (int i = 0; i < 40; i++) {
        byte[] cut = Arrays.copyOf(whole, i < 20 ? i * 30 : random.nextInt(whole.length));
        assertThat(refused(cut, keyring).kind()).isEqualTo(BackupFault.Kind.DAMAGED);
      }
      assertThat(refused(Arrays.copyOf(whole, whole.length - 1), keyring).kind())
          .isEqualTo(BackupFault.Kind.DAMAGED);
      assertThat(refused(Arrays.copyOf(whole, whole.length + 1), keyring).kind())
          .isEqualTo(BackupFault.Kind.DAMAGED);
      restoreRefused(Arrays.copyOf(whole, whole.length - 1), keyring);
    }
  }

  @Test
  void a_wrong_keyring_is_told_which_key_is_needed_and_which_there_is() throws Exception {
    Path other = Files.createDirectory(directory.resolve("other"));
    String needed;
    try (Keyring keyring = BackupHome.keyring(home)) {
      needed = keyring.backupKeys().getFirst().fingerprint();
    }
    try (Keyring keyring = BackupHome.keyring(other)) {
      String there = keyring.backupKeys().getFirst().fingerprint();

      BackupFault fault = refused(whole, keyring);

      assertThat(fault.kind()).isEqualTo(BackupFault.Kind.WRONG_KEY);
      assertThat(fault).hasMessageContaining(needed).hasMessageContaining(there);
      assertThatThrownBy(() -> restore(backup, keyring)).isInstanceOf(BackupFault.class);
      assertThat(names(home)).containsExactly("backups", "database", "keyring");
    }
  }

  @Test
  void one_of_a_newer_version_is_refused_in_words() throws Exception {
    try (Keyring keyring = BackupHome.keyring(home)) {
      byte[] newerForm = whole.clone();
      newerForm["wardbell-backup/".length()] = '2';
      assertThat(refused(newerForm, keyring))
          .hasMessageContaining("newer version")
          .satisfies(f -> assertThat(f.kind()).isEqualTo(BackupFault.Kind.TOO_NEW));

      assertThat(refused(ofNewerSchema(keyring), keyring))
          .hasMessageContaining("9.9.9, schema step 9999")
          .satisfies(f -> assertThat(f.kind()).isEqualTo(BackupFault.Kind.TOO_NEW));
      restoreRefused(ofNewerSchema(keyring), keyring);
    }
  }

  private byte[] ofNewerSchema(Keyring keyring) throws Exception {
    BackupKey key = keyring.backupKeys().getFirst();
    Path tree = Files.createDirectories(directory.resolve("tree"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Secret fileKey = BackupKey.fileKey()) {
      Header header =
          new Header(
              "9.9.9",
              List.of(1, 9999),
              BackupHome.NIGHT,
              Set.of(),
              key.fingerprint(),
              key.wrap(fileKey));
      Packing.pack(
          out,
          header,
          fileKey,
          tree,
          files -> new Manifest("9.9.9", BackupHome.NIGHT, Map.of(), true, files),
          Progress.none());
    }
    return out.toByteArray();
  }

  @Test
  void what_is_no_backup_is_said_so() throws Exception {
    try (Keyring keyring = BackupHome.keyring(home)) {
      byte[] letter = "Dear sir or madam, this is no backup.".getBytes(StandardCharsets.UTF_8);
      assertThat(refused(letter, keyring)).hasMessageContaining("not a backup");
      assertThat(refused(new byte[0], keyring)).hasMessageContaining("not a backup");
    }
  }

  @Test
  void neither_the_keyring_nor_anything_of_the_database_is_in_it_in_the_clear() throws Exception {
    String text = new String(whole, StandardCharsets.ISO_8859_1);

    assertThat(text).startsWith("wardbell-backup/1\n");
    assertThat(text)
        .doesNotContain("wardbell-keyring", "service.properties", "derby", "audit_entry");
  }
}
