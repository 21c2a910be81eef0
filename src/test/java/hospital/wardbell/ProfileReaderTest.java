package hospital.wardbell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hospital.wardbell.modem.ImsSwitch;
import hospital.wardbell.modem.LineMarks;
import hospital.wardbell.modem.Profile;
import hospital.wardbell.modem.Profile.Announcements;
import hospital.wardbell.modem.Profile.Match;
import hospital.wardbell.modem.Profile.Reset;
import hospital.wardbell.modem.Profile.Sending;
import hospital.wardbell.modem.Profile.Start;
import hospital.wardbell.modem.Profile.Step;
import hospital.wardbell.modem.SendOutcome.Fault;
import hospital.wardbell.modem.Tells;
import hospital.wardbell.modem.UsbPort;
import hospital.wardbell.modem.UssdCoding;
import hospital.wardbell.modem.Writing;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileReaderTest {
  @Test
  void every_key_is_read() {
    Profile profile =
        ProfileReader.read(
            "a.yaml",
            """
            name: a
            match: {maker: b, model: c, revision: d}
            usb: [{vendor: "12d1", product: "15c1", protocol: "02"}]
            start: {patience: 7s, ready: [SMS DONE], restarted: ["^EXIT*"]}
            reset: {radio: false, restart: AT^R, patience: 20s}
            commands: [{say: AT^X, patience: 2s, refused: fail}, {say: AT^Y}]
            stores: [SM]
            first-index: 1
            announcing: {modes: [1], reports: [0], buffers: [1]}
            sending: {patience: 90s, prompt-patience: 3s, keep-link: false, service-centre: omitted, errors: {513: modem}}
            line: {piece: 18, pause: 5ms, check-echo: true}
            tells: {store-full: ["^FULL*"], power: [OVER-VOLTAGE WARNNING]}
            services: [1, 3]
            ims: {ask: AT+I, on: 'I: 1', off: 'I: 0', turn-on: AT+I=1, turn-off: AT+I=0}
            ussd: packed
            ignored: [GOOD DAY*]
            """);

    assertThat(profile)
        .isEqualTo(
            new Profile(
                "a",
                Optional.of(new Match("b", "c", "d")),
                List.of(new UsbPort("12d1", "15c1", UsbPort.By.PROTOCOL, "02")),
                new Start(
                    Duration.ofSeconds(7),
                    new LineMarks(List.of("SMS DONE")),
                    new LineMarks(List.of("^EXIT*"))),
                new Reset(false, Optional.of("AT^R"), Duration.ofSeconds(20)),
                List.of(
                    new Step("AT^X", Duration.ofSeconds(2), true),
                    new Step("AT^Y", Duration.ofSeconds(5), false)),
                List.of("SM"),
                1,
                new Announcements(List.of(1), List.of(0), List.of(1)),
                new Sending(
                    Duration.ofSeconds(90),
                    Duration.ofSeconds(3),
                    false,
                    false,
                    Map.of(513, Fault.MODEM)),
                List.of(1, 3),
                Optional.of(new ImsSwitch("AT+I", "I: 1", "I: 0", "AT+I=1", "AT+I=0")),
                new Writing(18, Duration.ofMillis(5), true),
                new Tells(
                    new LineMarks(List.of("^FULL*")),
                    new LineMarks(List.of("OVER-VOLTAGE WARNNING"))),
                UssdCoding.PACKED,
                new LineMarks(List.of("GOOD DAY*"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nam: a|nam is not a key",
        "name: a|name stands twice",
        "match: {maker: a}|match.model is missing",
        "match: {model: '('}|match.model is no regular expression",
        "usb: [{vendor: '12d1', product: '15C1', interface: '02'}]|usb.product must be four",
        "usb: [{vendor: '12d1', product: '15c1'}]|usb.interface or protocol must be given",
        "start: {patience: 1s}|start.patience must be 5s to 120s",
        "start: {ready: [Good day]}|start.ready must be lines",
        "reset: {radio: 1}|reset.radio must be true or false",
        "reset: {restart: reboot}|reset.restart must be one AT command",
        "reset: {patience: 5s}|reset.patience must be 10s to 180s",
        "commands: [{say: 'ATD123;', refused: maybe}]|commands.refused must be ignore or fail",
        "commands: [{say: hello}]|commands.say must be one AT command",
        "stores: [flash]|stores must be stores of two letters",
        "first-index: 2|first-index must be 0 or 1",
        "announcing: {modes: []}|announcing.modes must not be empty",
        "announcing: {reports: [7]}|announcing.reports must be numbers of 0 to 3",
        "sending: {patience: 9s}|sending.patience must be 10s to 420s",
        "sending: {keep-link: 'on'}|sending.keep-link must be true or false",
        "sending: {service-centre: none}|sending.service-centre must be empty or omitted",
        "line: {piece: 7}|line.piece must be whole, or 8 to 512",
        "line: {piece: 513}|line.piece must be whole, or 8 to 512",
        "line: {pause: 0ms}|line.pause must be 1ms to 100ms",
        "line: {pause: 101ms}|line.pause must be 1ms to 100ms",
        "line: {check-echo: 1}|line.check-echo must be true or false",
        "tells: {power: [Good day]}|tells.power must be lines",
        "tells: {store-full: [full]}|tells.store-full must be lines",
        "sending: {errors: {x: modem}}|sending.errors.x must be the number",
        "sending: {errors: {513: them}}|sending.errors.513 must be message, passing or modem",
        "services: [4]|services must be numbers of 0 to 3",
        "ims: {on: a, off: b, turn-on: AT+I=1, turn-off: AT+I=0}|ims.ask is missing",
        "ims: {ask: AT+I, on: '('}|ims.on is no regular expression",
        "ussd: utf8|ussd must be plain, packed or ucs2",
        "ignored: [RING]|ignored may hide a line",
        "ignored: ['+CM*']|ignored may hide a line",
        "ignored: ['+CMTI: \"SM\"*']|ignored may hide a line",
        "ignored: ['07*']|ignored may hide a line",
      })
  void a_mistake_is_named_with_its_key_and_line(String line, String complaint) {
    assertThatThrownBy(() -> ProfileReader.read("a.yaml", "name: a\n" + line + "\n"))
        .isInstanceOf(BootFault.class)
        .hasMessageStartingWith("a.yaml, line 2: ")
        .hasMessageContaining(complaint);
  }
}
