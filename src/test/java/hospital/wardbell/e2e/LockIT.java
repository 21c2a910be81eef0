package hospital.wardbell.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import hospital.wardbell.Account;
import hospital.wardbell.practice.Timing;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A nurse is called away, and comes back to what she was doing.
class LockIT extends InBrowser {
  private static final String PIN = "402817";

  private static final Duration LONGEST = Duration.ofSeconds(3);

  @TempDir private static Path owner;

  @Override
  Timing timing() {
    return Ward.quick();
  }

  @Override
  Chromium browser() throws IOException {
    return Chromium.trusting(home.directory().resolve("tls").resolve("authority.pem"), owner);
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

  /// From the touch to the page that can be used.
  private static void assertQuick(Visit who, String by, Runnable touch) {
    long began = System.nanoTime();
    touch.run();
    who.page.waitForFunction("() => !document.querySelector('.app').hidden");
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    System.out.println("Unlocked by " + by + " to usable: " + took.toMillis() + " ms");
    assertThat(took).isLessThan(LONGEST);
  }

  @Test
  void a_passkey_unlocks_as_the_password_does_and_either_within_three_seconds() {
    Account account = home.account("ola");
    try (Visit ola = chromium.visit(home, Chromium.options().setIgnoreHTTPSErrors(false))) {
      PasskeyIT.plugIn(ola.page, true);
      ola.signIn(account);
      var _ = ola.go("me/passkeys/new");
      ola.page.fill("#password", account.password());
      ola.page.fill("#code", account.app().code());
      ola.press();
      ola.page.fill("#name", "Telephone");
      ola.press();
      assertThat(ola.page.locator(".card h3")).hasText("Telephone");

      ola.page.locator("#lock-now button").click();
      assertThat(ola.page.locator("#lock-passkey")).isVisible();
      inspection.look(ola.page, "lock-screen-passkey");
      assertQuick(ola, "passkey", () -> ola.page.locator("#lock-passkey").click());
      assertThat(ola.go("inbox")).isEqualTo(200);

      ola.page.locator("#lock-now button").click();
      ola.page.fill("#lock-typed", account.password());
      assertQuick(ola, "password", () -> ola.page.keyboard().press("Enter"));

      ola.page.locator("#lock-now button").click();
      assertThat(ola.page.locator("#lock-passkey")).isVisible();
      var _ = ola.go("inbox?v=all");
      assertThat(ola.page.locator("h1")).hasText("Locked");
      inspection.look(ola.page, "lock-passkey");
      ola.page.getByText("Use your passkey").click();
      assertThat(ola.page).hasURL(home.address() + "inbox?v=all");
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
