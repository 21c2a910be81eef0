package hospital.wardbell.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hospital.wardbell.SmallDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Disks that become full while a backup is made: small ones, where this user may mount some.
class BackupDiskIT {
  @TempDir private Path directory;
  private SmallDisk disk;

  @BeforeEach
  void mount() throws Exception {
    disk = SmallDisk.mount(directory.resolve("disk"), 200);
  }

  @AfterEach
  void unmount() {
    if (disk != null) {
      disk.close();
    }
  }

  /// Fills the disk until so many octets are left, when a step has been reached.
  private Progress fillingAt(Step step, long left) {
    return reached -> {
      if (reached == step) {
        disk.fill(left);
      }
    };
  }

  private static void isFull(Throwable fault) {
    assertThat(fault)
        .isInstanceOfSatisfying(
            BackupFault.class, f -> assertThat(f.kind()).isEqualTo(BackupFault.Kind.NO_ROOM));
  }

  private static List<String> backupsIn(Path target) throws IOException {
    try (Stream<Path> files = Files.list(target)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.contains(".wbk"))
          .toList();
    }
  }

  @Test
  void a_target_that_becomes_full_keeps_nothing_half_written_and_the_database_goes_on()
      throws Exception {
    try (BackupHome home = BackupHome.in(directory.resolve("home"))) {
      home.backups().desk().useDirectory(disk.directory(), BackupHome.BY);

      assertThatThrownBy(() -> home.backups().run(BackupHome.BY, fillingAt(Step.COPIED, 1 << 20)))
          .satisfies(BackupDiskIT::isFull)
          .hasMessageContaining("Nothing half-written counts");

      assertThat(backupsIn(disk.directory())).isEmpty();
      home.write("afterwards");
      assertThat(home.backups().health().failed())
          .hasValueSatisfying(f -> assertThat(f.kind()).isEqualTo(BackupFault.Kind.NO_ROOM));
      disk.empty();
      home.clock().pass(Duration.ofHours(1));
      assertThat(home.run().octets()).isPositive();
      assertThat(home.backups().testRestore(Optional.empty(), BackupHome.BY).passed()).isTrue();
    }
  }

  @Test
  void a_target_without_room_is_not_begun_with() throws Exception {
    try (BackupHome home = BackupHome.in(directory.resolve("home"))) {
      home.backups().desk().useDirectory(disk.directory(), BackupHome.BY);
      disk.fill(1 << 20);

      assertThatThrownBy(home::run)
          .satisfies(BackupDiskIT::isFull)
          .hasMessageContaining("A backup needs");
      assertThat(backupsIn(disk.directory())).isEmpty();
    }
  }

  @Test
  void the_homes_disk_may_become_full_while_the_database_is_copied() throws Exception {
    goesOnAfter(Step.MEASURED);
  }

  @Test
  void the_homes_disk_may_become_full_while_the_backup_is_written() throws Exception {
    goesOnAfter(Step.COPIED);
  }

  private void goesOnAfter(Step step) throws Exception {
    try (BackupHome home = BackupHome.in(disk.directory().resolve("home"))) {
      home.write("before");

      assertThatThrownBy(() -> home.backups().run(BackupHome.BY, fillingAt(step, 1 << 19)))
          .satisfies(BackupDiskIT::isFull);

      assertThat(disk.directory().resolve("home/backup.scratch")).doesNotExist();
      assertThat(backupsIn(disk.directory().resolve("home/backups"))).isEmpty();
      disk.empty();
      home.write("afterwards");
      home.clock().pass(Duration.ofHours(1));
      assertThat(home.run().octets()).isPositive();
      Evidence evidence = home.backups().testRestore(Optional.empty(), BackupHome.BY);
      assertThat(evidence.wrong()).isEmpty();
    }
  }
}
