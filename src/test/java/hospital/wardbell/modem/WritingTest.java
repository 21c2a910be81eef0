package hospital.wardbell.modem;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WritingTest {
  private static final byte[] TWENTY = "AT+CPMS=\"ME\",\"ME\"\rX!".getBytes(US_ASCII);

  private final List<String> written = new ArrayList<>();
  private final List<Long> when = new ArrayList<>();
  private final SerialLine line =
      new SerialLine() {
        @Override
        public int read(byte[] into) {
          return -1;
        }

        @Override
        public void write(byte[] octets) {
          written.add(new String(octets, US_ASCII));
          when.add(System.nanoTime());
        }

        @Override
        public void close() {}
      };

  @Test
  void the_usual_way_writes_all_at_once_and_takes_no_pause() throws Exception {
    Profile.GENERIC.writing().write(TWENTY, line);

    assertThat(written).containsExactly(new String(TWENTY, US_ASCII));
    assertThat(Profile.GENERIC.writing().pauses(330)).isZero();
  }

  @Test
  void pieces_are_written_in_order_with_a_pause_between() throws Exception {
    Writing writing = new Writing(8, Duration.ofMillis(20), false);

    writing.write(TWENTY, line);

    assertThat(written).containsExactly("AT+CPMS=", "\"ME\",\"ME", "\"\rX!");
    assertThat(when.get(1) - when.get(0)).isGreaterThanOrEqualTo(20_000_000);
    assertThat(when.get(2) - when.get(1)).isGreaterThanOrEqualTo(20_000_000);
  }

  @Test
  void there_is_no_pause_behind_the_last_piece() {
    Writing writing = new Writing(8, Duration.ofMillis(20), false);

    assertThat(List.of(writing.pauses(1), writing.pauses(8), writing.pauses(9), writing.pauses(17)))
        .containsExactly(
            Duration.ZERO, Duration.ZERO, Duration.ofMillis(20), Duration.ofMillis(40));
  }
}
