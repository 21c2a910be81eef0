package hospital.wardbell.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hospital.wardbell.base.SettableClock;
import hospital.wardbell.settings.Settings;
import hospital.wardbell.store.Tree;
import hospital.wardbell.vault.Keyring;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestoringTest {
  private static final String ASIDE = "database.before-20261126T080000Z";

  @TempDir private Path directory;
  private final AtomicInteger listened = new AtomicInteger();
  private Path home;
  private Path backup;

  /// A home whose backup has what was written before it, and whose database has more.
  @BeforeEach
  void make() throws Exception {
    home = directory.resolve("home");
    try (BackupHome furnished = BackupHome.in(home)) {
      furnished.write("before");
      backup = furnished.backup();
      furnished.write("after");
    }
  }

  private Restoring restoring() {
    return new Restoring(BackupHome.places(home), new SettableClock(BackupHome.NIGHT));
  }

  private Restoring.Outcome restore(boolean dry) {
    try (Keyring keyring = BackupHome.keyring(home)) {
      return restoring()
          .restore(
              backup,
              dry,
              keyring,
              (_, _) -> listened.incrementAndGet(),
              BackupHome.BY,
              Progress.none());
    }
  }

  private void isThere(String act, boolean is) throws Exception {
    try (BackupHome opened = BackupHome.in(home)) {
      assertThat(opened.entries("\"" + act + "\"") > 0).as(act).isEqualTo(is);
    }
  }

  private List<String> names() throws Exception {
    try (Stream<Path> files = Files.list(home)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  @Test
  void the_database_is_what_it_was_when_the_backup_was_made_and_the_old_one_lies_aside()
      throws Exception {
    Restoring.Outcome outcome = restore(false);

    assertThat(outcome.aside()).contains(home.resolve(ASIDE));
    assertThat(outcome.wrong()).isEmpty();
    assertThat(names()).containsExactly("backups", "database", ASIDE, "keyring");
    isThere("before", true);
    isThere("after", false);
    assertThat(listened).hasValue(1);
  }

  @Test
  void sending_is_paused_and_the_restore_is_on_record() throws Exception {
    restore(false);

    try (BackupHome opened = BackupHome.in(home)) {
      assertThat(opened.settings().isOn(Settings.Key.SENDING)).isFalse();
      assertThat(opened.entries("backup.restored")).isEqualTo(1);
      assertThat(opened.backups().history().getFirst().kind()).isEqualTo(Event.Kind.RESTORED);
    }
  }

  @Test
  void a_dry_run_changes_nothing() throws Exception {
    Restoring.Outcome outcome = restore(true);

    assertThat(outcome.aside()).isEmpty();
    assertThat(names()).containsExactly("backups", "database", "keyring");
    isThere("after", true);
    assertThat(listened).hasValue(0);
  }

  @Test
  void a_restore_is_taken_back() throws Exception {
    restore(false);

    assertThat(restoring().undo()).contains(home.resolve(ASIDE));

    assertThat(names()).containsExactly("backups", "database", "keyring");
    isThere("after", true);
    assertThatThrownBy(() -> restoring().undo()).hasMessageContaining("no database lies aside");
  }

  @Test
  void where_there_was_no_database_there_is_one() throws Exception {
    Path moved = Files.move(backup, directory.resolve("elsewhere.wbk"));
    Tree.delete(home.resolve("database"));
    Tree.delete(home.resolve("backups"));
    backup = moved;

    Restoring.Outcome outcome = restore(false);

    assertThat(outcome.aside()).isEmpty();
    isThere("before", true);
  }

  @Test
  void one_that_was_never_begun_is_neither_resumed_nor_undone() {
    try (Keyring keyring = BackupHome.keyring(home)) {
      assertThatThrownBy(
              () -> restoring().resume(keyring, (_, _) -> {}, BackupHome.BY, Progress.none()))
          .hasMessageContaining("No restore was broken off");
    }
    assertThatThrownBy(() -> restoring().undo()).isInstanceOf(BackupFault.class);
  }
}
