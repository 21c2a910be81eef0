package hospital.wardbell.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import hospital.wardbell.practice.JournalEntry.Announced;
import hospital.wardbell.practice.Timing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The reply box: what is typed stays, and says what it costs.
class ComposerIT extends InBrowser {
  private static final int UPDATES = 20;
  private static final long SLOWEST_MILLIS = 1_000;

  @Override
  Timing timing() {
    return Ward.quick();
  }

  @Test
  void what_is_typed_stays_with_caret_and_focus_through_twenty_updates() {
    String typed = "Sí, tenemos el jueves a las 2:15 pm.";
    try (Visit dana = signedIn("dana")) {
      dana.open("María López");
      Locator text = dana.page.locator("#text");
      text.click();

      for (int i = 0; i < UPDATES; i++) {
        home.text(Ward.MARIA, "Otra cosa, n.º " + i);
        text.pressSequentially(part(typed, i));
      }
      IntStream.range(0, 4).forEach(_ -> text.press("ArrowLeft"));
      home.text(Ward.MARIA, "Y nada más.");

      assertThat(dana.newest()).containsText("Y nada más.");
      assertThat(dana.messages("Otra cosa")).hasCount(UPDATES);
      assertThat(text).hasValue(typed);
      assertThat(text).isFocused();
      assertThat(text.evaluate("e => e.selectionStart")).isEqualTo(typed.length() - 4);
    }
  }

  private static String part(String typed, int number) {
    return typed.substring(
        number * typed.length() / UPDATES, (number + 1) * typed.length() / UPDATES);
  }

  @Test
  void the_counter_says_how_many_texts_it_makes_and_which_letter_is_to_blame() {
    try (Visit lee = signedIn("lee")) {
      lee.open("John Carter");
      counted()
          .forEach((text, words) -> {
            lee.page.fill("#text", text);
            assertThat(lee.page.locator("#count")).hasText(words);
          });
      lee.page.fill("#text", "");
      assertThat(lee.page.locator("#count")).hasText("Nothing typed");
    }
  }

  private static Map<String, String> counted() {
    Map<String, String> counted = new LinkedHashMap<>();
    counted.put("a", "1 character · 1 text message");
    counted.put("a".repeat(160), "160 characters · 1 text message");
    counted.put("a".repeat(161), "161 characters · 2 text messages");
    counted.put("a".repeat(306), "306 characters · 2 text messages");
    counted.put("a".repeat(307), "307 characters · 3 text messages");
    counted.put("€".repeat(80), "80 characters · 1 text message");
    counted.put("€".repeat(81), "81 characters · 2 text messages");
    counted.put("a".repeat(152) + "€" + "a".repeat(152), "305 characters · 3 text messages");
    counted.put("ñ".repeat(160), "160 characters · 1 text message");
    counted.put("á".repeat(70), "70 characters · 1 text message");
    counted.put("á".repeat(71), "71 characters · 2 text messages because of “á”");
    counted.put("á".repeat(134), "134 characters · 2 text messages because of “á”");
    counted.put("á".repeat(135), "135 characters · 3 text messages because of “á”");
    counted.put("😀".repeat(35), "35 characters · 1 text message");
    counted.put("😀".repeat(36), "36 characters · 2 text messages because of “😀”");
    counted.put(
        "á".repeat(66) + "😀" + "á".repeat(66), "133 characters · 3 text messages because of “á”");
    counted.put(Ward.SPANISH_REPLY, "79 characters · 2 text messages because of “í”");
    return counted;
  }

  @Test
  void a_text_is_soon_seen_in_an_open_browser() {
    try (Visit dana = signedIn("dana")) {
      dana.open("Aisha Khan");
      List<Long> millis = new ArrayList<>();

      for (int i = 0; i < UPDATES; i++) {
        String text = "Measured " + i + ".";
        var _ = dana.page.evaluate(NOTE_WHEN_SEEN, text);
        home.text(Ward.AISHA, text);
        assertThat(dana.newest()).containsText(text);
        millis.add(seen(dana.page) - announced().toEpochMilli());
      }

      millis.sort(null);
      System.out.printf("+CMTI to visible, %d texts, ms: %s%n", UPDATES, millis);
      assertThat(millis.get(UPDATES / 2)).isLessThan(SLOWEST_MILLIS);
    }
  }

  private static final String NOTE_WHEN_SEEN =
      """
      text => {
        window.seen = 0;
        new MutationObserver((_, observer) => {
          if (document.getElementById('log').textContent.includes(text)) {
            observer.disconnect();
            requestAnimationFrame(() => setTimeout(() => { window.seen = Date.now(); }));
          }
        }).observe(document.getElementById('log'),
            { subtree: true, childList: true, characterData: true });
      }\
      """;

  private static long seen(Page page) {
    page.waitForCondition(() -> ((Number) page.evaluate("window.seen")).longValue() > 0);
    return ((Number) page.evaluate("window.seen")).longValue();
  }

  private Instant announced() {
    return home.modem().journal().entries(Announced.class).getLast().at();
  }
}
