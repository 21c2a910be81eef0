package hospital.wardbell.vault;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Secret;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShareTest {
  private static final Share SHARE = new Share(0x3f2a, 3, 2, secret(11));

  private static Secret secret(long seed) {
    byte[] octets = new byte[32];
    new Random(seed).nextBytes(octets);
    return Secret.copyOf(octets);
  }

  private static ShareReading read(List<String> words) {
    return Share.read(String.join(" ", words), 1);
  }

  @Test
  void the_words_give_the_share_back() {
    assertThat(SHARE.words()).hasSize(48);
    assertThat(read(SHARE.words())).isEqualTo(SHARE);
  }

  @Test
  void the_page_itself_typed_off_line_by_line_is_read() {
    String rows =
        SHARE
            .page(5)
            .lines()
            .filter(line -> line.matches("\\s+\\d.*"))
            .map(line -> line.toUpperCase(Locale.ROOT))
            .reduce("", (all, line) -> all + ".\n" + line);

    assertThat(Share.read(rows, 1)).isEqualTo(SHARE);
    assertThat(SHARE.page(5)).contains("KIT 3F2A", "Share 2 of 5", "Any 3 of them");
    assertThat(SHARE.page(5).lines()).allMatch(line -> line.length() <= 80);
  }

  /// The polynomial is x^8 + x^2 + x + 1; row 1 of this share is the octets 01 32 33 34.
  @Test
  void the_checksum_of_a_row_is_crc_8() {
    int crc = 0;
    for (int octet : new int[] {1, 0x32, 0x33, 0x34}) {
      crc ^= octet;
      for (int i = 0; i < 8; i++) {
        crc = (crc & 0x80) == 0 ? crc << 1 : ((crc << 1) & 0xff) ^ 7;
      }
    }

    List<String> words = new Share(0x3233, 0x34, 1, secret(1)).words();

    assertThat(words.get(3)).isEqualTo(Words.of(crc));
  }

  @Test
  void a_word_that_is_not_of_the_list_is_named_by_its_place() {
    List<String> words = new ArrayList<>(SHARE.words());
    words.set(6, "battery");

    assertThat(read(words)).isEqualTo(new ShareMistake.NoSuchWord(1, 7));
  }

  @Test
  void any_other_word_of_the_list_in_any_place_is_found_in_its_row() {
    List<String> right = SHARE.words();
    for (int place = 0; place < right.size(); place++) {
      for (int octet = 0; octet < 256; octet++) {
        List<String> words = new ArrayList<>(right);
        words.set(place, Words.of(octet));
        if (!words.equals(right)) {
          int row = place / 4;
          assertThat(read(words)).isEqualTo(new ShareMistake.DoNotFit(1, row * 4 + 1, row * 4 + 4));
        }
      }
    }
  }

  @Test
  void rows_in_another_order_are_found() {
    List<String> words = new ArrayList<>(SHARE.words());
    List<String> first = List.copyOf(words.subList(0, 4));
    words.subList(0, 4).clear();
    words.addAll(4, first);

    assertThat(read(words)).isInstanceOf(ShareMistake.DoNotFit.class);
  }

  @Test
  void a_word_too_few_or_too_many_is_said() {
    assertThat(read(SHARE.words().subList(0, 47))).isEqualTo(new ShareMistake.WrongLength(1, 47));
    assertThat(Share.read("", 4)).isEqualTo(new ShareMistake.WrongLength(4, 0));
  }

  @Test
  void no_word_becomes_another_by_one_wrong_missing_or_further_letter() {
    List<String> words = IntStream.range(0, 256).mapToObj(Words::of).toList();
    assertThat(new HashSet<>(words)).hasSize(256);

    for (String word : words) {
      assertThat(words).doesNotContainAnyElementsOf(neighbours(word));
    }
  }

  private static Set<String> neighbours(String word) {
    Set<String> near = new HashSet<>();
    for (int i = 0; i < word.length(); i++) {
      near.add(word.substring(0, i) + word.substring(i + 1));
      for (char letter = 'a'; letter <= 'z'; letter++) {
        near.add(word.substring(0, i) + letter + word.substring(i + 1));
        near.add(word.substring(0, i) + letter + word.substring(i));
      }
    }
    near.remove(word);
    return near;
  }

  @Test
  void nothing_of_a_share_is_in_its_print_or_name() {
    assertThat(SHARE.toString()).doesNotContain(SHARE.words().get(9));
    assertThat(SHARE.print()).hasSize(32);
  }
}
