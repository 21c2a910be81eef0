package hospital.wardbell.pdu;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.PhoneNumber;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LongTextTest {
  @Test
  void the_parts_of_a_text_read_as_the_text() {
    var draw = new Draw(3);
    for (int i = 0; i < 500; i++) {
      String text = draw.text(draw.below(800), draw.coin() ? 10 : 10_000);
      var segments = Segments.of(text);
      List<DeliverTpdu> parts =
          IntStream.rangeClosed(1, segments.parts())
              .mapToObj(n -> deliver(segments.userData(n, 7), segments.coding()))
              .toList();

      assertThat(LongText.of(parts)).isEqualTo(text);
    }
  }

  @Test
  void a_surrogate_pair_that_the_sender_divided_is_whole_again() {
    var first = deliver(UserData.of(part(1), "ok \ud83d", DataCoding.UCS2), DataCoding.UCS2);
    var second = deliver(UserData.of(part(2), "\ude00!", DataCoding.UCS2), DataCoding.UCS2);

    assertThat(LongText.of(List.of(first, second))).isEqualTo("ok 😀!");
    assertThat(LongText.of(List.of(first))).isEqualTo("ok \ufffd");
    assertThat(LongText.of(List.of(second))).isEqualTo("\ufffd!");
  }

  @Test
  void an_escape_pair_that_the_sender_divided_is_whole_again() {
    var first = deliver(septets("5", 0x1b), DataCoding.GSM7);
    var second = deliver(septets("e."), DataCoding.GSM7);

    assertThat(LongText.of(List.of(first, second))).isEqualTo("5€.");
    assertThat(LongText.of(List.of(first))).isEqualTo("5 ");
  }

  @Test
  void parts_in_other_alphabets_read_together() {
    var first = deliver(UserData.of(part(1), "uno ", DataCoding.GSM7), DataCoding.GSM7);
    var second = deliver(UserData.of(part(2), "más", DataCoding.UCS2), DataCoding.UCS2);

    assertThat(LongText.of(List.of(first, second))).isEqualTo("uno más");
  }

  private static UserData septets(String text, int... after) {
    byte[] septets = new byte[text.length() + after.length];
    System.arraycopy(Gsm7.DEFAULT.encode(text), 0, septets, 0, text.length());
    for (int i = 0; i < after.length; i++) {
      septets[text.length() + i] = (byte) after[i];
    }
    byte[] octets = new byte[Septets.octets(septets.length)];
    Septets.pack(septets, octets, 0);
    return new UserData(Udh.NONE, septets.length, octets);
  }

  private static Udh part(int number) {
    return Udh.of(new Concatenation(7, 2, number, false).element());
  }

  private static DeliverTpdu deliver(UserData userData, DataCoding coding) {
    return new DeliverTpdu(
        Address.of(new PhoneNumber("+12025550123")),
        0,
        coding,
        OffsetDateTime.parse("2026-11-22T14:30:05-05:00"),
        false,
        false,
        false,
        userData);
  }
}
