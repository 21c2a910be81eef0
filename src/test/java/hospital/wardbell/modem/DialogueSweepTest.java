package hospital.wardbell.modem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every dialogue of the driver, with one mishap at every place where one may happen: a stray line
/// between any two octets, a line in two reads, a line lost, doubled or late. A serial line keeps
/// the order of its octets, so nothing is heard out of turn; a refusal whose number was cut counts
/// as one, since the rest comes after the answer has ended.
///
/// [SweptOracle] says what must hold. A test run takes a sample; its seed is in the failure, and
/// `-Dwardbell.seed=…` takes the same again. `-Dwardbell.sweep=all` takes all of them, some
/// minutes.
class DialogueSweepTest {
  private static final int SAMPLE = 700;
  private static final int SHOWN = 3;
  private static final boolean ALL = "all".equals(System.getProperty("wardbell.sweep"));
  private static final long SEED = Long.getLong("wardbell.seed", System.nanoTime());

  private final Logger log = Logger.getLogger("hospital.wardbell.modem");

  @BeforeEach
  void be_quiet() {
    log.setLevel(Level.OFF);
  }

  @AfterEach
  void speak() {
    log.setLevel(null);
  }

  @ParameterizedTest
  @EnumSource
  void whatever_befalls_a_line_nothing_untrue_is_said_and_nothing_is_lost(Dialogue dialogue)
      throws Exception {
    SweptOracle oracle = new SweptOracle(dialogue);
    assertThat(oracle.wrongs(oracle.unharmed())).isEmpty();
    List<Mishap> mishaps = mishaps(oracle.unharmed().lines());
    if (!ALL) {
      Collections.shuffle(mishaps, new Random(SEED));
      mishaps = mishaps.subList(0, Math.min(SAMPLE, mishaps.size()));
    }

    Map<String, List<String>> failed = new TreeMap<>();
    for (Mishap mishap : mishaps) {
      List<String> wrongs = oracle.wrongs(mishap);
      if (!wrongs.isEmpty()) {
        failed.put(mishap.toString(), wrongs);
      }
    }

    assertThat(failed.entrySet().stream().limit(SHOWN))
        .as("%s: %d of %d fail, seed %d", dialogue, failed.size(), mishaps.size(), SEED)
        .isEmpty();
  }

  private static List<Mishap> mishaps(List<String> lines) {
    List<Mishap> mishaps = new ArrayList<>();
    for (int line = 0; line < lines.size(); line++) {
      for (int at = 0; at < lines.get(line).length(); at++) {
        for (Stray stray : Stray.values()) {
          mishaps.add(new Mishap.Unasked(line, at, stray));
        }
        mishaps.add(new Mishap.Split(line, at, Duration.ofMillis(200)));
      }
      mishaps.add(new Mishap.Lost(line));
      for (int gap : List.of(0, 1, 15, 300)) {
        mishaps.add(new Mishap.Doubled(line, Duration.ofMillis(gap)));
      }
      for (int by : List.of(300, 1200, 2500, 5500, 7200, 9500, 10500, 13500, 31000, 66500)) {
        mishaps.add(new Mishap.Late(line, Duration.ofMillis(by)));
      }
    }
    return mishaps;
  }
}
