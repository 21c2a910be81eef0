package hospital.wardbell.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.modem.ModemHealth;
import hospital.wardbell.modem.ModemHealth.State;
import hospital.wardbell.modem.Trouble;
import hospital.wardbell.web.Assets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is wrong with a modem is said to each reader in their own language.
class ModemTroubleTest {
  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

  private final Languages languages = Languages.load();

  @ParameterizedTest
  @EnumSource(Trouble.Kind.class)
  void each_kind_has_words_in_both_languages_and_they_leave_no_detail_out(Trouble.Kind kind) {
    Trouble trouble = Trouble.of(kind, "/dev/ttyUSB2", "5");

    String english = shell(languages.english()).say(trouble);
    String spanish = shell(languages.spanish()).say(trouble);

    assertThat(english).isEqualTo(trouble.words());
    assertThat(spanish).isNotBlank().isNotEqualTo(english);
    assertThat(trouble.details())
        .allMatch(detail -> spanish.contains(detail) == english.contains(detail));
  }

  @Test
  void a_spanish_reader_of_the_modem_page_sees_spanish() {
    String page = page(languages.spanish(), Trouble.of(Trouble.Kind.STORE_FILLING, "83"));

    assertThat(page)
        .contains("La memoria de mensajes del módem está llena al 83%")
        .doesNotContain("message store");
  }

  @Test
  void an_english_reader_of_the_modem_page_sees_english() {
    String page = page(languages.english(), Trouble.of(Trouble.Kind.STORE_FILLING, "83"));

    assertThat(page).contains("the modem's message store is 83% full");
  }

  private static String page(Words words, Trouble trouble) {
    ModemHealth modem =
        new ModemHealth(
            "front",
            State.REGISTERED,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(trouble),
            NOON);
    StringBuilder drawn = new StringBuilder();
    new Views().draw("modems", Map.of("shell", shell(words, modem)), drawn);
    return drawn.toString();
  }

  private static Shell shell(Words words, ModemHealth... modems) {
    return new Shell(
        words,
        new Icons(),
        Assets.of(Console.ASSETS),
        new Times(words, ZoneOffset.UTC, NOON),
        "system",
        Optional.of(
            new Shell.Reader(
                "Sam",
                "",
                List.of(),
                0,
                List.of(modems),
                List.of(),
                List.of(),
                Optional.empty(),
                900,
                Optional.empty())));
  }
}
