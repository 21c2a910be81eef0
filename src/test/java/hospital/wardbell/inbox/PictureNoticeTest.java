package hospital.wardbell.inbox;

import static hospital.wardbell.conversation.Ward.ANA;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureNoticeTest {
  private static final String ANA_AT_HER_OPERATOR = ANA.e164() + "/TYPE=PLMN";

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void it_says_from_whom_the_picture_is(boolean named) {
    assertThat(PictureNotice.in(Pushes.picture(named, ANA_AT_HER_OPERATOR)))
        .contains(new PictureNotice(Optional.of(ANA)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ana@example.com", "2025550123/TYPE=PLMN", "+12025550123"})
  void who_hides_or_gives_no_telephone_number_is_nobody(String from) {
    assertThat(PictureNotice.in(Pushes.picture(true, from)))
        .contains(new PictureNotice(Optional.empty()));
  }

  @Test
  void other_pushes_and_other_words_of_the_operator_are_none() {
    byte[] report = {(byte) 0x8c, (byte) 0x86};

    assertThat(PictureNotice.in(Pushes.push("\u00ae", new byte[] {1, 2, 3}))).isEmpty();
    assertThat(PictureNotice.in(Pushes.push("text/vnd.wap.sl\0", new byte[0]))).isEmpty();
    assertThat(PictureNotice.in(Pushes.push("\u00be", report))).isEmpty();
  }

  @Test
  void cut_off_anywhere_after_its_type_it_is_still_one() {
    byte[] whole = Pushes.picture(true, ANA_AT_HER_OPERATOR);
    int typeEnds = whole.length - Pushes.picture(false, ANA_AT_HER_OPERATOR).length + 6;

    for (int length = 0; length < whole.length; length++) {
      assertThat(PictureNotice.in(Arrays.copyOf(whole, length)).isPresent())
          .as("%d octets", length)
          .isEqualTo(length >= typeEnds);
    }
  }

  @Test
  void whatever_octets_come_it_is_read_or_is_none() {
    Random random = new Random(2948);
    byte[] picture = Pushes.picture(true, ANA_AT_HER_OPERATOR);
    for (int i = 0; i < 20_000; i++) {
      byte[] octets = picture.clone();
      for (int change = random.nextInt(6); change >= 0; change--) {
        octets[random.nextInt(octets.length)] = (byte) random.nextInt(256);
      }

      assertThat(PictureNotice.in(octets)).isNotNull();
    }
  }
}
