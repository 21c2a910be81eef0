package hospital.wardbell.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import hospital.wardbell.Account;
import hospital.wardbell.practice.Timing;
import org.junit.jupiter.api.Test;

/// Where somebody is signed in, and what ends it: a list, a new password, an administrator.
class SessionsIT extends InBrowser {
  private static final String PASSWORD = "tuba plus kiwi plus";

  private final Inspection inspection = new Inspection();

  @Override
  Timing timing() {
    return Ward.quick();
  }

  private static void stepUp(Visit visit, Account account) {
    assertThat(visit.page.locator("h1")).hasText("Is it you?");
    visit.page.fill("#password", account.password());
    visit.page.fill("#code", account.app().code());
    visit.press();
  }

  private static Locator sessions(Page page) {
    return page.locator(".sessions > li");
  }

  private static void assertOut(Visit visit) {
    var _ = visit.go("help");
    assertThat(visit.page.locator("#login")).isVisible();
  }

  @Test
  void the_own_sessions_are_listed_and_another_is_ended() {
    try (Visit here = signedIn("dana");
        Visit there = signedIn("dana")) {
      var _ = here.go("me");
      assertThat(sessions(here.page)).hasCount(2);
      assertThat(sessions(here.page).first()).containsText("Chrome or Chromium on Linux");
      Locator other = here.page.locator(".sessions > li:not(:has(.tag.ok))");
      assertThat(other).hasCount(1);
      inspection.look(here.page, "me-sessions");

      other.locator("button").click();
      stepUp(here, home.account("dana"));
      other.locator("button").click();

      assertThat(sessions(here.page)).hasCount(1);
      assertThat(sessions(here.page)).containsText("This one");
      assertOut(there);
      assertThat(here.go("help")).isEqualTo(200);
      var _ = here.go("me");
      sessions(here.page).locator("button").click();
      assertThat(here.page.locator("#login")).isVisible();
      assertOut(here);
    }
    assertThat(inspection.findings()).isEmpty();
  }

  @Test
  void a_new_password_signs_its_person_out_everywhere_else_and_the_person_is_told() {
    Account account = home.account("lee");
    try (Visit here = signedIn("lee")) {
      var _ = here.go("me");
      here.page.getByText("Change the password").click();
      stepUp(here, account);
      change(here.page, "that is not it at all");
      assertThat(here.page.locator("[role=alert]")).containsText("The present password is another");
      inspection.look(here.page, "me-password");
      try (Visit there = signedIn("lee")) {
        change(here.page, account.password());

        assertThat(here.page.locator(".notices")).containsText("You chose a new password");
        assertThat(sessions(here.page)).hasCount(1);
        assertOut(there);
        there.enterPassword(new Account(account.staff(), PASSWORD, account.app()));
        assertThat(there.page.locator("#code")).isVisible();
      }
    }
    assertThat(inspection.findings()).isEmpty();
  }

  private static void change(Page page, String present) {
    page.fill("#present", present);
    page.fill("#password", PASSWORD);
    page.fill("#again", PASSWORD);
    page.locator(".btn.p").click();
  }

  @Test
  void an_administrator_ends_somebodys_sessions_and_then_all_that_lets_her_in() {
    Account sam = home.account("sam");
    try (Visit ola = signedIn("ola");
        Visit again = signedIn("ola");
        Visit it = signedIn("sam")) {
      var _ = it.go("people");
      it.page.getByText("Ola B., RN").click();
      assertThat(sessions(it.page)).hasCount(2);
      inspection.look(it.page, "person-sessions");
      it.page.getByText("End all of them").click();
      stepUp(it, sam);
      it.page.getByText("End all of them").click();

      assertThat(it.page.locator("main")).containsText("Nowhere just now.");
      assertOut(ola);
      assertOut(again);

      it.page.getByText("See what is done").click();
      inspection.look(it.page, "offboard");
      it.press();
      assertThat(it.page.locator("h1")).hasText("Ola B., RN has left");
      assertThat(it.page.locator(".kv")).containsText("Sam T., IT");
      inspection.look(it.page, "offboard-done");
      ola.enterPassword(home.account("ola"));
      assertThat(ola.page.locator("[role=alert]")).isVisible();
      it.page.getByText("Back to Ola").click();
      assertThat(it.page.locator("main .kv")).containsText("Disabled");
    }
    assertThat(inspection.findings()).isEmpty();
  }
}
