package hospital.wardbell.backup;

import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Loop;
import hospital.wardbell.base.Sha256;
import hospital.wardbell.settings.Settings;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

/// The loop that makes the daily backup, and puts the keyring beside the backups when it changes.
final class Daily implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Daily.class.getName());
  private static final Actor BY = new Actor.Wardbell("backup");
  private static final Duration A_DAY = Duration.ofDays(1);
  private static final Duration ROUND = Duration.ofMinutes(1);

  private final Backups backups;
  private final Targets targets;
  private final Places places;
  private final Loop loop;
  private Optional<Long> looked = Optional.empty(); // the loop's own thread
  private String keyring = ""; // the digest of what is beside the backups; the loop's own thread

  private Daily(Backups backups, Targets targets, Places places) {
    this.backups = backups;
    this.targets = targets;
    this.places = places;
    this.loop = Loop.start("backup", this::turn);
  }

  static Daily start(Backups backups, Targets targets, Places places) {
    return new Daily(backups, targets, places);
  }

  private Duration turn() {
    try {
      letGoOfKeys();
      if (backups.isDue()) {
        String before = digest(); // a key that is made meanwhile is copied in the next round
        Backups.Kept made = backups.run(BY, Progress.none());
        keyring = before;
        LOG.log(
            Level.INFO,
            "backup made: {0}, {1} octets",
            made.name().text(),
            Long.toString(made.octets()));
      } else {
        copyKeyring();
      }
    } catch (BackupFault fault) {
      LOG.log(Level.WARNING, "backups: {0}", fault.getMessage());
    }
    return ROUND;
  }

  /// When there is another, and once a day, since backups may have been removed by hand.
  private void letGoOfKeys() {
    long now = System.nanoTime();
    boolean anyway = looked.isEmpty() || now - looked.get() > A_DAY.toNanos();
    backups.letGoOfKeys(anyway);
    if (anyway) {
      looked = Optional.of(now);
    }
  }

  /// A keyring that was changed since the last backup opens more than the copy of it does, and a
  /// list of what was erased that has grown says more than its copy.
  private void copyKeyring() {
    String now = digest();
    if (keyring.isEmpty()) {
      keyring = now; // the next backup brings it
    }
    if (!now.equals(keyring) && targets.settings().isOn(Settings.Key.BACKUP_KEYRING)) {
      backups.copyKeyring();
      keyring = now;
    }
  }

  private String digest() {
    try {
      MessageDigest sha = Sha256.fresh();
      sha.update(Files.readAllBytes(places.keyring()));
      if (Files.exists(places.shredded())) {
        sha.update(Files.readAllBytes(places.shredded()));
      }
      return HexFormat.of().formatHex(sha.digest());
    } catch (IOException e) {
      throw BackupFault.of(e, "reading the keyring");
    }
  }

  @Override
  public void close() {
    loop.close();
  }
}
