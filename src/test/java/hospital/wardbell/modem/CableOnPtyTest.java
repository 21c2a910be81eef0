package hospital.wardbell.modem;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.modem.ModemHealth.State;
import hospital.wardbell.practice.Fault;
import hospital.wardbell.practice.Faults;
import hospital.wardbell.practice.JournalEntry;
import hospital.wardbell.practice.Terminal;
import hospital.wardbell.practice.Timing;
import hospital.wardbell.practice.VirtualModem;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A device is opened as its cable is said to be, seen in the terminal's own settings.
class CableOnPtyTest extends OnPty {
  private static final Terminal USUAL = new Terminal(115_200, 8, false, 1, false);

  @Test
  void a_device_is_opened_with_115200_baud_eight_bits_no_parity_and_one_stop_bit()
      throws Exception {
    VirtualModem modem = plugIn(Faults.none(), Timing.none());

    try (SerialLine _ = open(Cable.USUAL)) {
      assertThat(modem.terminal()).isEqualTo(USUAL);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {9_600, 19_200, 38_400, 57_600, 230_400, 460_800, 921_600})
  void a_device_is_opened_with_the_speed_that_is_said(int speed) throws Exception {
    VirtualModem modem = plugIn(Faults.none(), Timing.none());

    try (SerialLine _ = open(new Cable(speed, Cable.Flow.NONE))) {
      assertThat(modem.terminal()).isEqualTo(new Terminal(speed, 8, false, 1, false));
    }
  }

  @Test
  void a_cable_with_wires_for_it_has_both_sides_wait_for_each_other() throws Exception {
    VirtualModem modem = plugIn(Faults.none(), Timing.none());

    try (SerialLine _ = open(new Cable(115_200, Cable.Flow.RTS_CTS))) {
      assertThat(modem.terminal().handshake()).isTrue();
    }
  }

  @Test
  void no_other_speed_is_tried_with_a_modem_that_is_silent_or_was_away() throws Exception {
    VirtualModem modem = plugIn(Faults.none(), Timing.none());
    modem.suffer(new Fault.Deaf(false));
    start(Profile.GENERIC, Carriers.NONE);
    journal.await(JournalEntry.Attached.class, 1, _ -> true, LONG);
    Set<Terminal> seen = new HashSet<>();
    Instant silent = Instant.now().plusSeconds(3);
    while (Instant.now().isBefore(silent)) {
      seen.add(modem.terminal());
      LockSupport.parkNanos(1_000_000);
    }

    modem.unplug();
    modem.replug();
    await(State.REGISTERED);
    seen.add(modem.terminal());

    assertThat(seen).containsExactly(USUAL);
  }

  private SerialLine open(Cable cable) {
    return SerialLine.open(new LineAddress.Device(directory.resolve("modem")), cable);
  }
}
