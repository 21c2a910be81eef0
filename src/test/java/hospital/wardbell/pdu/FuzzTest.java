package hospital.wardbell.pdu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Whatever comes in, nothing but [MalformedPdu] goes out, also when the text is then read.
class FuzzTest {
  private static final int INPUTS = 100_000;

  private final Draw draw = new Draw(7);
  private int read;

  @Test
  void random_octets_are_read_or_refused() {
    for (int i = 0; i < INPUTS; i++) {
      // An absent or plausible service centre, so that more than the first octet is tried.
      byte[] octets = draw.octets(draw.below(190));
      if (octets.length > 0 && draw.below(4) > 0) {
        octets[0] = 0;
      }
      tryBothWays(HexFormat.of().formatHex(octets));
    }
    assertThat(read).isPositive();
  }

  @Test
  void mutated_pdus_are_read_or_refused() {
    List<String> real =
        Stream.concat(Capture.readable().stream(), Capture.refused().stream())
            .map(Capture::pdu)
            .toList();
    for (int i = 0; i < INPUTS; i++) {
      tryBothWays(mutated(real.get(draw.below(real.size()))));
    }
    assertThat(read).isGreaterThan(INPUTS / 10);
  }

  @Test
  void text_that_is_no_hexadecimal_is_refused() {
    for (int i = 0; i < INPUTS / 10; i++) {
      tryBothWays(draw.text(draw.below(400), 3));
    }
    assertThat(read).isZero();
  }

  @Test
  void user_data_is_read_or_refused_in_any_coding() {
    for (int i = 0; i < INPUTS / 3; i++) {
      UserData data = draw.userData(new DataCoding(draw.below(256)));
      var other = new UserData(data.header(), draw.below(161), data.octets());
      try {
        other.text(new DataCoding(draw.below(256)));
      } catch (MalformedPdu _) {
        continue;
      }
      read++;
    }
    assertThat(read).isPositive();
  }

  private String mutated(String hex) {
    var mutated = new StringBuilder(hex);
    for (int i = 1 + draw.below(4); i > 0 && !mutated.isEmpty(); i--) {
      int at = draw.below(mutated.length());
      switch (draw.below(5)) {
        case 0 -> mutated.setLength(at & ~1);
        case 1 -> mutated.delete(at & ~1, Math.min(mutated.length(), (at & ~1) + 2));
        case 2 -> mutated.insert(at & ~1, "%02X".formatted(draw.below(256)));
        default -> mutated.setCharAt(at, "0123456789ABCDEF".charAt(draw.below(16)));
      }
    }
    return mutated.toString();
  }

  private void tryBothWays(String hex) {
    for (Pdu.Way way : Pdu.Way.values()) {
      Pdu pdu;
      try {
        pdu = Pdu.read(hex, way);
        use(pdu.tpdu());
      } catch (MalformedPdu _) {
        continue;
      }
      read++;
      if (!Pdu.read(pdu.hex(), way).equals(pdu)) {
        fail("%s is written as something else", hex);
      }
    }
  }

  /// What the inbox and the outbox ask of a TPDU.
  private static void use(Tpdu tpdu) {
    switch (tpdu) {
      case DeliverTpdu deliver -> {
        deliver.originator().remote();
        deliver.userData().text(deliver.coding());
        deliver.userData().concatenation();
        deliver.userData().header().ports();
        LongText.of(List.of(deliver, deliver));
      }
      case SubmitTpdu submit -> {
        submit.destination().remote();
        submit.userData().text(submit.coding());
      }
      case StatusReportTpdu report -> report.recipient().remote();
    }
  }
}
