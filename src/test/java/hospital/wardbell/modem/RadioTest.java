package hospital.wardbell.modem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RadioTest {
  @ParameterizedTest
  @CsvSource({
    "0, GSM", "1, GSM", "2, UMTS", "3, GSM", "4, UMTS", "5, UMTS", "6, UMTS", "7, LTE", "8, IOT",
    "9, IOT", "10, LTE", "11, NR", "12, NR", "13, LTE"
  })
  void each_access_technology_is_the_radio_of_the_standard(int technology, Radio radio) {
    assertThat(Radio.of(technology)).contains(radio);
  }

  @Test
  void one_that_the_standard_has_not_is_none() {
    assertThat(Radio.of(14)).isEqualTo(Optional.empty());
    assertThat(Radio.of(99)).isEqualTo(Optional.empty());
  }
}
