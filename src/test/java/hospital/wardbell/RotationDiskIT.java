package hospital.wardbell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hospital.wardbell.base.Id;
import hospital.wardbell.store.StoreFault;
import hospital.wardbell.vault.Rotation;
import hospital.wardbell.vault.Vault;
import hospital.wardbell.vault.VaultFault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A disk that is full while keys are replaced: a small one, where this user may mount it.
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class RotationDiskIT {
  private static final Instant LATER = IndexHome.MORNING.plus(Duration.ofHours(30));
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final int MEGABYTES = 60;

  @TempDir private Path directory;
  private SmallDisk disk;
  private Path place;

  @BeforeEach
  void furnish() throws Exception {
    disk = SmallDisk.mount(directory.resolve("disk"), MEGABYTES);
    place = disk.directory().resolve("home");
    IndexHome.open(place, IndexHome.MORNING).furnish().close();
  }

  @AfterEach
  void unmount() {
    if (disk != null) {
      disk.close();
    }
  }

  @Test
  void it_is_not_begun_if_the_keyring_cannot_be_written() throws Exception {
    try (IndexHome home = IndexHome.open(place, LATER)) {
      disk.fill(0);
      for (Rotation.Kind kind : Rotation.Kind.values()) {
        assertThatThrownBy(() -> home.wiring().rotation().begin(kind))
            .isInstanceOf(VaultFault.class)
            .hasMessageContaining("is as it was");
      }
      assertThat(home.wiring().rotation().isUnderWay()).isFalse();
      disk.empty();
    }
    try (IndexHome home = IndexHome.open(place, LATER)) {
      home.run();
      assertThat(home.wiring().rotation().isUnderWay()).isFalse();
      home.assertFound();
    }
  }

  @Test
  void one_under_way_says_why_it_stands_still_and_goes_on_once_there_is_room() throws Exception {
    try (IndexHome home = IndexHome.open(place, LATER)) {
      Rotation rotation = home.wiring().rotation();
      rotation.begin(Rotation.Kind.KEK);
      rotation.begin(Rotation.Kind.INDEX);
      disk.fill(0);
      writeUntilFull(home);

      rotation.start();
      Until.so("it says why", PATIENCE, () -> rotation.trouble().isPresent());
      assertThat(rotation.trouble().orElseThrow()).contains("disk is full");
      assertThat(home.isStopped(0)).isTrue();
      disk.empty();

      home.run();
      home.awaitRotated();
      assertThat(rotation.trouble()).isEmpty();
      home.assertAllIsUnderThePresentKey();
      home.assertFound();
    }
  }

  private static void writeUntilFull(IndexHome home) {
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 100_000; i++) {
                home.wiring()
                    .store()
                    .change(tx -> {
                      for (int j = 0; j < 50; j++) {
                        Id _ = home.wiring().vault().newKey(tx, Vault.Subject.DAY);
                      }
                    });
              }
            })
        .isInstanceOfSatisfying(
            StoreFault.class, f -> assertThat(f.kind()).isEqualTo(StoreFault.Kind.DISK_FULL));
  }

  @Test
  void a_database_without_room_for_a_copy_keeps_its_key_until_there_is() throws Exception {
    try (IndexHome home = IndexHome.open(place, LATER)) {
      assertThat(home.keyring().renewDatabaseKey()).isTrue();
    }
    disk.fill(1 << 20);
    try (IndexHome home = IndexHome.open(place, LATER)) {
      assertThat(home.keyring().isDatabaseKeyDue()).isTrue();
      disk.empty();
      home.run();
      home.assertFound();
    }
    try (IndexHome home = IndexHome.open(place, LATER)) {
      assertThat(home.keyring().isDatabaseKeyDue()).isFalse();
      home.run();
      home.assertFound();
    }
  }
}
