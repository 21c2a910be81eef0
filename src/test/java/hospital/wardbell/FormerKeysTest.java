package hospital.wardbell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hospital.wardbell.backup.BackupFault;
import hospital.wardbell.backup.Progress;
import hospital.wardbell.backup.Restoring;
import hospital.wardbell.base.Actor;
import hospital.wardbell.vault.FormerKeys;
import hospital.wardbell.vault.KilledAt;
import hospital.wardbell.vault.Rotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of keys that were replaced, and of the backups that need them.
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class FormerKeysTest {
  private static final Actor BY = new Actor.Operator("root");
  private static final Instant LATER = IndexHome.MORNING.plus(Duration.ofHours(30));

  @TempDir private Path directory;

  /// Makes a backup, then gives the home other keys of every kind.
  private Path backedUpAndRotated() throws Exception {
    Path backup;
    try (IndexHome home = IndexHome.open(directory, IndexHome.MORNING).furnish()) {
      backup = backup(home);
    }
    try (IndexHome home = IndexHome.open(directory, LATER)) {
      home.run();
      home.wiring().rotation().start();
      home.wiring().rotation().begin(Rotation.Kind.KEK);
      home.wiring().rotation().begin(Rotation.Kind.INDEX);
      home.awaitRotated();
      assertThat(home.keyring().renewDatabaseKey()).isTrue();
    }
    try (IndexHome home = IndexHome.open(directory, LATER)) {
      assertThat(kinds(home))
          .contains("database", "index/2", "kek.PATIENT/2026", "kek.SUPPRESSION");
      assertThat(home.keyring().isDatabaseKeyDue()).isFalse();
    }
    return backup;
  }

  private Path backup(IndexHome home) {
    return directory
        .resolve("backups")
        .resolve(home.wiring().backups().run(BY, Progress.none()).name().text());
  }

  /// The purposes of the former keys.
  private static List<String> kinds(IndexHome home) {
    return home.wiring().formerKeys().all().stream().map(FormerKeys.Former::purpose).toList();
  }

  private void restore(Path backup) {
    RestoreHome.Request request =
        new RestoreHome.Request(directory, Optional.empty(), IndexHome.UNLOCK, BY, () -> LATER);
    Restoring.Outcome outcome = RestoreHome.restore(request, backup, false, Progress.none());
    assertThat(outcome.wrong()).isEmpty();
  }

  @Test
  void an_older_backup_is_restored_with_the_keyring_of_today() throws Exception {
    Path backup = backedUpAndRotated();

    restore(backup);

    try (IndexHome home = IndexHome.open(directory, LATER)) {
      home.run();
      assertThat(home.wiring().rotation().isUnderWay()).isTrue();
      assertThat(home.formerWraps()).isPositive();
      home.assertFound();
      home.wiring().rotation().start();
      Until.so(
          "former keys wrap nothing again", Duration.ofSeconds(30), () -> home.formerWraps() == 0);
      home.awaitRotated();
      home.assertAllIsUnderThePresentKey();
      home.assertFound();
    }
  }

  @Test
  void they_stay_while_a_backup_needs_them_or_may_and_go_with_the_last_of_those() throws Exception {
    Path backup = backedUpAndRotated();
    Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
    try (IndexHome home = IndexHome.open(directory, LATER)) {
      var backups = home.wiring().backups();
      backups.prune(BY);
      assertThat(backups.whyKept().values()).allMatch(why -> why.startsWith("the backup of "));
      assertThat(backups.everything()).containsExactly(String.valueOf(backup.getFileName()));

      backups.desk().useDirectory(elsewhere, BY);
      Files.delete(backup);
      home.clock().pass(Duration.ofSeconds(5));
      Path moved = directory.resolve("moved");
      Files.move(directory.resolve("backups"), moved);
      backups.run(BY, Progress.none());
      assertThat(backups.whyKept().values()).allMatch(why -> why.contains("is not reached"));
      assertThat(kinds(home)).isNotEmpty();

      Files.move(moved, directory.resolve("backups"));
      backups.prune(BY);
      assertThat(kinds(home)).isEmpty();
      assertThat(home.count("audit_entry where entry like '%key.destroyed%'")).isEqualTo(10);
      home.run();
      home.assertFound();
    }
  }

  @Test
  void killed_while_they_go_the_rest_goes_later() throws Exception {
    Files.delete(backedUpAndRotated());

    for (String step : List.of("former.told", "former.destroyed")) {
      KilledAt.run(FormerKilled.class, directory.toString(), LATER.toString(), step);
    }

    try (IndexHome home = IndexHome.open(directory, LATER)) {
      assertThat(kinds(home)).isNotEmpty();
      home.wiring().backups().prune(BY);
      assertThat(kinds(home)).isEmpty();
      home.run();
      home.assertFound();
    }
  }

  @Test
  void forgotten_keys_are_not_kept_and_what_needs_them_says_so() throws Exception {
    Path backup;
    try (IndexHome home = IndexHome.open(directory, IndexHome.MORNING).furnish()) {
      backup = backup(home);
    }
    try (IndexHome home = IndexHome.open(directory, LATER)) {
      home.run();
      Rotation rotation = home.wiring().rotation();
      rotation.begin(Rotation.Kind.KEK);
      rotation.end(Rotation.Kind.KEK);
      rotation.begin(Rotation.Kind.INDEX);
      rotation.end(Rotation.Kind.INDEX);
      rotation.start();
      home.awaitRotated();
      assertThat(kinds(home)).isEmpty();
      home.assertFound();
    }

    assertThatThrownBy(() -> restore(backup))
        .isInstanceOfSatisfying(
            BackupFault.class, f -> assertThat(f.kind()).isEqualTo(BackupFault.Kind.UNSOUND))
        .hasMessageContaining("not in the keyring any more");
  }
}
