package hospital.wardbell.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hospital.wardbell.Until;
import hospital.wardbell.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupsTest {
  @TempDir private Path directory;
  private BackupHome home;

  @BeforeEach
  void furnish() throws Exception {
    home = BackupHome.in(directory.resolve("home"));
  }

  @AfterEach
  void close() {
    home.close();
  }

  private static void refused(BackupFault.Kind kind, ThrowingCallable doing) {
    assertThatThrownBy(doing)
        .isInstanceOfSatisfying(BackupFault.class, f -> assertThat(f.kind()).isEqualTo(kind));
  }

  private static List<String> namesIn(Path directory) throws Exception {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  @Test
  void a_backup_is_one_private_file_named_by_time_and_key_and_nothing_is_left_beside_it()
      throws Exception {
    Backups.Kept made = home.run();

    String fingerprint = home.keyring().backupKeys().getFirst().fingerprint();
    assertThat(made.name().text()).isEqualTo("wardbell-20261126T080000Z-" + fingerprint + ".wbk");
    assertThat(namesIn(directory.resolve("home/backups")))
        .containsExactly("keyring-" + fingerprint + ".copy", made.name().text(), Target.MARKER);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.file(made))))
        .isEqualTo("rw-------");
    assertThat(directory.resolve("home/backup.scratch")).doesNotExist();
    assertThat(home.backups().list()).containsExactly(made);
    assertThat(Files.size(home.file(made))).isEqualTo(made.octets());
    assertThat(home.entries("backup.made")).isEqualTo(1);
  }

  @Test
  void a_backup_is_read_whole_and_restored_on_trial_and_that_is_on_record() {
    home.write("before");
    Backups.Kept made = home.run();
    home.clock().pass(Duration.ofHours(30));

    Verifying.Verified verified = home.backups().verify(Optional.empty());
    Evidence evidence = home.backups().testRestore(Optional.of(made.name().text()), BackupHome.BY);

    assertThat(verified.name()).isEqualTo(made.name().text());
    assertThat(verified.product()).isEqualTo(BackupHome.PRODUCT);
    assertThat(verified.octets()).isLessThan(made.octets());
    assertThat(evidence.wrong()).isEmpty();
    assertThat(evidence.entries()).isEqualTo(1);
    assertThat(evidence.tables()).isGreaterThan(20);
    assertThat(evidence.page()).contains("passed", "30 hours before", "os:root");
    assertThat(evidence.json().text("backup")).isEqualTo(made.name().text());
    assertThat(home.backups().history().getFirst())
        .satisfies(event -> {
          assertThat(event.kind()).isEqualTo(Event.Kind.TESTED);
          assertThat(event.detail()).contains("\"passed\":true");
        });
    assertThat(home.entries("backup.test-passed")).isEqualTo(1);
    assertThat(directory.resolve("home/backup.scratch")).doesNotExist();
  }

  @Test
  void a_backup_made_while_many_write_has_all_that_was_acknowledged_before() throws Exception {
    AtomicBoolean ended = new AtomicBoolean();
    AtomicInteger written = new AtomicInteger();
    List<Thread> writers = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      writers.add(
          Thread.ofPlatform()
              .start(() -> {
                while (!ended.get()) {
                  home.write("during");
                  written.incrementAndGet();
                }
              }));
    }
    while (written.get() < 50) {
      Thread.onSpinWait();
    }

    int before = written.get();
    home.run();
    ended.set(true);
    for (Thread writer : writers) {
      writer.join();
    }

    Evidence evidence = home.backups().testRestore(Optional.empty(), BackupHome.BY);
    assertThat(evidence.wrong()).isEmpty();
    assertThat(evidence.entries()).isBetween((long) before, (long) written.get());
  }

  /// The daily loop has a short look at the keys now and then; nobody is sent away for that.
  @Test
  void what_is_over_in_a_moment_is_waited_for() throws Exception {
    OneAtATime place = new OneAtATime(() -> {});
    CountDownLatch began = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    AtomicBoolean done = new AtomicBoolean();
    Thread first =
        Thread.ofPlatform()
            .start(() ->
                place.run(() -> {
                  began.countDown();
                  awaited(go);
                  return true;
                }));
    began.await();
    Thread second = Thread.ofPlatform().start(() -> done.set(place.run(() -> true)));
    Until.so(
        "it waits", OneAtATime.PATIENCE, () -> second.getState() == Thread.State.TIMED_WAITING);

    go.countDown();

    first.join();
    second.join();
    assertThat(done).isTrue();
  }

  @Test
  void a_second_one_at_the_same_time_is_refused() throws Exception {
    CountDownLatch copied = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    Thread first =
        Thread.ofPlatform()
            .start(() ->
                home.backups()
                    .run(
                        BackupHome.BY,
                        step -> {
                          if (step == Step.COPIED) {
                            copied.countDown();
                            awaited(go);
                          }
                        }));
    copied.await();

    refused(BackupFault.Kind.BUSY, home::run);
    refused(BackupFault.Kind.BUSY, () -> home.backups().verify(Optional.empty()));
    assertThat(home.backups().progress()).isPresent();

    go.countDown();
    first.join();
    assertThat(home.backups().list()).hasSize(1);
    assertThat(home.backups().progress()).isEmpty();
  }

  private static void awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void a_directory_without_the_marker_is_refused_with_the_cure_and_gets_nothing() throws Exception {
    Path mount = Files.createDirectory(directory.resolve("mount"));
    home.backups().desk().useDirectory(mount, BackupHome.BY);
    Files.delete(mount.resolve(Target.MARKER));

    assertThatThrownBy(home::run)
        .hasMessageContaining("may not be mounted")
        .hasMessageContaining("wardbell backup target add " + mount);
    assertThat(mount).isEmptyDirectory();

    Files.delete(mount);
    refused(BackupFault.Kind.NO_TARGET, home::run);
    assertThat(mount).doesNotExist();
    assertThat(home.backups().health().failed())
        .hasValueSatisfying(f -> assertThat(f.kind()).isEqualTo(BackupFault.Kind.NO_TARGET));
    assertThat(home.backups().health().trouble())
        .hasValueSatisfying(t -> assertThat(t).contains("NO_TARGET"));
    assertThat(home.entries("backup.failed")).isEqualTo(2);
  }

  @Test
  void a_keyring_kept_elsewhere_is_not_copied() throws Exception {
    home.settings().set(Settings.Key.BACKUP_KEYRING, "off", BackupHome.BY);

    home.run();

    assertThat(namesIn(directory.resolve("home/backups"))).noneMatch(n -> n.startsWith("keyring"));
  }

  @Test
  void old_ones_go_and_those_of_other_homes_stay() throws Exception {
    home.settings().set(Settings.Key.BACKUP_NEWEST, "1", BackupHome.BY);
    home.settings().set(Settings.Key.BACKUP_DAILY, "2", BackupHome.BY);
    home.settings().set(Settings.Key.BACKUP_WEEKLY, "0", BackupHome.BY);
    home.settings().set(Settings.Key.BACKUP_MONTHLY, "0", BackupHome.BY);
    Path foreign = directory.resolve("home/backups/wardbell-20200101T000000Z-00000000.wbk");
    List<Path> made = new ArrayList<>();
    for (int day = 0; day < 4; day++) {
      home.clock().pass(Duration.ofDays(1));
      made.add(home.backup());
      Files.writeString(foreign, "another's");
    }

    assertThat(made.subList(0, 2)).noneMatch(Files::exists);
    assertThat(made.subList(2, 4)).allMatch(Files::exists);
    assertThat(foreign).exists();
    assertThat(home.backups().prune(BackupHome.BY)).isEmpty();
    assertThat(home.entries("backup.pruned")).isEqualTo(2);
  }

  @Test
  void one_that_is_overdue_is_said_so() {
    home.settings().set(Settings.Key.BACKUP_HOUR, "2", BackupHome.BY);
    home.run();
    assertThat(home.backups().health().trouble()).isEmpty();

    home.clock().pass(Duration.ofDays(3));

    assertThat(home.backups().health().trouble()).hasValue("The last backup is 3 days old.");
    assertThat(home.backups().isDue()).isTrue();
  }

  @Test
  void what_is_not_there_is_said_so() {
    refused(BackupFault.Kind.NO_BACKUP, () -> home.backups().verify(Optional.empty()));
    refused(BackupFault.Kind.NO_BACKUP, () -> home.backups().verify(Optional.of("/no/such")));
    refused(BackupFault.Kind.NO_BACKUP, () -> home.backups().verify(Optional.of("newest")));
  }

  @Test
  void a_target_that_lost_its_room_in_the_middle_keeps_nothing_half_written() throws Exception {
    RuntimeException broke = new IllegalStateException("the disk is gone");

    assertThatThrownBy(() ->
            home.backups()
                .run(
                    BackupHome.BY,
                    new Progress() {
                      @Override
                      public void reached(Step step) {}

                      @Override
                      public void moved(long octets, long of) {
                        if (octets > of / 2) {
                          throw broke;
                        }
                      }
                    }))
        .isSameAs(broke);

    assertThat(namesIn(directory.resolve("home/backups"))).noneMatch(n -> n.contains(".wbk"));
    assertThat(directory.resolve("home/backup.scratch")).doesNotExist();
    home.run();
  }
}
