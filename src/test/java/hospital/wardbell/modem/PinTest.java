package hospital.wardbell.modem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PinTest {
  private static final Optional<String> SIM = Optional.of("89001012345678901239");
  private static final Optional<String> ANOTHER = Optional.of("89001012345678901240");

  @TempDir Path directory = Path.of("");

  @Test
  void a_pin_that_did_not_prove_right_is_not_given_again_after_a_restart_of_the_service() {
    assertThat(pin("2468").give(SIM)).contains("2468");

    assertThat(pin("2468").give(SIM)).isEmpty();
  }

  @Test
  void another_pin_and_another_sim_are_given_their_one_try() {
    pin("2468").give(SIM);

    assertThat(pin("1357").give(SIM)).contains("1357");
    assertThat(pin("1357").give(ANOTHER)).contains("1357");
  }

  @Test
  void a_pin_that_proved_right_is_given_again() {
    Pin pin = pin("2468");
    pin.give(SIM);
    pin.proved();

    assertThat(pin("2468").give(SIM)).contains("2468");
  }

  @Test
  void what_is_kept_does_not_hold_the_pin_and_is_the_services_alone() throws Exception {
    pin("2468").give(SIM);

    Path file = directory.resolve("modems/front");
    assertThat(Files.readString(file)).startsWith("pin-given=").doesNotContain("2468");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void a_pin_is_not_given_where_that_cannot_be_kept() {
    Pin pin = new Pin("front", "2468", new KeptMemory().full());

    assertThatThrownBy(() -> pin.give(SIM)).isInstanceOf(UncheckedIOException.class);
  }

  /// As a service that was started anew has it.
  private Pin pin(String digits) {
    return new Pin("front", digits, new LineFile(directory.resolve("modems/front")));
  }
}
