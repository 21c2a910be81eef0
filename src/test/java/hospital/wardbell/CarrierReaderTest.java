package hospital.wardbell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hospital.wardbell.modem.Carrier;
import hospital.wardbell.modem.Rate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CarrierReaderTest {
  @Test
  void every_key_is_read() {
    Carrier carrier =
        CarrierReader.read(
            "a.yaml",
            """
            name: a
            networks: [310-410, 001-01]
            service-centre: "+12025550100"
            ims: off
            rate: {per-minute: 20, per-hour: 300, per-day: 900}
            """);

    assertThat(carrier)
        .isEqualTo(
            new Carrier(
                "a",
                List.of("310-410", "001-01"),
                Optional.of("+12025550100"),
                Carrier.Ims.OFF,
                new Rate(Optional.of(20), Optional.of(300), Optional.of(900))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "network: [310-410]|network is not a key",
        "name: b|name stands twice",
        "networks: []|networks must be given",
        "networks: 310-410|networks must be a list",
        "networks: [310410]|networks must be networks such as 310-410",
        "service-centre: 2025550100|service-centre must be + and 5 to 15 digits",
        "ims: maybe|ims must be on, off or leave",
        "rate: {per-week: 1}|rate.per-week is not a key",
        "rate: {per-minute: 0}|rate.per-minute must be a number of 1 to 100000",
        "rate: {per-day: many}|rate.per-day must be a number of 1 to 100000",
      })
  void a_mistake_is_named_with_its_key_and_line(String line, String complaint) {
    String networks = line.startsWith("networks") ? "" : "networks: [001-01]\n";
    assertThatThrownBy(() -> CarrierReader.read("a.yaml", "name: a\n" + line + "\n" + networks))
        .isInstanceOf(BootFault.class)
        .hasMessageStartingWith("a.yaml, line 2: ")
        .hasMessageContaining(complaint);
  }

  @Test
  void what_is_needed_and_missing_is_said() {
    assertThatThrownBy(() -> CarrierReader.read("a.yaml", "networks: [001-01]\n"))
        .hasMessageContaining("name is missing");
    assertThatThrownBy(() -> CarrierReader.read("a.yaml", "name: a\n"))
        .hasMessageContaining("networks must be given");
  }
}
