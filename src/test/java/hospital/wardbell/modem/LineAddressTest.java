package hospital.wardbell.modem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineAddressTest {
  @Test
  void a_whole_path_is_a_device() {
    assertThat(LineAddress.parse("/dev/serial/by-id/usb-0"))
        .isEqualTo(new LineAddress.Device(Path.of("/dev/serial/by-id/usb-0")));
  }

  @Test
  void tcp_with_host_and_port_is_a_network_modem() {
    assertThat(LineAddress.parse("tcp://modem.lan:5000"))
        .isEqualTo(new LineAddress.Network("modem.lan", 5000));
  }

  @Test
  void a_usb_modem_is_named_by_its_numbers_and_its_place() {
    assertThat(LineAddress.parse("usb:2c7c:0125"))
        .isEqualTo(new LineAddress.Usb("2c7c", "0125", ""))
        .hasToString("usb:2c7c:0125");
    assertThat(LineAddress.parse("usb:2c7c:0125@1-1.4"))
        .isEqualTo(new LineAddress.Usb("2c7c", "0125", "1-1.4"))
        .hasToString("usb:2c7c:0125@1-1.4");
  }

  @Test
  void a_modem_is_named_by_its_imei() {
    assertThat(LineAddress.parse("imei:004401234567895"))
        .isEqualTo(new LineAddress.Imei("004401234567895"))
        .hasToString("imei:004401234567895");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "ttyUSB2",
        "COM3",
        "tcp://modem.lan",
        "tcp://:5000",
        "tcp://m:70000",
        "usb:2c7c",
        "usb:2C7C:0125",
        "usb:2c7c:0125@",
        "imei:12345",
        "a b"
      })
  void anything_else_is_refused_with_what_is_expected(String text) {
    assertThatThrownBy(() -> LineAddress.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("/dev/ttyUSB2")
        .hasMessageContaining("tcp://host:port");
  }
}
