package hospital.wardbell.pdu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.base.SenderName;
import hospital.wardbell.base.ShortCode;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// A record that could not be written cannot be made, and what is refused is not repeated.
class RefusalTest {
  private static final OffsetDateTime NOON = OffsetDateTime.parse("2026-11-22T12:00:00Z");
  private static final UserData EMPTY = UserData.of(Udh.NONE, "", DataCoding.GSM7);

  @Test
  void addresses() {
    refused(() -> new Address(TypeOfNumber.UNKNOWN, 16, "1"), "numbering plan");
    refused(() -> new Address(TypeOfNumber.INTERNATIONAL, 1, "+12025550123"), "digits only");
    refused(() -> new Address(TypeOfNumber.UNKNOWN, 1, "5".repeat(21)), "at most 20 digits");
    refused(() -> new Address(TypeOfNumber.ALPHANUMERIC, 0, "Dr. Santiago"), "too long");
    refused(() -> new Address(TypeOfNumber.ALPHANUMERIC, 0, "[Santiago]!"), "too long");
    refused(() -> Address.of(new SenderName("Médico á")), "no place in the alphabet");
  }

  @Test
  void a_short_code_that_looks_international_stays_a_short_code() {
    var tooShort = new Address(TypeOfNumber.INTERNATIONAL, 1, "55501");

    assertThat(tooShort.remote()).isEqualTo(new ShortCode("55501"));
    assertThat(new Address(TypeOfNumber.INTERNATIONAL, 1, "").remote())
        .isEqualTo(new SenderName(""));
  }

  @Test
  void octets_and_counts() {
    refused(() -> new DataCoding(256), "TP-DCS");
    refused(() -> new Status(-1), "TP-ST");
    refused(() -> new Concatenation(256, 2, 1, false), "reference");
    refused(() -> new Concatenation(65_536, 2, 1, true), "reference");
    refused(() -> new Concatenation(1, 0, 0, false), "total");
    refused(() -> new Concatenation(1, 2, 3, false), "part number");
    refused(() -> new Ports(65_536, 0), "destination port");
    refused(() -> new InformationElement(256, ""), "identifier");
    refused(() -> new InformationElement(0, "0"), "information element");
    refused(() -> new InformationElement(0, "0g"), "information element");
    refused(() -> new InformationElement(0, "00".repeat(138)), "information element");
    var half = new InformationElement(1, "00".repeat(70));
    refused(() -> new Udh(List.of(half, half)), "header is too long");
  }

  @Test
  void validities() {
    refused(() -> new Validity.Relative(Duration.ZERO), "above zero");
    refused(() -> new Validity.Relative(Duration.ofDays(442)), "63 weeks at most");
    refused(() -> new Validity.Enhanced(Duration.ofSeconds(-1), false), "below zero");
    refused(() -> new Validity.Absolute(NOON.withYear(1999)), "year");
  }

  @Test
  void a_validity_between_two_steps_is_rounded_up() {
    assertThat(new Validity.Relative(Duration.ofMinutes(1)).duration()).hasMinutes(5);
    assertThat(new Validity.Relative(Duration.ofMinutes(721)).duration()).hasMinutes(750);
    assertThat(new Validity.Relative(Duration.ofHours(25)).duration()).hasDays(2);
    assertThat(new Validity.Relative(Duration.ofHours(673)).duration()).hasDays(29);
    assertThat(new Validity.Relative(Duration.ofDays(31)).duration()).hasDays(35);
    assertThat(new Validity.Enhanced(Duration.ofMillis(1), true).duration()).hasSeconds(1);
  }

  @Test
  void user_data() {
    refused(() -> UserData.of(Udh.NONE, "a".repeat(161), DataCoding.GSM7), "140 octets");
    refused(() -> UserData.of(Udh.NONE, "á".repeat(71), DataCoding.UCS2), "140 octets");
    refused(() -> UserData.of(Udh.NONE, "😀", new DataCoding(4)), "Latin-1");
    refused(() -> new UserData(Udh.NONE, 161, new byte[140]), "TP-UDL");
    Udh header = Udh.of(new Ports(1, 2).element());
    refused(() -> new UserData(header, 1, new byte[] {9}), "shorter than its header");
    refused(() -> new UserData(header, 7, new byte[7]), "its octets do not say");
  }

  @Test
  void tpdus() {
    refused(() -> deliver(256, NOON, EMPTY), "TP-PID");
    refused(() -> deliver(0, NOON.withYear(2100), EMPTY), "year");
    refused(() -> deliver(0, OffsetDateTime.parse("2026-11-22T12:00+00:10"), EMPTY), "quarters");
    refused(() -> deliver(0, NOON, new UserData(Udh.NONE, 3, new byte[4])), "contradict");
    refused(() -> submit(-1), "TP-MR");
    refused(
        () -> new Pdu(Optional.of(Address.of(new SenderName("Centre"))), submit(0)), "of digits");
  }

  @Test
  void parts_of_a_second_are_left_out_of_a_time() {
    assertThat(deliver(0, NOON.plusNanos(999), EMPTY).timestamp()).isEqualTo(NOON);
  }

  private static void refused(ThrowingCallable making, String rule) {
    assertThatIllegalArgumentException()
        .isThrownBy(making)
        .withMessageContaining(rule)
        .matches(e -> !String.valueOf(e.getMessage()).matches(".*(555|Santiago|dico|999).*"));
  }

  private static DeliverTpdu deliver(int protocol, OffsetDateTime timestamp, UserData userData) {
    Address from = Address.of(new PhoneNumber("+12025550123"));
    return new DeliverTpdu(
        from, protocol, DataCoding.GSM7, timestamp, false, false, false, userData);
  }

  private static SubmitTpdu submit(int reference) {
    Address to = Address.of(new PhoneNumber("+12025550123"));
    return new SubmitTpdu(
        reference, to, 0, DataCoding.GSM7, Optional.empty(), false, false, false, EMPTY);
  }
}
