package hospital.wardbell;

import hospital.wardbell.Home.HomeFault;
import hospital.wardbell.base.Actor;
import hospital.wardbell.settings.Settings;
import hospital.wardbell.vault.KeyDesk;
import hospital.wardbell.vault.Keyring;
import hospital.wardbell.vault.Unlock;
import hospital.wardbell.vault.VaultFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.Map;

/// Makes a home: keyring, database, first settings. Done by hand, once, before the first start.
///
/// The keyring gets its name last, so a set-up that was broken off is not taken for a finished one:
/// the next goes on where it ended.
public final class Setup {
  /// Before people come to work. A trial home sends only what somebody asks for.
  private static final String SELF_TEST_HOUR = "5";

  /// While few write.
  private static final String BACKUP_HOUR = "2";

  private Setup() {}

  /// Makes sure that somebody can open the home when its everyday opener is lost.
  @FunctionalInterface
  public interface KitStep {
    /// @throws RuntimeException if that was not done; the home is then not set up
    void take(KeyDesk desk);
  }

  /// A home without a recovery kit.
  ///
  /// @see #run(Boot, Unlock, Map, InstantSource, KitStep)
  public static boolean run(
      Boot boot, Unlock unlock, Map<Settings.Key, String> settings, InstantSource clock) {
    return run(boot, unlock, settings, clock, _ -> {});
  }

  /// @return false if the home was set up before; it is then left as it is
  /// @param settings whose values are lawful
  /// @param kit taken before the home counts as set up
  public static boolean run(
      Boot boot,
      Unlock unlock,
      Map<Settings.Key, String> settings,
      InstantSource clock,
      KitStep kit) {
    Home home = Home.prepare(boot.home());
    if (home.isSetUp()) {
      return false;
    }
    Actor by = new Actor.Operator(System.getProperty("user.name"));
    try (HomeLock _ = HomeLock.take(home)) {
      try (Wiring wiring = Wiring.build(home, keyring(home, unlock), clock)) {
        settings.forEach((key, value) -> wiring.settings().set(key, value, by));
        if (!boot.trial()) {
          wiring.settings().set(Settings.Key.SELF_TEST_HOUR, SELF_TEST_HOUR, by);
          wiring.settings().set(Settings.Key.BACKUP_HOUR, BACKUP_HOUR, by);
        }
        kit.take(wiring.keyDesk());
      }
      finish(home);
    }
    return true;
  }

  private static Keyring keyring(Home home, Unlock unlock) {
    if (!Files.exists(home.keyringInTheMaking())) {
      return Keyring.create(home.keyringInTheMaking(), unlock);
    }
    try {
      return Keyring.open(home.keyringInTheMaking(), unlock);
    } catch (VaultFault e) {
      if (e.kind() != VaultFault.Kind.WRONG_UNLOCK) {
        throw e;
      }
      throw new HomeFault(
          "A set-up was begun here before and broken off, with another passphrase or key. Use that one, or remove the directory %s and begin again."
              .formatted(home.directory()));
    }
  }

  private static void finish(Home home) {
    try {
      Files.move(home.keyringInTheMaking(), home.keyring(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw HomeFault.notWritable(home.directory());
    }
  }
}
