package hospital.wardbell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hospital.wardbell.Boot.UnlockBy;
import hospital.wardbell.Home.HomeFault;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.consent.Ledger;
import hospital.wardbell.settings.Settings;
import hospital.wardbell.store.StoreFault;
import hospital.wardbell.vault.Keyring;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Several homes in one process, for practice beside the real one and for trying out a backup.
class TwoHomesTest {
  private static final Actor SOMEBODY = new Actor.Operator("test");
  private static final PhoneNumber PATIENT = new PhoneNumber("+12025550123");

  @TempDir private Path directory;

  @Test
  void two_homes_know_nothing_of_each_other() {
    try (Wiring one = home("one");
        Wiring other = home("other")) {
      one.patients().add(one.identity().accounts().frontDesk(), "Ann", PATIENT, "en", SOMEBODY);
      one.store()
          .change(tx ->
              one.ledger()
                  .optIn(
                      tx,
                      PATIENT,
                      Ledger.Method.PRACTICE,
                      Optional.empty(),
                      SOMEBODY,
                      Instant.now()));

      assertThat(holding(one)).isEqualTo(1);
      assertThat(holding(other)).isZero();
      assertThat(one.settings().text(Settings.Key.HOSPITAL_NAME)).isEqualTo("one");
      assertThat(other.settings().text(Settings.Key.HOSPITAL_NAME)).isEqualTo("other");
      assertThat(one.identity().accounts().frontDesk())
          .isNotEqualTo(other.identity().accounts().frontDesk());
    }
  }

  @Test
  void closing_one_leaves_the_other_open() {
    try (Wiring one = home("one")) {
      home("other").close();

      assertThat(holding(one)).isZero();
    }
  }

  @Test
  void one_home_is_open_once() {
    try (Wiring _ = home("one")) {
      assertThatThrownBy(() -> open("one"))
          .isInstanceOfSatisfying(
              StoreFault.class, e -> assertThat(e.kind()).isEqualTo(StoreFault.Kind.IN_USE));
    }
    Home home = new Home(directory.resolve("one"));
    try (HomeLock _ = HomeLock.take(home)) {
      assertThatThrownBy(() -> HomeLock.take(home))
          .isInstanceOf(HomeFault.class)
          .hasMessageContaining("Another Wardbell runs in");
    }
    HomeLock.take(home).close();
  }

  private static int holding(Wiring home) {
    return home.store().read(sql -> home.patients().holding(sql, PATIENT).size());
  }

  private Wiring home(String name) {
    InetSocketAddress nowhere = InetSocketAddress.createUnresolved("127.0.0.1", 0);
    Boot boot =
        new Boot(
            directory.resolve(name),
            nowhere,
            List.of("localhost"),
            nowhere,
            new UnlockBy.Hand(),
            List.of(),
            Optional.empty(),
            true);
    assertThat(
            Setup.run(
                boot,
                Unlocking.typed("the passphrase of " + name),
                Map.of(Settings.Key.HOSPITAL_NAME, name),
                InstantSource.system()))
        .isTrue();
    return open(name);
  }

  private Wiring open(String name) {
    Home home = new Home(directory.resolve(name));
    return Wiring.build(
        home,
        Keyring.open(home.keyring(), Unlocking.typed("the passphrase of " + name)),
        InstantSource.system());
  }
}
