package hospital.wardbell.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import hospital.wardbell.practice.Timing;
import org.junit.jupiter.api.Test;

/// A patient whom everybody knows: nothing of the conversation is shown before somebody says why.
class ReasonIT extends InBrowser {
  @Override
  Timing timing() {
    return Ward.quick();
  }

  private static void watch(Visit pat) {
    var _ = pat.go("watched");
    pat.page.fill("#number", Ward.MARIA.e164());
    pat.page.click("form[action='/watched'] button");
    pat.page.click("form[action^='/watched/patients/'] button");
    assertThat(pat.page.locator("[role=status].alert")).isVisible();
  }

  private static Locator line(Visit who) {
    return who.page.locator(".conv a").filter(new Locator.FilterOptions().setHasText("María"));
  }

  @Test
  void it_opens_once_somebody_says_why_for_that_person_only() {
    Inspection inspection = new Inspection();
    try (Visit pat = signedIn("pat");
        Visit dana = signedIn("dana");
        Visit lucia = signedIn("lucia")) {
      watch(pat);
      var _ = dana.go("inbox?v=all");
      assertThat(line(dana)).containsText("Opens once you say why");
      line(dana).click();
      assertThat(dana.page.locator("h1")).hasText("Why do you need this conversation?");
      assertThat(dana.page.locator(".m")).hasCount(0);
      inspection.look(dana.page, "reason");
      String address = dana.page.url().replaceFirst("[?].*", "").replace(home.address(), "");

      dana.page.locator("button[value=ANSWER]").click();

      assertThat(dana.page.locator(".thread h1")).containsText("María López");
      assertThat(line(dana)).not().containsText("Opens once you say why");
      assertThat(lucia.go(address)).isEqualTo(200);
      assertThat(lucia.page.locator("h1")).hasText("¿Por qué necesita esta conversación?");
      inspection.look(lucia.page, "es-reason");
    }
    assertThat(inspection.findings()).isEmpty();
  }
}
