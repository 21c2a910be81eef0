package hospital.wardbell;

import hospital.wardbell.base.Actor;
import hospital.wardbell.settings.Settings;
import hospital.wardbell.vault.Keyring;
import hospital.wardbell.vault.Unlock;
import java.time.InstantSource;
import java.util.Map;

/// Makes a home: keyring, database, first settings. Done by hand, once, before the first start.
public final class Setup {
  private Setup() {}

  /// @return false if the home was set up before; it is then left as it is
  public static boolean run(
      Boot boot, Unlock unlock, Map<Settings.Key, String> settings, InstantSource clock) {
    Home home = Home.prepare(boot.home());
    if (home.isSetUp()) {
      return false;
    }
    Actor by = new Actor.Operator(System.getProperty("user.name"));
    try (Wiring wiring = Wiring.build(home, Keyring.create(home.keyring(), unlock), clock)) {
      settings.forEach((key, value) -> wiring.settings().set(key, value, by));
    }
    return true;
  }
}
