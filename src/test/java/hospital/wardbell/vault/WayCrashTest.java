package hospital.wardbell.vault;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Secret;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WayCrashTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource({
    "before, true",
    "written, true",
    "forced, true",
    "renamed, false",
    "after, false",
  })
  void killed_at_any_step_the_old_way_opens_or_the_new_one(String step, boolean theOld)
      throws Exception {
    Path file = directory.resolve("keyring");
    Keyring.create(file, passphrase(WayChanger.FORMER), Stretch.cheap()).close();

    KilledAt.run(WayChanger.class, file.toString(), step);

    assertThat(opens(file, WayChanger.FORMER)).isEqualTo(theOld);
    assertThat(opens(file, WayChanger.NEXT)).isNotEqualTo(theOld);
  }

  private static Unlock passphrase(String typed) {
    return new Unlock.Passphrase(Secret.copyOf(typed.toCharArray()));
  }

  private static boolean opens(Path file, String typed) {
    try (Keyring keyring = Keyring.open(file, passphrase(typed))) {
      return !keyring.keys().isEmpty();
    } catch (VaultFault e) {
      assertThat(e.kind()).isEqualTo(VaultFault.Kind.WRONG_UNLOCK);
      return false;
    }
  }
}
