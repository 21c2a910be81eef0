package hospital.wardbell.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import hospital.wardbell.practice.Timing;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Plain forms do everything.
class WithoutScriptIT extends InBrowser {
  @Override
  Timing timing() {
    return Ward.quick();
  }

  @Test
  void signing_in_replying_and_being_done_need_no_script() {
    try (Visit dana = chromium.visit(home, Chromium.options().setJavaScriptEnabled(false))) {
      dana.signIn(home.account("dana"));
      dana.open("María López");

      dana.page.fill("#text", " ");
      dana.press();
      assertThat(dana.page.locator("main")).containsText("There is nothing to send.");
      dana.page.fill("#text", "Hasta el jueves");
      dana.press();
      assertThat(dana.messages("Hasta el jueves")).hasCount(1);
      dana.page.getByText("Done").click();
      assertThat(dana.page).hasURL(Pattern.compile(".*/inbox.*"));
      Locator maria =
          dana.page
              .locator(".conv a")
              .filter(new Locator.FilterOptions().setHasText("María López"));
      assertThat(maria).containsText("Hasta el jueves");
      assertThat(maria.locator(".wait")).hasCount(0);
    }
  }
}
