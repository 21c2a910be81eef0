package hospital.wardbell.modem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FinderTest {
  private static final String OURS = "004401234567895";
  private static final String ANOTHERS = "862345678901238";

  @TempDir Path root = Path.of("");
  private final KeptMemory memory = new KeptMemory();

  @BeforeEach
  void plug_in() throws Exception {
    usb()
        .builtIn("ttyS0")
        .device("1-1", "2c7c", "0125")
        .port("1-1", "00", "ff", "ttyUSB0", terminal())
        .port("1-1", "02", "ff", "ttyUSB2", terminal())
        .port("1-1", "03", "ff", "ttyUSB3", terminal())
        .device("1-2.4", "2c7c", "0125")
        .port("1-2.4", "02", "ff", "ttyUSB6", terminal());
  }

  @Test
  void a_modem_named_by_its_usb_numbers_is_behind_its_at_port() {
    assertThat(finder("usb:2c7c:0125").next()).isEqualTo(dev("ttyUSB2"));
  }

  @Test
  void of_two_alike_the_place_says_which() {
    assertThat(finder("usb:2c7c:0125@1-2.4").next()).isEqualTo(dev("ttyUSB6"));
  }

  @Test
  void of_two_alike_the_next_is_tried_where_the_first_is_of_no_use() {
    Finder finder = finder("usb:2c7c:0125");
    assertThat(finder.next()).isEqualTo(dev("ttyUSB2"));
    finder.pass();

    assertThat(finder.next()).isEqualTo(dev("ttyUSB6"));
  }

  @Test
  void a_modem_known_by_its_imei_is_looked_for_behind_each_at_port_once() throws Exception {
    Finder finder = finder("imei:" + OURS);
    assertThat(finder.next()).isEqualTo(dev("ttyUSB2"));
    assertIsAnother(finder, ANOTHERS);
    assertThat(finder.next()).isEqualTo(dev("ttyUSB6"));
    assertThat(finder.isOurs()).isFalse();
    finder.met(Optional.of(OURS));
    assertThat(finder.isOurs()).isTrue();

    usb().unplug("1-2.4", "ttyUSB6");
    assertNotFound(finder, Trouble.of(Trouble.Kind.NOT_FOUND, "imei:" + OURS));
    usb().device("1-3", "2c7c", "0125").port("1-3", "02", "ff", "ttyUSB9", terminal());
    assertThat(finder.next()).isEqualTo(dev("ttyUSB9"));
    assertThat(finder.isOurs()).as("not before it has said so").isFalse();
  }

  @Test
  void a_port_that_was_anothers_is_asked_again_once_it_was_unplugged() throws Exception {
    Finder finder = finder("imei:" + OURS);
    finder.next();
    assertIsAnother(finder, ANOTHERS);
    finder.next();
    assertIsAnother(finder, ANOTHERS);

    usb().unplug("1-1", "ttyUSB0", "ttyUSB2", "ttyUSB3");
    assertNotFound(finder, Trouble.of(Trouble.Kind.NOT_FOUND, "imei:" + OURS));
    usb().device("1-1", "2c7c", "0125").port("1-1", "02", "ff", "ttyUSB1", terminal());

    assertThat(finder.next()).isEqualTo(dev("ttyUSB1"));
  }

  @Test
  void a_modem_that_no_profile_knows_is_looked_for_behind_all_its_ports() throws Exception {
    usb()
        .device("1-5", "aaaa", "0001")
        .port("1-5", "00", "ff", "ttyACM0", terminal())
        .port("1-5", "02", "ff", "ttyACM1", terminal());
    Finder finder = finder("usb:aaaa:0001");

    assertThat(finder.next()).isEqualTo(dev("ttyACM0"));
    finder.pass();
    assertThat(finder.next()).isEqualTo(dev("ttyACM1"));
  }

  @Test
  void a_device_path_that_is_gone_is_followed_to_where_its_modem_is_now() throws Exception {
    Finder finder = finder(usb().dev("ttyUSB2").toString());
    assertThat(finder.next()).isEqualTo(dev("ttyUSB2"));
    finder.met(Optional.of(OURS));

    usb().unplug("1-1", "ttyUSB0", "ttyUSB2", "ttyUSB3");
    assertThat(finder.next()).isEqualTo(dev("ttyUSB6"));
    assertIsAnother(finder, ANOTHERS);
    usb().device("1-1", "2c7c", "0125").port("1-1", "02", "ff", "ttyUSB8", terminal());

    assertThat(finder.next()).isEqualTo(dev("ttyUSB8"));
    finder.met(Optional.of(OURS));
  }

  @Test
  void another_modem_at_a_device_path_is_taken_as_it_is() {
    memory.keep(Finder.IMEI, OURS);
    Finder finder = finder(usb().dev("ttyUSB2").toString());
    finder.next();

    finder.met(Optional.of(ANOTHERS));

    assertThat(memory.recall(Finder.IMEI)).contains(ANOTHERS);
  }

  @Test
  void the_wrong_port_of_a_modem_is_known_and_the_right_one_named() {
    Finder finder = finder(usb().dev("ttyUSB3").toString());
    finder.next();
    Finder right = finder(usb().dev("ttyUSB2").toString());
    right.next();

    assertThat(finder.rightPort()).contains(usb().dev("ttyUSB2"));
    assertThat(right.rightPort()).isEmpty();
  }

  @Test
  void a_huawei_stick_without_a_serial_port_is_told() throws Exception {
    usb().device("1-6", "12d1", "14dc");

    assertNotFound(finder("imei:000000000000000"), Trouble.of(Trouble.Kind.NO_SERIAL_PORT, "1-6"));
    assertNotFound(finder("/dev/no-such"), Trouble.of(Trouble.Kind.NO_SERIAL_PORT, "1-6"));
    usb().port("1-6", "00", "02", "ttyUSB20", terminal());
    assertThat(finder("/dev/no-such").next())
        .isEqualTo(new LineAddress.Device(Path.of("/dev/no-such")));
  }

  @Test
  void what_is_no_usb_device_is_found_as_it_is_named() {
    LineAddress network = LineAddress.parse("tcp://modem.lan:5000");

    assertThat(finder(network.toString()).next()).isEqualTo(network);
  }

  private void assertNotFound(Finder finder, Trouble trouble) {
    if (trouble.kind() == Trouble.Kind.NO_SERIAL_PORT) {
      finder.pass();
    }
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 10; i++) {
                finder.next();
                try {
                  finder.met(Optional.of("100000000000000"));
                } catch (ModemFault e) {
                  // the next is tried
                }
              }
            })
        .isInstanceOfSatisfying(
            ModemFault.class,
            e -> {
              assertThat(e.kind()).isEqualTo(ModemFault.Kind.NOT_PLUGGED_IN);
              assertThat(e.trouble()).isEqualTo(trouble);
            });
  }

  private static void assertIsAnother(Finder finder, String imei) {
    assertThatThrownBy(() -> finder.met(Optional.of(imei)))
        .isInstanceOfSatisfying(
            ModemFault.class, e -> assertThat(e.kind()).isEqualTo(ModemFault.Kind.ANOTHER));
  }

  private Finder finder(String line) {
    Profile known = ProfileLike.generic("known").at("2c7c", "0125", "02").profile();
    Modem.Setup setup =
        new Modem.Setup(
            "front",
            LineAddress.parse(line),
            "",
            Optional.empty(),
            Receiving.STORED,
            Profiles.of(List.of(known)),
            memory,
            Carriers.NONE,
            Cable.USUAL);
    return new Finder(setup, usb().tree());
  }

  private Path terminal() throws IOException {
    return Files.createTempFile(root, "terminal", "");
  }

  private LineAddress dev(String tty) {
    return new LineAddress.Device(usb().dev(tty));
  }

  private FakeUsb usb() {
    return new FakeUsb(root);
  }
}
