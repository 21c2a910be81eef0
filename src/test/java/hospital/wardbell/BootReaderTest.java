package hospital.wardbell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hospital.wardbell.Boot.UnlockBy;
import hospital.wardbell.modem.Cable;
import hospital.wardbell.modem.Receiving;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BootReaderTest {
  private static final String SMALLEST = "home: data\nconsole:\n  listen: 127.0.0.1:8443\n";

  @TempDir private Path directory;

  @Test
  void the_file_we_ship_is_read_whole() {
    Boot boot = BootReader.read(Path.of("appliance/wardbell.yaml"));

    assertThat(boot.home()).isEqualTo(Path.of("/var/lib/wardbell"));
    assertThat(boot.console().getPort()).isEqualTo(8443);
    assertThat(boot.management().getPort()).isEqualTo(9400);
    assertThat(boot.unlock()).isEqualTo(new UnlockBy.Credential("wardbell-root"));
    assertThat(boot.modems()).hasSize(1);
    assertThat(boot.modems().getFirst().submitPatience()).isEmpty();
    assertThat(boot.modems().getFirst().receiving()).isEqualTo(Receiving.STORED);
    assertThat(boot.profiles()).isEmpty();
    assertThat(boot.trial()).isFalse();
  }

  @Test
  void what_is_left_out_has_its_default() throws IOException {
    Boot boot = read(SMALLEST);

    assertThat(boot.home()).isEqualTo(directory.resolve("data"));
    assertThat(boot.names()).containsExactly("localhost", "127.0.0.1");
    assertThat(boot.management().getHostString()).isEqualTo("127.0.0.1");
    assertThat(boot.unlock()).isEqualTo(new UnlockBy.Hand());
    assertThat(boot.modems()).isEmpty();
  }

  @Test
  void a_modem_may_be_named_by_what_it_is_in_place_of_where_it_is() throws IOException {
    Boot boot =
        read(
            SMALLEST
                + "modems: [{name: a, line: 'imei:004401234567895'},"
                + " {name: b, line: 'usb:2c7c:0125@1-1.4'}]\n");

    assertThat(boot.modems())
        .extracting(Boot.ModemLine::line)
        .containsExactly("imei:004401234567895", "usb:2c7c:0125@1-1.4");
  }

  @Test
  void a_modem_line_may_name_its_profile_a_patience_and_how_texts_come() throws IOException {
    Boot boot =
        read(
            SMALLEST
                + "profiles: own\n"
                + "audit: {witness: there/witness}\n"
                + "modems: [{name: a, line: /x, profile: quectel-ec25, submit-patience: 90s, receive: direct}]\n");

    assertThat(boot.profiles()).contains(directory.resolve("own"));
    assertThat(boot.witness()).contains(directory.resolve("there/witness"));
    assertThat(boot.modems())
        .containsExactly(
            new Boot.ModemLine(
                "a",
                "/x",
                Optional.empty(),
                Optional.of(Duration.ofSeconds(90)),
                Receiving.DIRECT,
                Optional.of("quectel-ec25")));
  }

  @Test
  void a_modem_line_may_say_how_its_cable_is_driven() throws IOException {
    Boot boot =
        read(
            SMALLEST
                + "modems: [{name: a, line: /x}, {name: b, line: /y, speed: 9600, flow: rts-cts},"
                + " {name: c, line: 'imei:004401234567895', speed: 921600, flow: none}]\n");

    assertThat(boot.modems())
        .extracting(Boot.ModemLine::cable)
        .containsExactly(
            new Cable(115_200, Cable.Flow.NONE),
            new Cable(9_600, Cable.Flow.RTS_CTS),
            new Cable(921_600, Cable.Flow.NONE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "modemz: []|line 4: modemz is not a key",
        "console: {}|line 4: console stands twice",
        "trial: perhaps|line 4: trial must be true or false",
        "management: {listen: 127.0.0.1:8443}|line 4: management must have another port",
        "management: {listen: 10.0.0.1:9400}|line 4: management.listen must be a loopback address",
        "modems: [{name: A B, line: /dev/x}]|line 4: modems.name is 1 to 31",
        "modems: [{name: a}]|modems.line is missing",
        "modems: [{name: a, line: 'tcp://nowhere'}]|modems.line must be a device",
        "modems: [{name: a, line: 'imei:12'}]|modems.line must be a device",
        "modems: [{name: a, line: /dev/x, submit-patience: 5s}]|must be 10s to 420s",
        "modems: [{name: a, line: /dev/x, receive: pushed}]|line 4: modems.receive must be stored or direct",
        "modems: [{name: a, line: /x, profile: A B}]|modems.profile is 1 to 31",
        "modems: [{name: a, line: /x, speed: 115201}]|line 4: modems.speed must be one of 9600, ",
        "modems: [{name: a, line: /x, speed: auto}]|modems.speed must be one of",
        "modems: [{name: a, line: /x, flow: xon}]|modems.flow must be none or rts-cts",
        "modems: [{name: a, line: 'tcp://m:9', speed: 9600}]|modems.speed is a matter of the network",
        "modems: [{name: a, line: 'tcp://m:9', flow: none}]|modems.flow is a matter of the network",
        "modems: [{name: a, line: /x}, {name: a, line: /y}]|two lines of the name a",
        "modems: 7|line 4: modems must be a list",
        "unlock: {credential: a, passphrase-file: b}|cannot both be used",
        "unlock: {password: x}|unlock.password is not a key",
        "trial: [|this is not YAML",
      })
  void a_mistake_is_named_with_its_key_and_line(String line, String complaint) {
    assertThatThrownBy(() -> read(SMALLEST + line + "\n"))
        .isInstanceOf(BootFault.class)
        .hasMessageContaining("boot.yaml")
        .hasMessageContaining(complaint);
  }

  @ParameterizedTest
  @CsvSource({"8443", "host:port", "1.2.3.4:70000"})
  void an_address_without_a_port_is_refused(String listen) {
    assertThatThrownBy(() -> read("home: d\nconsole:\n  listen: " + listen + "\n"))
        .hasMessageContaining("console.listen must be an address and a port");
  }

  @Test
  void a_file_that_is_not_there_is_said_so() {
    assertThatThrownBy(() -> BootReader.read(directory.resolve("none.yaml")))
        .isInstanceOf(BootFault.class)
        .hasMessageContaining("cannot be read");
  }

  private Boot read(String text) throws IOException {
    return BootReader.read(Files.writeString(directory.resolve("boot.yaml"), text));
  }
}
