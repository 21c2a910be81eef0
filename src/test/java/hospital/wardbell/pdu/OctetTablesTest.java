package hospital.wardbell.pdu;

import static hospital.wardbell.pdu.DataCoding.Alphabet.GSM7;
import static hospital.wardbell.pdu.DataCoding.Alphabet.OCTETS;
import static hospital.wardbell.pdu.DataCoding.Alphabet.UCS2;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// TP-DCS and TP-ST, all 256 octets each, against the tables of the standard written out.
class OctetTablesTest {
  /// Octets `from` to `to`, four after four, are in these alphabets.
  private record Row(int from, int to, List<DataCoding.Alphabet> fours) {}

  private static final List<DataCoding.Alphabet> PLAIN = List.of(GSM7, OCTETS, UCS2, GSM7);
  private static final List<Row> ALPHABETS =
      List.of(
          new Row(0x00, 0x0f, PLAIN),
          new Row(0x10, 0x1f, PLAIN),
          new Row(0x20, 0x3f, List.of(OCTETS)), // compressed
          new Row(0x40, 0x4f, PLAIN),
          new Row(0x50, 0x5f, PLAIN),
          new Row(0x60, 0x7f, List.of(OCTETS)), // compressed
          new Row(0x80, 0xbf, List.of(GSM7)), // reserved
          new Row(0xc0, 0xdf, List.of(GSM7)), // message waiting
          new Row(0xe0, 0xef, List.of(UCS2)), // message waiting
          new Row(0xf0, 0xff, List.of(GSM7, OCTETS)));

  @Test
  void every_coding_has_the_alphabet_of_the_standard() {
    for (Row row : ALPHABETS) {
      for (int octet = row.from; octet <= row.to; octet++) {
        assertThat(new DataCoding(octet).alphabet())
            .as("%02X", octet)
            .isEqualTo(row.fours.get((octet - row.from) / 4 % row.fours.size()));
      }
    }
    assertThat(ALPHABETS.stream().mapToInt(row -> row.to - row.from + 1).sum()).isEqualTo(256);
  }

  @Test
  void only_four_groups_and_the_last_name_a_class() {
    List<Integer> groups = List.of(0x1, 0x3, 0x5, 0x7, 0xf);
    for (int octet = 0; octet < 256; octet++) {
      assertThat(new DataCoding(octet).messageClass())
          .as("%02X", octet)
          .isEqualTo(groups.contains(octet >> 4) ? Optional.of(octet % 4) : Optional.empty());
    }
  }

  @Test
  void compressed_are_two_quarters_of_the_first_half() {
    assertThat(IntStream.range(0, 256).filter(octet -> new DataCoding(octet).isCompressed()))
        .containsExactlyElementsOf(
            IntStream.concat(IntStream.range(0x20, 0x40), IntStream.range(0x60, 0x80))
                .boxed()
                .toList());
  }

  @Test
  void three_groups_say_what_waits_and_the_first_of_them_keeps_no_text() {
    for (int octet = 0; octet < 256; octet++) {
      Optional<WaitingIndication> expected =
          octet >= 0xc0 && octet <= 0xef
              ? Optional.of(
                  new WaitingIndication(
                      List.of(
                              WaitingIndication.Kind.VOICEMAIL,
                              WaitingIndication.Kind.FAX,
                              WaitingIndication.Kind.EMAIL,
                              WaitingIndication.Kind.OTHER)
                          .get(octet % 4),
                      octet % 16 >= 8,
                      octet >= 0xd0))
              : Optional.empty();

      assertThat(WaitingIndication.in(new DataCoding(octet))).as("%02X", octet).isEqualTo(expected);
    }
  }

  @Test
  void every_status_falls_into_the_group_of_the_standard() {
    for (int octet = 0; octet < 256; octet++) {
      var group = new Status(octet).group();
      if (octet <= 0x1f) {
        assertThat(group).isEqualTo(Status.Group.DONE);
      } else if (octet <= 0x3f) {
        assertThat(group).isEqualTo(Status.Group.TRYING);
      } else if (octet <= 0x5f) {
        assertThat(group).isEqualTo(Status.Group.PERMANENT);
      } else {
        assertThat(group).isEqualTo(Status.Group.STOPPED);
      }
    }
  }
}
