package hospital.wardbell.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.practice.Timing;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/// What IT sees of a modem, and taking one out of sending.
class ModemsIT extends InBrowser {
  @Override
  Timing timing() {
    return Ward.quick();
  }

  @Test
  void a_modem_that_is_taken_out_sends_nothing_until_it_is_taken_back() {
    try (Visit sam = signedIn("sam");
        Visit lee = signedIn("lee")) {
      var _ = sam.go("modems/practice");
      assertThat(sam.page.locator("svg.chart")).isVisible();

      sam.page.locator("form[action$=drain] .btn, form[action$=resume] .btn").click();
      assertThat(sam.page.locator(".card")).containsText("taken out of sending");
      lee.open("María López");
      lee.page.fill("#text", "It waits.");
      lee.press();
      assertThat(lee.page.locator(".m.out").last()).containsText("Queued");

      sam.page.locator("form[action$=drain] .btn, form[action$=resume] .btn").click();
      assertThat(lee.page.locator(".m.out").last()).containsText("Delivered");
      assertThat(sam.page.locator(".card")).not().containsText("taken out of sending");
    }
  }

  @Test
  void a_modem_that_is_told_to_text_itself_shows_when_that_text_is_back_and_its_networks() {
    try (Visit sam = signedIn("sam")) {
      var _ = sam.go("modems/practice");
      // Nothing can be loaded again while it goes from one page to the next.
      AtomicBoolean loaded = new AtomicBoolean();
      sam.page.onLoad(_ -> loaded.set(true));
      sam.page.locator("form[action$=test] .btn").click();
      sam.page.waitForCondition(loaded::get);

      sam.page.waitForCondition(() -> shows(sam, "#test-why", "back after"));
      assertThat(sam.page.locator(".card")).containsText("Practice, 4G");

      // What was learnt of a modem is recorded every ten seconds at the most.
      sam.page.waitForCondition(() -> shows(sam, "[aria-labelledby=networks]", "4G"));
    }
  }

  private static boolean shows(Visit visit, String where, String text) {
    visit.page.reload();
    return visit.page.locator(where).textContent().contains(text);
  }

  @Test
  void nobody_but_it_sees_the_modems() {
    try (Visit lee = signedIn("lee");
        Visit sam = signedIn("sam")) {
      assertThat(lee.go("modems")).isEqualTo(403);
      assertThat(lee.go("modems/practice")).isEqualTo(403);
      assertThat(sam.go("modems/nothing")).isEqualTo(404);
    }
  }
}
