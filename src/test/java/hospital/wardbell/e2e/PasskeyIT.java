package hospital.wardbell.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import hospital.wardbell.Account;
import hospital.wardbell.Authenticator;
import hospital.wardbell.practice.Timing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Everybody's own second factors, in a browser that trusts the home's authority, with Chromium's
/// virtual authenticator.
class PasskeyIT extends InBrowser {
  @TempDir private static Path owner;

  @Override
  Timing timing() {
    return Ward.quick();
  }

  @Override
  Chromium browser() throws IOException {
    return Chromium.trusting(home.directory().resolve("tls").resolve("authority.pem"), owner);
  }

  private Visit visit() {
    return chromium.visit(home, Chromium.options().setIgnoreHTTPSErrors(false));
  }

  /// Plugs in an authenticator that is touched at once.
  ///
  /// @param verified whether it knows its owner
  static void plugIn(Page page, boolean verified) {
    CDPSession devices = page.context().newCDPSession(page);
    var _ = devices.send("WebAuthn.enable");
    JsonObject kind = new JsonObject();
    kind.addProperty("protocol", "ctap2");
    kind.addProperty("transport", "internal");
    kind.addProperty("hasResidentKey", true);
    kind.addProperty("hasUserVerification", true);
    kind.addProperty("isUserVerified", verified);
    kind.addProperty("automaticPresenceSimulation", true);
    JsonObject options = new JsonObject();
    options.add("options", kind);
    var _ = devices.send("WebAuthn.addVirtualAuthenticator", options);
  }

  private static void stepUp(Visit visit, Account account) {
    visit.page.fill("#password", account.password());
    visit.page.fill("#code", account.app().code());
    visit.press();
  }

  @Test
  void a_passkey_is_made_lets_in_shows_again_who_one_is_and_is_removed() {
    Inspection inspection = new Inspection();
    Account account = home.account("dana");
    try (Visit dana = visit()) {
      Page page = dana.page;
      plugIn(page, true);
      dana.signIn(account);
      page.getByText("My settings").click();
      page.getByText("Add a passkey").click();
      assertThat(page.locator("h1")).hasText("Is it you?");
      stepUp(dana, account);
      page.fill("#name", "My telephone");
      inspection.look(page, "me-passkey");
      dana.press();
      assertThat(page.locator(".notices")).containsText("A passkey was added");
      assertThat(page.locator(".card h3")).hasText("My telephone");
      inspection.look(page, "me");
      page.getByText("Seen").click();
      assertThat(page.locator(".notices")).hasCount(0);
      page.locator("header form[action='/sign-out'] button").click();

      dana.enterPassword(account);
      inspection.look(page, "code-or-passkey");
      page.getByText("Use your passkey").click();
      assertThat(page.locator(".top .who")).hasText(account.staff().name());

      var _ = dana.go("me/app");
      inspection.look(page, "step-up-passkey");
      page.getByText("Use your passkey").click();
      assertThat(page.locator("h1")).hasText("Authenticator app");
      assertThat(page.locator("svg.qr")).isVisible();
      inspection.look(page, "me-app");
      var _ = dana.go("me");
      page.locator("form[action$='/remove'] button").first().click();
      assertThat(page.locator("main .card")).hasCount(0);
      assertThat(page.locator(".notices")).containsText("A passkey was removed");
    }
    assertThat(inspection.findings()).isEmpty();
  }

  private void ask(String duties) {
    var _ =
        home.ask(
            new hospital.wardbell.json.JsonObject()
                .put("command", "config.set")
                .put("setting", "sign-in.passkey-duties")
                .put("value", duties));
  }

  @Test
  void of_whom_one_is_asked_adds_it_at_sign_in_and_does_nothing_before() {
    Inspection inspection = new Inspection();
    Account account = home.account("sam");
    ask("box");
    try (Visit sam = visit()) {
      plugIn(sam.page, true);
      sam.enterPassword(account);
      sam.page.fill("#code", account.app().code());
      sam.press();
      assertThat(sam.page.locator("h1")).hasText("Add a passkey first");
      inspection.look(sam.page, "enrol-passkey");
      var _ = sam.go("system");
      assertThat(sam.page.locator("h1")).hasText("Add a passkey first");
      sam.page.fill("#name", "Key on my ring");
      sam.press();
      assertThat(sam.page.locator(".card h3")).hasText("Key on my ring");
      assertThat(sam.go("system")).isEqualTo(200);
      sam.page.locator("header form[action='/sign-out'] button").click();

      sam.enterPassword(account);
      assertThat(sam.page.locator("#code")).hasCount(0);
      sam.page.getByText("Use your passkey").click();
      assertThat(sam.page.locator(".top .who")).hasText(account.staff().name());
    } finally {
      ask("");
    }
    assertThat(inspection.findings()).isEmpty();
  }

  @Test
  void an_authenticator_that_does_not_know_its_owner_makes_nothing() {
    Account account = home.account("ola");
    try (Visit ola = visit()) {
      plugIn(ola.page, false);
      ola.signIn(account);
      var _ = ola.go("me/passkeys/new");
      stepUp(ola, account);
      ola.page.fill("#name", "Key");
      ola.press();
      assertThat(ola.page.locator("main")).containsText("No passkey was used.");
      var _ = ola.go("me");
      assertThat(ola.page.locator("main .card")).hasCount(0);
    }
  }

  @Test
  void recovery_codes_are_shown_once_and_one_lets_in_without_any_script() {
    Inspection inspection = new Inspection();
    Account account = home.account("pat");
    List<String> codes;
    try (Visit pat = visit()) {
      pat.signIn(account);
      var _ = pat.go("me");
      pat.page.getByText("Make recovery codes").click();
      stepUp(pat, account);
      pat.page.getByText("Make recovery codes").click();
      assertThat(pat.page.locator(".codes li")).hasCount(10);
      inspection.look(pat.page, "me-codes");
      codes = pat.page.locator(".codes li").allTextContents();
      pat.press();
      assertThat(pat.page.locator("main")).containsText("You have 10 left.");
    }
    try (Visit pat = chromium.visit(home, Chromium.options().setJavaScriptEnabled(false))) {
      pat.enterPassword(account);
      pat.page.getByText("Use a recovery code").click();
      pat.page.fill("#recovery", codes.getFirst().strip());
      pat.page.locator("details button").click();
      assertThat(pat.page.locator(".top .who")).hasText(account.staff().name());
      assertThat(pat.page.locator(".notices")).containsText("A recovery code of yours was used");
    }
    assertThat(inspection.findings()).isEmpty();
  }

  @Test
  void who_has_lost_all_sets_up_an_app_with_the_code_of_it() {
    Inspection inspection = new Inspection();
    Account account = home.account("lucia");
    String leave =
        home.ask(
                new hospital.wardbell.json.JsonObject()
                    .put("command", "user.reset-mfa")
                    .put("login", "lucia"))
            .text("code");
    try (Visit lucia = chromium.visit(home, Chromium.options().setLocale("es-US"))) {
      Page page = lucia.page;
      lucia.enterPassword(account);
      assertThat(page.locator("h1")).hasText("Configurar una aplicación de autenticación");
      inspection.look(page, "es-enrol");
      page.fill("#leave", leave);
      lucia.press();
      inspection.look(page, "es-enrol-app");
      page.locator("summary").click();
      page.fill("#code", new Authenticator(page.locator(".raw").textContent()).code());
      lucia.press();
      assertThat(page.locator(".notices")).containsText("Un administrador retiró");
      inspection.look(page, "es-notices");
      var _ = lucia.go("me");
      inspection.look(page, "es-me");
    }
    assertThat(inspection.findings()).isEmpty();
  }
}
