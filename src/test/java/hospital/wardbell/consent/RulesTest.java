package hospital.wardbell.consent;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.consent.Consent.NeverAsked;
import hospital.wardbell.consent.Consent.OptedIn;
import hospital.wardbell.consent.Consent.OptedOut;
import hospital.wardbell.consent.Facts.Call;
import hospital.wardbell.consent.Facts.Size;
import hospital.wardbell.consent.Facts.To;
import hospital.wardbell.consent.Verdict.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final Duration WINDOW = Duration.ofDays(7);

  /// Where a remote may stand, named for the table below.
  enum Stands {
    OUT,
    IN,
    NEVER,
    TEXTED_TODAY,
    TEXTED_LAST_WEEK;

    Consent consent() {
      return switch (this) {
        case OUT -> new OptedOut(NOW.minusSeconds(60));
        case IN -> new OptedIn(NOW.minusSeconds(60));
        case NEVER -> new NeverAsked(Instant.EPOCH);
        case TEXTED_TODAY -> new NeverAsked(NOW.minus(Duration.ofHours(3)));
        case TEXTED_LAST_WEEK -> new NeverAsked(NOW.minus(WINDOW));
      };
    }
  }

  @ParameterizedTest(name = "{0} {1} {2} to {3}, {4}, by a person {5}: {6}")
  @CsvSource(
      textBlock =
          """
          # size,    call,  stands,           to,      purpose,     person, rule
          EMPTY,     NONE,  IN,               PATIENT, CARE,        true,   EMPTY_TEXT
          EMPTY,     DUE,   OUT,              PATIENT, CARE,        false,  EMPTY_TEXT
          TOO_LONG,  NONE,  IN,               PATIENT, CARE,        true,   TOO_LONG
          TOO_LONG,  DUE,   OUT,              PATIENT, CARE,        false,  TOO_LONG
          FITS,      DUE,   OUT,              PATIENT, CARE,        false,  ANSWER_DUE
          FITS,      DUE,   OUT,              UNKNOWN, CARE,        false,  ANSWER_DUE
          FITS,      DUE,   IN,               PATIENT, CARE,        false,  ANSWER_DUE
          FITS,      DUE,   NEVER,            UNKNOWN, CARE,        false,  ANSWER_DUE
          FITS,      AFTER_CALL, OUT,         PATIENT, CARE,        false,  OPTED_OUT
          FITS,      AFTER_CALL, OUT,         UNKNOWN, CARE,        false,  OPTED_OUT
          FITS,      AFTER_CALL, NEVER,       UNKNOWN, CARE,        false,  CALLED_US
          FITS,      AFTER_CALL, IN,          PATIENT, CARE,        false,  CALLED_US
          TOO_LONG,  AFTER_CALL, IN,          PATIENT, CARE,        false,  TOO_LONG
          FITS,      GIVEN, OUT,              PATIENT, CARE,        false,  ANSWER_GIVEN
          FITS,      GIVEN, IN,               PATIENT, CARE,        false,  ANSWER_GIVEN
          FITS,      GIVEN, TEXTED_TODAY,     UNKNOWN, CARE,        true,   ANSWER_GIVEN
          FITS,      NONE,  OUT,              PATIENT, CARE,        true,   OPTED_OUT
          FITS,      NONE,  OUT,              UNKNOWN, CARE,        true,   OPTED_OUT
          FITS,      NONE,  OUT,              PATIENT, APPOINTMENT, false,  OPTED_OUT
          FITS,      NONE,  OUT,              PATIENT, MARKETING,   false,  OPTED_OUT
          FITS,      NONE,  OUT,              STAFF,   OPERATION,   false,  OPTED_OUT
          FITS,      NONE,  OUT,              OWN_SIM, OPERATION,   false,  OPTED_OUT
          FITS,      NONE,  NEVER,            STAFF,   OPERATION,   false,  OWN_STAFF
          FITS,      NONE,  IN,               STAFF,   OPERATION,   true,   OWN_STAFF
          FITS,      NONE,  NEVER,            STAFF,   CARE,        true,   NEVER_ASKED
          FITS,      NONE,  NEVER,            OWN_SIM, OPERATION,   false,  OWN_SIM
          FITS,      NONE,  NEVER,            OWN_SIM, CARE,        true,   NEVER_ASKED
          FITS,      NONE,  IN,               PATIENT, CARE,        true,   OPTED_IN
          FITS,      NONE,  IN,               PATIENT, APPOINTMENT, false,  OPTED_IN
          FITS,      NONE,  IN,               PATIENT, BILLING,     false,  OPTED_IN
          FITS,      NONE,  IN,               UNKNOWN, SURVEY,      false,  OPTED_IN
          FITS,      NONE,  IN,               PATIENT, OPERATION,   false,  OPTED_IN
          FITS,      NONE,  NEVER,            PATIENT, CARE,        true,   NEVER_ASKED
          FITS,      NONE,  NEVER,            UNKNOWN, CARE,        true,   NEVER_ASKED
          FITS,      NONE,  NEVER,            PATIENT, OPERATION,   false,  NEVER_ASKED
          FITS,      NONE,  TEXTED_TODAY,     PATIENT, CARE,        true,   PATIENT_TEXTED_FIRST
          FITS,      NONE,  TEXTED_TODAY,     UNKNOWN, CARE,        true,   PATIENT_TEXTED_FIRST
          FITS,      NONE,  TEXTED_TODAY,     PATIENT, CARE,        false,  NEVER_ASKED
          FITS,      NONE,  TEXTED_TODAY,     PATIENT, APPOINTMENT, true,   NEVER_ASKED
          FITS,      NONE,  TEXTED_TODAY,     PATIENT, MARKETING,   true,   NEVER_ASKED
          FITS,      NONE,  TEXTED_LAST_WEEK, PATIENT, CARE,        true,   NEVER_ASKED
          """)
  void the_first_row_that_fits_decides(
      Size size, Call call, Stands stands, To to, Purpose purpose, boolean person, Rule rule) {
    assertThat(decide(size, call, stands, to, purpose, person)).isEqualTo(rule);
  }

  @Test
  void an_opt_out_lets_nothing_pass_but_an_answer_that_is_due() {
    assertThat(
            everyFacts()
                .filter(facts -> facts.standing() instanceof OptedOut)
                .filter(facts -> Rules.decide(facts).passes()))
        .isNotEmpty()
        .allMatch(facts -> facts.call() == Call.DUE && facts.size() == Size.FITS);
  }

  @Test
  void nobody_who_was_never_asked_gets_what_no_person_wrote_and_no_text_called_for() {
    assertThat(
            everyFacts()
                .filter(facts -> facts.standing() instanceof NeverAsked)
                .filter(facts -> facts.to() == To.PATIENT || facts.to() == To.UNKNOWN)
                .filter(facts -> facts.call() == Call.NONE && !facts.personsOwn()))
        .noneMatch(facts -> Rules.decide(facts).passes());
  }

  @Test
  void the_longest_text_that_passes_has_at_most_255_parts() {
    assertThat(Size.of("é".repeat(255 * 66))).isEqualTo(Size.FITS);
    assertThat(Size.of("é".repeat(255 * 66 + 1))).isEqualTo(Size.TOO_LONG);
    assertThat(Size.of(" \n ")).isEqualTo(Size.EMPTY);
  }

  private static Stream<Facts> everyFacts() {
    List<Facts> all = new ArrayList<>();
    for (Size size : Size.values()) {
      for (Call call : Call.values()) {
        for (Stands stands : Stands.values()) {
          for (To to : To.values()) {
            for (Purpose purpose : Purpose.values()) {
              all.add(facts(size, call, stands, to, purpose, true));
              all.add(facts(size, call, stands, to, purpose, false));
            }
          }
        }
      }
    }
    return all.stream();
  }

  private static Rule decide(
      Size size, Call call, Stands stands, To to, Purpose purpose, boolean person) {
    return Rules.decide(facts(size, call, stands, to, purpose, person));
  }

  private static Facts facts(
      Size size, Call call, Stands stands, To to, Purpose purpose, boolean person) {
    return new Facts(size, call, stands.consent(), to, purpose, person, NOW, WINDOW);
  }
}
