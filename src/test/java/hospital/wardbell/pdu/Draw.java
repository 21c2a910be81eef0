package hospital.wardbell.pdu;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Lawful values drawn with a seed, for the properties that hold for all of them.
final class Draw {
  private static final String GSM7 =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
          + "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà\f^{}\\[~]|€";
  private static final List<String> OTHERS =
      List.of("á", "’", "я", "中", "😀", "👍🏽", "\u0301", "\ufffd", "\u0000", "\u001b");

  private final Random random;

  Draw(long seed) {
    random = new Random(seed);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  boolean coin() {
    return random.nextBoolean();
  }

  byte[] octets(int count) {
    byte[] octets = new byte[count];
    random.nextBytes(octets);
    return octets;
  }

  String gsm7(int characters) {
    return IntStream.range(0, characters)
        .mapToObj(_ -> String.valueOf(GSM7.charAt(below(GSM7.length()))))
        .collect(Collectors.joining());
  }

  /// A text in which one character in `rarity` has no place in GSM7.
  String text(int characters, int rarity) {
    return IntStream.range(0, characters)
        .mapToObj(_ -> below(rarity) == 0 ? OTHERS.get(below(OTHERS.size())) : gsm7(1))
        .collect(Collectors.joining());
  }

  String digits(int most) {
    return IntStream.range(0, below(most + 1))
        .mapToObj(_ -> String.valueOf("0123456789*#abc".charAt(below(15))))
        .collect(Collectors.joining());
  }

  Address address() {
    var type = TypeOfNumber.of(below(8));
    String value =
        type == TypeOfNumber.ALPHANUMERIC ? fitting(Gsm7.DEFAULT, 11, gsm7(below(12))) : digits(20);
    return new Address(type, below(16), value);
  }

  Address serviceCentre() {
    Address address = address();
    return address.type() == TypeOfNumber.ALPHANUMERIC ? serviceCentre() : address;
  }

  OffsetDateTime time() {
    return LocalDateTime.of(2000, 1, 1, 0, 0)
        .plusSeconds(random.nextLong(100L * 365 * 86_400))
        .atOffset(ZoneOffset.ofTotalSeconds(900 * (below(145) - 72)));
  }

  Optional<Validity> validity() {
    return switch (below(4)) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(new Validity.Relative(duration().plusMillis(1)));
      case 2 -> Optional.of(new Validity.Absolute(time()));
      default -> Optional.of(new Validity.Enhanced(duration(), coin()));
    };
  }

  private Duration duration() {
    long most = coin() ? 400 : coin() ? 400_000 : 63L * 7 * 86_400;
    return Duration.ofMillis(random.nextLong(1000 * most));
  }

  Udh header() {
    return switch (below(5)) {
      case 0 -> Udh.NONE;
      case 1 -> Udh.of(concatenation().element());
      case 2 -> Udh.of(new Ports(below(65_536), below(65_536)).element());
      case 3 -> Udh.of(shift(InformationElement.SINGLE_SHIFT), concatenation().element());
      default ->
          new Udh(
              Stream.generate(() -> InformationElement.of(below(256), octets(below(12))))
                  .limit(below(6))
                  .toList());
    };
  }

  Concatenation concatenation() {
    boolean wide = coin();
    int total = 1 + below(255);
    return new Concatenation(below(wide ? 65_536 : 256), total, 1 + below(total), wide);
  }

  private InformationElement shift(int identifier) {
    return InformationElement.of(identifier, (byte) below(16));
  }

  /// User data behind a header, of any octets.
  UserData userData(DataCoding coding) {
    Udh header = header();
    int room = UserData.MOST_OCTETS - header.octets().length;
    return switch (coding.alphabet()) {
      case GSM7 ->
          UserData.of(
              header, fitting(Gsm7.shifted(header), room * 8 / 7 - 1, gsm7(below(160))), coding);
      case UCS2, OCTETS -> UserData.ofOctets(header, octets(below(room + 1)));
    };
  }

  Tpdu tpdu() {
    var coding = new DataCoding(below(256));
    return switch (below(3)) {
      case 0 ->
          new SubmitTpdu(
              below(256),
              address(),
              below(256),
              coding,
              validity(),
              coin(),
              coin(),
              coin(),
              userData(coding));
      case 1 ->
          new DeliverTpdu(
              address(), below(256), coding, time(), coin(), coin(), coin(), userData(coding));
      default ->
          new StatusReportTpdu(
              below(256), address(), time(), time(), new Status(below(256)), coin(), coin());
    };
  }

  Pdu pdu() {
    return new Pdu(coin() ? Optional.of(serviceCentre()) : Optional.empty(), tpdu());
  }

  /// The start of a text that takes so many septets at most, characters left out that the alphabet
  /// does not have.
  private static String fitting(Gsm7 alphabet, int septets, String text) {
    var fitting = new StringBuilder();
    int free = septets;
    for (int at = 0; at < text.length(); at++) {
      char character = text.charAt(at);
      int size = alphabet.septets(character);
      if (size > 0 && size <= free) {
        fitting.append(character);
        free -= size;
      }
    }
    return fitting.toString();
  }
}
