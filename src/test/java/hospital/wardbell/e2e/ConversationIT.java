package hospital.wardbell.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import hospital.wardbell.Account;
import hospital.wardbell.practice.JournalEntry.Submitted;
import hospital.wardbell.practice.Timing;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// A nurse's way: in by password and code, to whoever waits longest, a reply and its answer, out.
class ConversationIT extends InBrowser {
  private static final String RECORD_STATES =
      """
      () => {
        const said = () => [...document.querySelectorAll('.m.out')].at(-1)
          ?.querySelector('[data-state]')?.dataset.state;
        window.states = [said()];
        new MutationObserver(() => {
          if (window.states.at(-1) !== said()) window.states.push(said());
        }).observe(document.getElementById('log'),
            { subtree: true, childList: true, attributes: true, characterData: true });
      }\
      """;

  @Override
  Timing timing() {
    return Ward.unhurried();
  }

  @Test
  void a_wrong_code_is_refused_politely_and_a_right_one_opens_the_inbox() {
    Account lee = home.account("lee");
    try (Visit visit = chromium.visit(home)) {
      visit.enterPassword(lee);
      visit.page.fill("#code", "000000");
      visit.press();
      assertThat(visit.page.getByRole(AriaRole.ALERT)).containsText("That did not work.");
      String code = lee.app().code();
      visit.page.waitForCondition(() -> { // a second must pass after a failure
        visit.page.fill("#code", code);
        visit.press();
        return visit.page.url().endsWith("/inbox");
      });

      assertThat(visit.page.locator(".conv .unread"))
          .containsText(
              new String[] {
                "Rosa Díaz", "María López", "John Carter", "Anna Berg", "Aisha Khan", "555-0177"
              });
      assertThat(visit.page).hasTitle("(6) Inbox – Wardbell");
    }
  }

  @Test
  void a_reply_and_its_answer_are_seen_on_their_way_without_reloading() throws Exception {
    try (Visit dana = signedIn("dana")) {
      dana.open("María López");
      dana.page.fill("#text", "Sí, el jueves a las 2:15 pm.");
      dana.press();
      assertThat(dana.newest()).containsText("Sí, el jueves a las 2:15 pm.");
      var _ = dana.page.evaluate(RECORD_STATES);
      assertThat(dana.newest().locator("[data-state]")).hasAttribute("data-state", "DELIVERED");
      assertThat(dana.newest()).containsText("by Dana R., RN");
      home.text(Ward.MARIA, "¡Gracias!");
      assertThat(dana.newest()).containsText("¡Gracias!");
      assertThat(dana.page.locator(".conv [aria-current=true] .tag.wait"))
          .containsText("Waiting 0 min");

      assertThat(states(dana.page))
          .isSubsetOf("QUEUED", "SUBMITTING", "SUBMITTED", "DELIVERED")
          .containsSubsequence("SUBMITTED", "DELIVERED")
          .isSortedAccordingTo(
              Comparator.comparingInt(
                  List.of("QUEUED", "SUBMITTING", "SUBMITTED", "DELIVERED")::indexOf));
      assertThat(
              home.modem()
                  .journal()
                  .await(Submitted.class, 1, s -> s.text().startsWith("Sí, el j"), Duration.ZERO))
          .singleElement()
          .extracting(Submitted::destination)
          .isEqualTo(Ward.MARIA.e164());
    }
  }

  @SuppressWarnings("unchecked")
  private static List<String> states(Page page) {
    return (List<String>) page.evaluate("window.states"); // undefined after a reload
  }

  @Test
  void signed_out_nothing_is_left_to_go_back_to() {
    try (Visit lucia = signedIn("lucia")) {
      lucia.open("John Carter");
      lucia.page.getByText("Salir").click();
      assertThat(lucia.page).hasURL(Pattern.compile(".*/sign-in"));

      var _ = lucia.page.goBack();
      assertThat(lucia.page).hasURL(Pattern.compile(".*/sign-in"));
      assertThat(lucia.page.getByText("John Carter")).hasCount(0);
      var _ = lucia.go("inbox");
      assertThat(lucia.page).hasURL(Pattern.compile(".*/sign-in"));
    }
  }

  @Test
  void done_takes_a_conversation_out_of_those_that_wait() {
    try (Visit dana = signedIn("dana")) {
      dana.open("Aisha Khan");
      dana.page.getByText("Done").click();
      assertThat(dana.page).hasURL(Pattern.compile(".*/inbox\\?v=all"));
      var _ = dana.go("inbox");
      assertThat(dana.page.locator(".conv li")).not().hasCount(0);
      assertThat(
              dana.page
                  .locator(".conv a")
                  .filter(new Locator.FilterOptions().setHasText("Aisha Khan")))
          .hasCount(0);
    }
  }
}
