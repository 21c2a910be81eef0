package hospital.wardbell.pdu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What is written reads as what was written, for values drawn with a fixed seed.
class RoundTripTest {
  private static final int DRAWS = 20_000;

  private final Draw draw = new Draw(20_261_122);
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void a_pdu_reads_as_it_was_written() {
    for (int i = 0; i < DRAWS; i++) {
      Pdu pdu = draw.pdu();
      Pdu.Way way = pdu.tpdu() instanceof SubmitTpdu ? Pdu.Way.FROM_MOBILE : Pdu.Way.TO_MOBILE;

      assertThat(Pdu.read(pdu.hex(), way)).isEqualTo(pdu);
    }
  }

  @Test
  void no_lawful_pdu_is_longer_than_the_standard_allows() {
    for (int i = 0; i < DRAWS; i++) {
      Pdu pdu = draw.pdu();

      assertThat(pdu.tpduOctets()).isLessThanOrEqualTo(164);
      assertThat(pdu.hex().length()).isLessThanOrEqualTo(2 * Pdu.MOST_OCTETS);
    }
  }

  @Test
  void an_address_reads_as_it_was_written() {
    for (int i = 0; i < DRAWS; i++) {
      Address address = draw.address();
      out.reset();
      address.write(out);

      assertThat(Address.read(new Octets(out.toByteArray()))).isEqualTo(address);
    }
  }

  @Test
  void every_address_names_a_remote_and_is_the_address_of_it_again() {
    for (int i = 0; i < DRAWS; i++) {
      Address address = draw.address();

      assertThat(Address.of(address.remote()).remote()).isEqualTo(address.remote());
    }
  }

  @Test
  void a_time_reads_as_it_was_written() {
    for (int i = 0; i < DRAWS; i++) {
      var time = draw.time();
      out.reset();
      Scts.write(time, out);

      assertThat(Scts.read(new Octets(out.toByteArray()))).isEqualTo(time);
    }
  }

  @Test
  void a_validity_reads_as_it_was_written() {
    for (int i = 0; i < DRAWS; i++) {
      Optional<Validity> validity = draw.validity();
      out.reset();
      validity.ifPresent(v -> ValidityFormat.write(v, out));

      assertThat(ValidityFormat.of(validity).read(new Octets(out.toByteArray())))
          .isEqualTo(validity);
    }
  }

  @Test
  void a_header_reads_as_it_was_written() {
    for (int i = 0; i < DRAWS; i++) {
      Udh header = draw.header();

      assertThat(header.isEmpty() ? Udh.NONE : Udh.in(header.octets())).isEqualTo(header);
    }
  }

  @Test
  void septets_unpack_as_they_were_packed_wherever_they_start() {
    for (int i = 0; i < DRAWS; i++) {
      int first = draw.below(20);
      byte[] septets = draw.octets(draw.below(140));
      for (int at = 0; at < septets.length; at++) {
        septets[at] &= 0x7f;
      }
      byte[] octets = new byte[Septets.octets(first + septets.length)];
      Septets.pack(septets, octets, first);

      assertThat(Septets.unpack(octets, first, septets.length)).isEqualTo(septets);
    }
  }

  @Test
  void every_text_reads_as_its_segments_say() {
    for (int i = 0; i < 2_000; i++) {
      String text = draw.text(draw.below(700), draw.coin() ? 20 : 1_000_000);
      var segments = Segments.of(text);
      for (int number = 1; number <= segments.parts(); number++) {
        UserData part = segments.userData(number, draw.below(256));

        assertThat(part.text(segments.coding())).isEqualTo(segments.texts().get(number - 1));
        assertThat(part.concatenation().map(Concatenation::number).orElse(1)).isEqualTo(number);
      }
    }
  }
}
