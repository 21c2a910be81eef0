package hospital.wardbell.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import hospital.wardbell.Account;
import hospital.wardbell.practice.Timing;
import org.junit.jupiter.api.Test;

/// A nurse is called away, and comes back to what she was doing.
class LockIT extends InBrowser {
  private static final String PIN = "402817";

  @Override
  Timing timing() {
    return Ward.quick();
  }

  private final Inspection inspection = new Inspection();

  private void choosePin(Visit who, String login) {
    var _ = who.go("lock/pin");
    Account account = home.account(login);
    who.page.fill("#password", account.password());
    who.page.fill("#code", account.app().code());
    who.press();
    inspection.look(who.page, "pin");
    who.page.fill("#pin", PIN);
    who.page.fill("#again", PIN);
    who.press();
    assertThat(who.page.locator("h1")).containsText("Help");
  }

  @Test
  void a_locked_screen_covers_every_tab_and_keeps_what_was_typed() {
    try (Visit dana = signedIn("dana")) {
      choosePin(dana, "dana");
      dana.open("María López");
      dana.page.fill("#text", "We have Thursday at");
      Page second = dana.another();
      second.navigate(home.address() + "inbox");

      dana.page.locator("#lock-now button").click();

      assertThat(dana.page.locator("#lock-screen")).isVisible();
      assertThat(dana.page.locator(".app")).isHidden();
      assertThat(second.locator("#lock-screen")).isVisible();
      assertThat(dana.another().navigate(home.address() + "inbox").url()).contains("/lock?next=");
      dana.page.keyboard().press("Escape");
      assertThat(dana.page.locator("#lock-screen")).isVisible();

      inspection.look(dana.page, "lock-screen");
      dana.page.fill("#lock-typed", "000007");
      dana.page.keyboard().press("Enter");
      assertThat(dana.page.locator("#lock-problem")).containsText("did not work");
      dana.page.fill("#lock-typed", PIN);
      dana.page.keyboard().press("Enter");

      assertThat(dana.page.locator(".app")).isVisible();
      assertThat(dana.page.locator("#text")).hasValue("We have Thursday at");
      assertThat(second.locator("#lock-screen")).isHidden();
      assertThat(dana.go("inbox")).isEqualTo(200);
    }
    assertThat(inspection.findings()).isEmpty();
  }

  @Test
  void without_a_script_the_lock_is_a_page_that_leads_back() {
    try (Visit lee = chromium.visit(home, Chromium.options().setJavaScriptEnabled(false))) {
      lee.signIn(home.account("lee"));
      var _ = lee.go("held");
      lee.page.locator("#lock-now button").click();
      assertThat(lee.page.locator("h1")).hasText("Locked");
      var _ = lee.go("held?x=1");
      lee.page.fill("#typed", home.account("lee").password());
      lee.press();

      assertThat(lee.page.url()).endsWith("/held?x=1");
    }
  }
}
