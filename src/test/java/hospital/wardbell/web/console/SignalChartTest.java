package hospital.wardbell.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.fleet.Course;
import hospital.wardbell.fleet.Sample;
import hospital.wardbell.modem.ModemHealth.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SignalChartTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Pattern LINE = Pattern.compile("class=\"signal\" d=\"([^\"]*)\"");

  @Test
  void the_line_breaks_where_nothing_is_known() {
    assertThat(line(sample(0, -71), sample(5, -71), sample(40, -71), sample(45, -71)))
        .isEqualTo("M34 40h1L61 40M246 40h1L273 40");
  }

  @Test
  void a_signal_beyond_the_scale_stays_in_the_drawing() {
    assertThat(line(sample(0, -300), sample(5, 10))).isEqualTo("M34 108h1L61 8");
  }

  @Test
  void without_samples_there_is_an_empty_drawing_and_no_fault() {
    assertThat(line()).isEmpty();
  }

  @Test
  void what_is_written_on_it_cannot_end_an_attribute() {
    String svg = new SignalChart(course(), "a \"quoted\" <label> & more", at -> "<now>").svg();

    assertThat(svg)
        .contains("aria-label=\"a &quot;quoted&quot; &lt;label> &amp; more\"")
        .doesNotContain("<now>")
        .doesNotContain("style=");
  }

  private static String line(Sample... samples) {
    String svg = new SignalChart(course(samples), "label", Instant::toString).svg();
    return LINE.matcher(svg)
        .results()
        .map(MatchResult::group)
        .findFirst()
        .orElseThrow()
        .replaceAll("class=\"signal\" d=\"|\"", "");
  }

  private static Course course(Sample... samples) {
    return new Course(NOON, NOON.plus(Duration.ofHours(1)), List.of(samples));
  }

  private static Sample sample(int minute, int dbm) {
    return new Sample(
        NOON.plus(Duration.ofMinutes(minute)),
        State.REGISTERED,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(dbm),
        Optional.empty(),
        Optional.empty());
  }
}
