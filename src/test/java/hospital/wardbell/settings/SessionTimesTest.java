package hospital.wardbell.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionTimesTest {
  @ParameterizedTest
  @ValueSource(strings = {"15/60/720", "1/1/1", "5/30/480"})
  void times_within_bounds_are_read(String written) {
    SessionTimes times = SessionTimes.parse(written);

    assertThat(times.lock() + "/" + times.idle() + "/" + times.longest()).isEqualTo(written);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "16/60/720",
        "15/61/720",
        "15/60/721",
        "15/10/720",
        "10/30/20",
        "0/60/720",
        "15/60",
        "15/60/720/1",
        " 15/60/720",
        "-1/60/720",
        "1e1/60/720"
      })
  void no_session_lasts_longer_than_the_standard_has_it(String written) {
    assertThatThrownBy(() -> Settings.Key.SESSIONS_CARE.require(written))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at most 15/60/720");
  }

  @Test
  void every_duty_begins_within_bounds() {
    for (Settings.Key key : Settings.Key.values()) {
      if (key.dotted().startsWith("sessions.")) {
        key.require(key.initial());
      }
    }
  }
}
