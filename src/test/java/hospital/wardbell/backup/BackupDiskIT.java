package hospital.wardbell.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Disks that become full while a backup is made: small ones, where this user may mount some.
class BackupDiskIT {
  private static final int BLOCK = 1 << 16;

  @TempDir private Path directory;
  private Path disk;
  private boolean mounted;

  @BeforeEach
  void mount() throws Exception {
    disk = Files.createDirectory(directory.resolve("disk"));
    mounted = run("mount", "-t", "tmpfs", "-o", "size=200m,mode=0700", "tmpfs", disk.toString());
    assumeTrue(mounted, "this user may not mount a disk of its own");
  }

  @AfterEach
  void unmount() throws Exception {
    assertThat(!mounted || run("umount", "--lazy", disk.toString())).isTrue();
  }

  private static boolean run(String... words) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
      return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException _) {
      return false; // there is no such program here
    }
  }

  /// Fills the disk until so many octets are left, when a step has been reached.
  private Progress fillingAt(Step step, long left) {
    return reached -> {
      if (reached == step) {
        fill(left);
      }
    };
  }

  private void fill(long left) {
    byte[] block = new byte[BLOCK];
    try (OutputStream out =
        Files.newOutputStream(
            disk.resolve("filler"), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      while (Files.getFileStore(disk).getUsableSpace() > left) {
        out.write(block);
      }
    } catch (IOException e) {
      if (left > 0) {
        throw new UncheckedIOException(e);
      }
    }
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
      home.backups().desk().useDirectory(disk, BackupHome.BY);

      assertThatThrownBy(() -> home.backups().run(BackupHome.BY, fillingAt(Step.COPIED, 1 << 20)))
          .satisfies(BackupDiskIT::isFull)
          .hasMessageContaining("Nothing half-written counts");

      assertThat(backupsIn(disk)).isEmpty();
      home.write("afterwards");
      assertThat(home.backups().health().failed())
          .hasValueSatisfying(f -> assertThat(f.kind()).isEqualTo(BackupFault.Kind.NO_ROOM));
      Files.delete(disk.resolve("filler"));
      home.clock().pass(Duration.ofHours(1));
      assertThat(home.run().octets()).isPositive();
      assertThat(home.backups().testRestore(Optional.empty(), BackupHome.BY).passed()).isTrue();
    }
  }

  @Test
  void a_target_without_room_is_not_begun_with() throws Exception {
    try (BackupHome home = BackupHome.in(directory.resolve("home"))) {
      home.backups().desk().useDirectory(disk, BackupHome.BY);
      fill(1 << 20);

      assertThatThrownBy(home::run)
          .satisfies(BackupDiskIT::isFull)
          .hasMessageContaining("A backup needs");
      assertThat(backupsIn(disk)).isEmpty();
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
    try (BackupHome home = BackupHome.in(disk.resolve("home"))) {
      home.write("before");

      assertThatThrownBy(() -> home.backups().run(BackupHome.BY, fillingAt(step, 1 << 19)))
          .satisfies(BackupDiskIT::isFull);

      assertThat(disk.resolve("home/backup.scratch")).doesNotExist();
      assertThat(backupsIn(disk.resolve("home/backups"))).isEmpty();
      Files.delete(disk.resolve("filler"));
      home.write("afterwards");
      home.clock().pass(Duration.ofHours(1));
      assertThat(home.run().octets()).isPositive();
      Evidence evidence = home.backups().testRestore(Optional.empty(), BackupHome.BY);
      assertThat(evidence.wrong()).isEmpty();
    }
  }
}
