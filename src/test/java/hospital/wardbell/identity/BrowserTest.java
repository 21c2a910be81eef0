package hospital.wardbell.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrowserTest {
  private static final String GECKO = "AppleWebKit/537.36 (KHTML, like Gecko) ";

  @ParameterizedTest
  @CsvSource({
    "X11; Linux x86_64, Chrome/141.0.0.0 Safari/537.36, CHROME, LINUX",
    "Windows NT 10.0; Win64; x64, Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0, EDGE, WINDOWS",
    "Windows NT 10.0; Win64; x64, Chrome/140.0.0.0 Safari/537.36 OPR/125.0, OPERA, WINDOWS",
    "Linux; Android 15, SamsungBrowser/28.0 Chrome/130.0 Mobile Safari/537.36, SAMSUNG, ANDROID",
    "Macintosh; Intel Mac OS X 10_15_7, Version/26.0 Safari/605.1.15, SAFARI, MAC",
    "iPhone; CPU iPhone OS 26_0 like Mac OS X, CriOS/141.0 Mobile Safari/604.1, CHROME, IPHONE",
    "iPad; CPU OS 26_0 like Mac OS X, FxiOS/145.0 Mobile Safari/605.1.15, FIREFOX, IPAD",
    "X11; CrOS x86_64 14541.0.0, Chrome/141.0.0.0 Safari/537.36, CHROME, CHROME_OS",
    "X11; Linux x86_64; rv:145.0, Gecko/20100101 Firefox/145.0, FIREFOX, LINUX"
  })
  void what_browsers_say_of_themselves_is_read(
      String system, String rest, Browser.Kind kind, Browser.Machine machine) {
    assertThat(Browser.of("Mozilla/5.0 (" + system + ") " + GECKO + rest))
        .isEqualTo(new Browser(kind, machine));
  }

  @ParameterizedTest
  @CsvSource({"''", "curl/8.14", "<script>alert(1)</script>"})
  void of_what_is_not_known_nothing_is_kept(String agent) {
    assertThat(Browser.of(agent)).isEqualTo(Browser.UNKNOWN);
    assertThat(Browser.of("x".repeat(5_000) + "Firefox/145.0")).isEqualTo(Browser.UNKNOWN);
  }
}
