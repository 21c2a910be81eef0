package hospital.wardbell.modem;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hospital.wardbell.practice.Journal;
import hospital.wardbell.practice.ModemOptions;
import hospital.wardbell.practice.People;
import hospital.wardbell.practice.Timing;
import hospital.wardbell.practice.VirtualModem;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SerialLineTest {
  @Test
  void a_device_that_is_not_there_is_said_so() {
    assertThatThrownBy(() -> SerialLine.open(device(Path.of("/dev/no-such-modem")), Cable.USUAL))
        .isInstanceOf(ModemFault.class)
        .hasMessageContaining("/dev/no-such-modem is not there");
  }

  @Test
  void a_device_that_is_held_is_said_so() throws Exception {
    ModemOptions options = ModemOptions.of(Timing.none());
    try (VirtualModem modem = VirtualModem.start(options, People.silent(), Journal.inMemory());
        SerialLine _ = SerialLine.open(device(modem.path()), Cable.USUAL)) {
      assertThatThrownBy(() -> SerialLine.open(device(modem.path()), Cable.USUAL))
          .isInstanceOf(ModemFault.class)
          .hasMessageContaining("held by another program");
    }
  }

  @Test
  void a_network_modem_is_read_and_written_until_it_hangs_up() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        SerialLine line = SerialLine.open(network(server.getLocalPort()), Cable.USUAL);
        Socket modem = server.accept()) {
      byte[] read = new byte[16];

      line.write("AT\r".getBytes(US_ASCII));
      assertThat(modem.getInputStream().readNBytes(3)).isEqualTo("AT\r".getBytes(US_ASCII));
      modem.getOutputStream().write('K');
      assertThat(line.read(read)).isEqualTo(1);
      assertThat(read).startsWith('K');
      modem.shutdownOutput();
      assertThat(line.read(read)).isEqualTo(-1);
    }
  }

  @Test
  void a_network_modem_that_does_not_answer_is_said_so() throws Exception {
    int unused;
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      unused = server.getLocalPort();
    }

    assertThatThrownBy(() -> SerialLine.open(network(unused), Cable.USUAL))
        .isInstanceOf(ModemFault.class)
        .hasMessageContaining("does not answer");
  }

  private static LineAddress device(Path path) {
    return new LineAddress.Device(path);
  }

  private static LineAddress network(int port) {
    return new LineAddress.Network(InetAddress.getLoopbackAddress().getHostAddress(), port);
  }
}
