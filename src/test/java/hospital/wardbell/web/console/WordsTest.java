package hospital.wardbell.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.consent.Verdict;
import hospital.wardbell.conversation.ReceivedKind;
import hospital.wardbell.identity.FactorNotices;
import hospital.wardbell.identity.PasswordPolicy;
import hospital.wardbell.identity.Role;
import hospital.wardbell.identity.Standing;
import hospital.wardbell.identity.Training;
import hospital.wardbell.identity.Unlawful;
import hospital.wardbell.inbox.NoticeKind;
import hospital.wardbell.modem.ModemHealth;
import hospital.wardbell.outbox.PartState;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
  private final Languages languages = Languages.load();

  @Test
  void both_languages_have_words_for_the_same_things() {
    assertThat(languages.spanish().keys())
        .filteredOn(key -> !key.startsWith("modem.trouble.")) // in English the modem's own words
        .hasSameElementsAs(languages.english().keys());
  }

  @Test
  void no_words_are_the_same_in_both_but_those_that_are_international() {
    assertThat(
            languages.english().keys().stream()
                .filter(k ->
                    languages.english().of(k, 2, 2, 2).equals(languages.spanish().of(k, 2, 2, 2))))
        .containsExactlyInAnyOrder(
            "modem.imei", "modem.number", "system.dbm", "time.hours", "time.minutes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "es"})
  void whatever_the_gate_the_outbox_or_a_modem_may_say_has_words(String language) {
    Words words = languages.of(language);

    assertThat(
            Stream.of(
                    named("gate.", Verdict.Rule.values()),
                    named("state.", PartState.Kind.values()),
                    named("received.", ReceivedKind.values()),
                    named("notice.", NoticeKind.values()),
                    named("told.", FactorNotices.Kind.values()),
                    Stream.of("line.PICTURE", "line.INDICATION"),
                    PartState.WAITS.stream().map(code -> "held." + code),
                    named("role.", Role.values()),
                    named("people.rule.", Unlawful.Rule.values()),
                    named("people.standing.", Standing.values()),
                    named("training.state.", Training.State.values()),
                    named("training.notice.", Training.Notice.Kind.values()),
                    named("welcome.unfit.", PasswordPolicy.Problem.values()),
                    named("modem.", ModemHealth.State.values()),
                    named("registration.", ModemHealth.Registration.values()))
                .flatMap(s -> s))
        .allSatisfy(key -> assertThat(words.of(key)).isNotBlank());
  }

  private static Stream<String> named(String prefix, Enum<?>[] constants) {
    return Arrays.stream(constants).map(c -> prefix + c.name());
  }

  @Test
  void one_is_not_spoken_of_as_many() {
    assertThat(languages.english().of("count", 1, 1)).isEqualTo("1 character · 1 text message");
    assertThat(languages.spanish().of("count", 1, 2)).isEqualTo("1 carácter · 2 mensajes de texto");
  }

  @Test
  void a_language_is_called_by_its_name_in_the_readers() {
    assertThat(new Words(Locale.of("es", "US")).languageNamed("es")).isEqualTo("español");
    assertThat(new Words(Locale.US).languageNamed("pl")).isEqualTo("Polish");
  }
}
