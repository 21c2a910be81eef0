package hospital.wardbell.consent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeywordTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "STOP", "STOPALL", "STOP ALL", "END", "QUIT", "UNSUBSCRIBE", "REVOKE", "OPT OUT", "OPTOUT",
        "OPT-OUT", "REMOVE", "CANCEL", "CANCELAR", "ALTO", "PARAR", "BAJA", "NO MAS", "No más"
      })
  void every_word_of_the_list_stops(String text) {
    assertThat(Keyword.of(text)).contains(Keyword.STOP);
  }

  @ParameterizedTest
  @ValueSource(strings = {"START", "UNSTOP", "INICIAR", "ALTA", "start!"})
  void words_that_start_again_start(String text) {
    assertThat(Keyword.of(text)).contains(Keyword.START);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HELP", "INFO", "AYUDA", "help?", "¡Ayuda!"})
  void words_that_ask_for_help_ask_for_help(String text) {
    assertThat(Keyword.of(text)).contains(Keyword.HELP);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stop",
        "Stop.",
        " STOP\n",
        "\"STOP\"",
        "“Stop”",
        "‘stop’",
        "STOP!!!",
        "STOP 🛑",
        "🛑🛑 stop 🙏",
        "s t o p",
        "S.T.O.P.",
        "stop   all",
        "ＳＴＯＰ",
        "stóp",
        "Unsubscribe\u00a0",
        "opt\u2011out"
      })
  void case_accents_punctuation_quotes_emoji_and_spaces_do_not_matter(String text) {
    assertThat(Keyword.of(text)).contains(Keyword.STOP);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "🛑",
        "Please stop",
        "don't stop",
        "Should I stop taking the pill?",
        "stop 2",
        "the end",
        "I need help",
        "nonstop",
        "cancel my other appointment",
        "STOP STOP STOP STOP STOP STOP STOP STOP STOP STOP STOP STOP STOP STOP STOP STOP STOP STOP"
            + " STOP STOP STOP"
      })
  void a_keyword_inside_a_sentence_is_none(String text) {
    assertThat(Keyword.of(text)).isEmpty();
  }
}
