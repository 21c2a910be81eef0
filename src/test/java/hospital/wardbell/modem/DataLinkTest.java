package hospital.wardbell.modem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataLinkTest {
  private static final String UP = "0x1003";
  private static final String DOWN = "0x1002";
  private static final Trouble ONLINE = Trouble.of(Trouble.Kind.DATA_LINK, "wwan0");

  @TempDir Path root = Path.of("");
  private final StepClock clock = new StepClock();
  private final Vitals vitals = new Vitals("front", _ -> {}, clock);

  @BeforeEach
  void plug_in() throws Exception {
    usb()
        .builtIn("ttyS0")
        .device("1-1", "2c7c", "0125")
        .port("1-1", "02", "ff", "ttyUSB2", terminal())
        .port("1-1", "03", "ff", "ttyUSB3", terminal())
        .device("1-10", "2c7c", "0125")
        .port("1-10", "02", "ff", "ttyUSB6", terminal());
  }

  @ParameterizedTest
  @CsvSource({
    "up, 0x1003, true",
    "unknown, 0x1003, true",
    "unknown, 0x10c1, true",
    "unknown, 0x1002, false",
    "unknown, '', false",
    "down, 0x1003, false",
    "dormant, 0x1003, false",
    "'', 0x1003, false"
  })
  void a_network_interface_of_the_modem_that_is_up_is_a_data_link(
      String operstate, String flags, boolean online) throws Exception {
    usb().network("1-1", "04", "wwan0", operstate, flags);

    assertThat(behind("ttyUSB2")).isEqualTo(online ? Optional.of(ONLINE) : Optional.empty());
  }

  @Test
  void the_interface_of_another_device_is_none_of_this_modems() throws Exception {
    usb().network("1-10", "04", "wwan0", "up", UP).device("1-2", "0bda", "8153");
    usb().network("1-2", "00", "eth1", "up", UP);

    assertThat(behind("ttyUSB2")).isEmpty();
    assertThat(behind("ttyUSB6")).contains(ONLINE);
    assertThat(behind("ttyS0")).isEmpty();
  }

  @Test
  void a_program_on_another_port_of_the_modem_is_named() throws Exception {
    usb()
        .process(41, "pppd", usb().dev("ttyUSB6"))
        .process(42, "minicom", Path.of("/dev/null"))
        .process(ProcessHandle.current().pid(), "java", usb().dev("ttyUSB3"));
    assertThat(behind("ttyUSB2")).isEmpty();

    usb().process(43, "pppd", usb().dev("ttyUSB3"));

    assertThat(behind("ttyUSB2")).contains(Trouble.of(Trouble.Kind.DATA_LINK_BY, "pppd"));
  }

  @Test
  void a_program_that_only_takes_modems_and_holds_none_is_not_named() throws Exception {
    usb().process(44, "ModemManager", Path.of("/dev/null"));

    assertThat(behind("ttyUSB2")).isEmpty();
  }

  @Test
  void it_is_told_within_a_minute_and_until_it_is_over_and_texts_still_go() throws Exception {
    Revival revival = opened();
    vitals.registered(ModemHealth.Registration.HOME);
    revival.lookAround(vitals, clock.instant());
    assertThat(vitals.health().trouble()).isEmpty();

    usb().network("1-1", "04", "wwan0", "up", UP);
    lookForAMinute(revival);
    assertThat(vitals.health().trouble()).contains(ONLINE);
    assertThat(vitals.health().state()).isEqualTo(ModemHealth.State.REGISTERED);

    usb().network("1-1", "04", "wwan0", "down", DOWN);
    lookForAMinute(revival);
    assertThat(vitals.health().trouble()).isEmpty();
  }

  @Test
  void what_has_not_said_that_it_is_the_modem_is_not_looked_at() throws Exception {
    usb().network("1-1", "04", "wwan0", "up", UP);
    Revival revival = revival();
    revival.where();

    revival.lookAround(vitals, clock.instant());

    assertThat(vitals.health().trouble()).isEmpty();
  }

  private void lookForAMinute(Revival revival) {
    for (int i = 0; i < 12; i++) {
      clock.step(Duration.ofSeconds(5));
      revival.lookAround(vitals, clock.instant());
    }
  }

  private Revival opened() {
    Revival revival = revival();
    revival.where();
    revival.met(new Identity("Maker", "Model", "1.0", Optional.empty()));
    return revival;
  }

  private Revival revival() {
    return new Revival(
        new Modem.Setup(
            "front",
            LineAddress.parse("usb:2c7c:0125@1-1"),
            "",
            Optional.empty(),
            Receiving.STORED,
            Profiles.of(List.of(ProfileLike.generic("known").at("2c7c", "0125", "02").profile())),
            new KeptMemory(),
            Carriers.NONE,
            Cable.USUAL),
        usb().tree());
  }

  private Optional<Trouble> behind(String tty) {
    return new DataLink(usb().tree()).behind(usb().dev(tty));
  }

  private Path terminal() throws IOException {
    return Files.createTempFile(root, "terminal", "");
  }

  private FakeUsb usb() {
    return new FakeUsb(root);
  }
}
