package hospital.wardbell.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import hospital.wardbell.Account;
import hospital.wardbell.Authenticator;
import hospital.wardbell.json.JsonObject;
import hospital.wardbell.practice.Timing;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Who comes in: invited, signed in, sent away; every page on the way is for everybody, too.
class PeopleIT extends InBrowser {
  private static final String PASSWORD = "tuba plus kiwi plus";

  private final Inspection inspection = new Inspection();

  @Override
  Timing timing() {
    return Ward.quick();
  }

  /// Shows once more who it is, if it is asked.
  private void stepUp(Visit visit, Account account) {
    if (visit.page.locator("h1").textContent().equals("Is it you?")) {
      visit.page.fill("#password", account.password());
      visit.page.fill("#code", account.app().code());
      visit.press();
    }
  }

  private String invite(Visit sam, String login, String name, String language, String role) {
    var _ = sam.go("people/new");
    stepUp(sam, home.account("sam"));
    sam.page.fill("#login", login);
    sam.page.fill("#name", name);
    sam.page.check("input[name='role." + role + "']");
    sam.page.selectOption("#language", language);
    sam.press();
    return sam.page.locator("#link").textContent();
  }

  /// By the link, up to the first page.
  private void open(Visit guest, String link, String looked) {
    var _ = guest.page.navigate(link);
    guest.press();
    inspection.look(guest.page, looked);
    choose(guest.page);
  }

  private static void choose(Page page) {
    page.fill("#password", PASSWORD);
    page.fill("#again", PASSWORD);
    page.fill("#code", app(page).code());
    page.locator(".btn.p").click();
  }

  private static Authenticator app(Page page) {
    String secret = page.locator("#secret").textContent().replace(" ", "");
    return new Authenticator("otpauth://totp/x?secret=" + secret);
  }

  @Test
  void somebody_is_invited_comes_in_and_is_sent_away() {
    try (Visit sam = signedIn("sam");
        Visit guest = chromium.visit(home)) {
      var _ = sam.go("people");
      inspection.look(sam.page, "people");
      sam.page.getByText("Add a person").click();
      stepUp(sam, home.account("sam"));
      sam.page.fill("#login", "kim");
      sam.page.fill("#name", "Kim S., RN");
      sam.press();
      assertThat(sam.page.locator("[role=alert]")).containsText("at least one role");
      inspection.look(sam.page, "person-new");
      String link = invite(sam, "kim", "Kim S., RN", "en", "NURSE");
      inspection.look(sam.page, "person-link");

      var _ = guest.page.navigate(link);
      assertThat(guest.page).hasURL(home.address() + "welcome");
      inspection.look(guest.page, "welcome");
      guest.press();
      guest.page.fill("#password", "Kim-Wardbell-2026");
      guest.page.fill("#again", "Kim-Wardbell-2026");
      guest.page.fill("#code", "000000");
      guest.press();
      assertThat(guest.page.locator("[role=alert]")).containsText("made of your name");
      open(guest, link, "welcome-choose");
      assertThat(guest.page.locator(".top .who")).hasText("Kim S., RN");
      assertThat(guest.go("people")).isEqualTo(403);

      sam.page.getByText("Back to Kim").click();
      inspection.look(sam.page, "person");
      sam.page.getByText("Disable").last().click();
      assertThat(sam.page.locator(".kv")).containsText("Disabled");
      inspection.look(sam.page, "person-disabled");
      var _ = guest.go("inbox");
      assertThat(guest.page.locator("#login")).isVisible();
    }
    assertThat(inspection.findings()).isEmpty();
  }

  private String invitedAtTheServer(String login, String name, String role) {
    return home.ask(
            new JsonObject()
                .put("command", "user.invite")
                .put("login", login)
                .put("name", name)
                .put("roles", List.of(role))
                .put("teams", List.of())
                .put("language", "es"))
        .text("link");
  }

  @Test
  void in_spanish() {
    String link = invitedAtTheServer("ines", "Inés M.", "it");
    try (Visit ines = chromium.visit(home, Chromium.options().setLocale("es-US"))) {
      open(ines, link, "es-welcome-choose");
      assertThat(ines.page.locator(".top .who")).hasText("Inés M.");
      var _ = ines.go("people");
      inspection.look(ines.page, "es-people");
    }
    assertThat(inspection.findings()).isEmpty();
  }

  @Test
  void without_script_the_code_is_typed() {
    String link = invitedAtTheServer("noa", "Noa P.", "front_desk");
    Browser.NewContextOptions options =
        Chromium.options().setLocale("es-US").setJavaScriptEnabled(false);
    try (Visit noa = chromium.visit(home, options)) {
      var _ = noa.go("welcome");
      noa.page.fill("#code", "guess");
      noa.press();
      assertThat(noa.page.locator("[role=alert]")).containsText("Ese enlace no vale");
      noa.page.fill("#code", link.substring(link.indexOf('#') + 1));
      noa.press();
      assertThat(noa.page.locator("h1")).hasText("Elija una contraseña");
      choose(noa.page);
      assertThat(noa.page.locator(".top .who")).hasText("Noa P.");
    }
  }
}
