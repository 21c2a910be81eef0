package hospital.wardbell.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import hospital.wardbell.Furnishing;
import hospital.wardbell.RunningHome;
import hospital.wardbell.json.JsonObject;
import hospital.wardbell.practice.Timing;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/// Every page is for everybody, on every screen, in both languages; see [Inspection].
///
/// @spec https://www.w3.org/TR/WCAG22/ Web Content Accessibility Guidelines 2.2
class PagesIT extends InBrowser {
  @Override
  Timing timing() {
    return Ward.quick();
  }

  @Test
  void signing_in() {
    Inspection inspection = new Inspection();
    try (Visit visit = chromium.visit(home)) {
      var _ = visit.go("sign-in");
      inspection.look(visit.page, "sign-in");
      visit.page.fill("#login", "nobody");
      visit.page.fill("#password", "guess");
      visit.press();
      inspection.look(visit.page, "sign-in-refused");
      visit.enterPassword(home.account("dana"));
      inspection.look(visit.page, "code");
      visit.page.fill("#code", "000000");
      visit.press();
      inspection.look(visit.page, "code-refused");
    }
    assertThat(inspection.findings()).isEmpty();
  }

  @Test
  void conversations() {
    Inspection inspection = new Inspection();
    try (Visit lee = signedIn("lee")) {
      inspection.look(lee.page, "inbox-waiting");
      var _ = lee.go("inbox?v=all");
      inspection.look(lee.page, "inbox-all");
      lee.open("María López");
      var _ = lee.page.navigate(lee.page.url().replace("v=all", "v=waiting"));
      lee.page.fill("#text", Ward.SPANISH_REPLY);
      assertThat(lee.page.locator("#count")).containsText("because of");
      inspection.look(lee.page, "conversation");
      lee.open("Dmitri Orlov");
      inspection.look(lee.page, "conversation-opted-out");
      lee.open("Anna Berg");
      lee.page.fill("#text", " ");
      lee.press();
      inspection.look(lee.page, "conversation-shared-refused");
      lee.open("555-0177");
      inspection.look(lee.page, "conversation-unknown-number");
      lee.open("Rosa Díaz");
      inspection.look(lee.page, "conversation-failed");
    }
    assertThat(inspection.findings()).isEmpty();
  }

  @Test
  void the_rest_of_the_console() throws IOException {
    Inspection inspection = new Inspection();
    try (Visit lee = signedIn("lee");
        Visit sam = signedIn("sam");
        Visit ola = signedIn("ola")) {
      inspection.look(ola.page, "inbox-empty");
      var _ = sam.go("inbox");
      inspection.look(sam.page, "error-403");
      var _ = sam.go("nowhere");
      inspection.look(sam.page, "error-404");
      var _ = sam.go("help");
      inspection.look(sam.page, "help");
      var _ = sam.go("system");
      inspection.look(sam.page, "system");
      var _ = sam.go("forwarding");
      inspection.look(sam.page, "collectors-none");
      addCollector();
      var _ = sam.go("forwarding");
      sam.page.getByText("Send an entry to try it").click();
      assertThat(sam.page.getByRole(AriaRole.ALERT)).containsText("Connection refused");
      inspection.look(sam.page, "collectors");
      var _ = sam.go("modems");
      inspection.look(sam.page, "modems");
      sam.page.getByText("How practice has been").click();
      assertThat(sam.page.locator("h1")).hasText("Modem practice");
      inspection.look(sam.page, "modem");
      var _ = sam.go("system");
      var _ = lee.go("unreadable");
      inspection.look(lee.page, "unreadable-none");
      home.modem().deliver(RolesIT.MALFORMED);
      home.modem().unplug();
      assertThat(sam.page.locator("#modems")).containsText("No modem");
      inspection.look(sam.page, "system-no-modem");
      var _ = lee.go("unreadable");
      sam.page.getByText("No modem").first().click();
      inspection.look(lee.page, "unreadable");
      home.modem().replug();
      assertThat(sam.page.locator("#texting")).containsText("Texting on");
    }
    assertThat(inspection.findings()).isEmpty();
  }

  /// One at which nobody answers.
  private void addCollector() throws IOException {
    JsonObject _ =
        home.ask(
            new JsonObject()
                .put("command", "siem.add")
                .put("name", "siem.example")
                .put("address", "tls://127.0.0.1:9")
                .put("format", "CEF")
                .put(
                    "authority",
                    Files.readString(home.directory().resolve("tls").resolve("authority.pem"))));
  }

  @Test
  void what_the_privacy_officer_works_with() {
    Inspection inspection = new Inspection();
    try (Visit lee = signedIn("lee");
        Visit ona = signedIn("ona")) {
      lee.open("Wei Chen");
      lee.page.locator("a[href$='/misdirected']").last().click();
      inspection.look(lee.page, "misdirected");
      lee.page.fill("#why", "It was another's");
      lee.press();
      var _ = ona.go("reviews");
      inspection.look(ona.page, "reviews");
      ona.page.locator("tbody a").last().click();
      inspection.look(ona.page, "review");
      var _ = ona.go("watched");
      ona.page.fill("#number", Ward.MARIA.e164());
      ona.page.click("form[action='/watched'] button");
      inspection.look(ona.page, "watched");
      var _ = ona.go("requests");
      ona.page.fill("#number", Ward.SHARED.e164());
      ona.page.click("form[action='/requests/patient'] button");
      inspection.look(ona.page, "requests-new");
      ona.page.locator("input[name=patient]").first().check();
      ona.page.fill("#verified", "known");
      ona.page.click("form[action='/requests'] button");
      inspection.look(ona.page, "request-shared");
      var _ = ona.go("disclosures");
      inspection.look(ona.page, "disclosures");
      ona.page.locator("#number").fill(Ward.JOHN.e164());
      ona.page.locator("form[action='/disclosures/patient'] button").last().click();
      ona.page.check("input[name=patient]");
      ona.page.click("form[action='/disclosures/of'] button");
      inspection.look(ona.page, "disclosures-of");
      var _ = ona.go("audit/export");
      inspection.look(ona.page, "step-up");
      ona.page.fill("#password", home.account("ona").password());
      ona.page.fill("#code", home.account("ona").app().code());
      ona.press();
      inspection.look(ona.page, "audit-export");
    }
    assertThat(inspection.findings()).isEmpty();
  }

  @Test
  void the_record() {
    Inspection inspection = new Inspection();
    try (Visit lee = signedIn("lee");
        Visit pat = signedIn("pat")) {
      lee.open("María López");
      var _ = pat.go("audit");
      inspection.look(pat.page, "audit");
      pat.page.fill("#who", "nobody");
      pat.press();
      assertThat(pat.page.locator("main")).containsText("Nothing like that is on record here.");
      inspection.look(pat.page, "audit-nothing");
    }
    assertThat(inspection.findings()).isEmpty();
  }

  @Test
  void how_long_records_are_kept_and_what_was_deleted() {
    Inspection inspection = new Inspection();
    try (Visit lee = signedIn("lee");
        Visit pat = signedIn("pat")) {
      lee.open("Dmitri Orlov");
      lee.page.getByText("Delete").first().click();
      inspection.look(lee.page, "delete");
      lee.press();
      assertThat(lee.page.locator(".log")).containsText("Deleted by");
      inspection.look(lee.page, "conversation-deleted");
      var _ = pat.go("deleted");
      pat.page.getByText("Read it").first().click();
      inspection.look(pat.page, "deleted");
      var _ = pat.go("retention");
      inspection.look(pat.page, "retention");
      pat.page.fill("#number", "12");
      pat.page.getByText("Set a hold").click();
      inspection.look(pat.page, "retention-refused");
      pat.page.fill("#number", "202-555-0199");
      pat.page.getByText("Set a hold").click();
      assertThat(pat.page.locator(".card").first()).containsText("A lawsuit");
      inspection.look(pat.page, "retention-held");
      pat.page.getByText("Lift the hold").first().click();
      pat.page.fill("#number", "202-555-0111");
      pat.page.getByText("Set a hold").click();
      assertThat(pat.page.locator("main")).containsText("neither a patient nor a conversation");
      pat.page.getByText("Look for what has passed its time").click();
      assertThat(pat.page.locator("main")).containsText("Nothing has passed its time.");
    }
    assertThat(inspection.findings()).isEmpty();
  }

  @Test
  void in_spanish() {
    Inspection inspection = new Inspection();
    try (Visit lucia = chromium.visit(home, Chromium.options().setLocale("es-US"))) {
      var _ = lucia.go("sign-in");
      inspection.look(lucia.page, "es-sign-in");
      lucia.signIn(home.account("lucia"));
      inspection.look(lucia.page, "es-inbox");
      lucia.open("Dmitri Orlov");
      inspection.look(lucia.page, "es-conversation-opted-out");
      lucia.open("María López");
      inspection.look(lucia.page, "es-conversation");
      var _ = lucia.go("help");
      inspection.look(lucia.page, "es-help");
    }
    assertThat(inspection.findings()).isEmpty();
  }

  private static void withKit(Furnishing furnishing) {
    Ward.morning(furnishing);
    furnishing.recoveryKit();
  }

  /// Gives the right passphrase and looks at the page that says it opens. It is there for a moment
  /// only, and goes on by itself, which would end what looks at it.
  private static void unlock(Visit visit, String heading, Inspection inspection, String name)
      throws IOException {
    visit.page.fill("#passphrase", RunningHome.PASSPHRASE);
    visit.page.click("button");
    assertThat(visit.page.locator("h1")).hasText(heading);
    var _ = visit.page.evaluate("void (window.fetch = () => new Promise(() => {}))");
    inspection.look(visit.page, name);
    var _ = visit.go("");
    assertThat(visit.page.locator("#login")).isVisible();
  }

  @Test
  void sealed_until_it_is_unlocked() throws IOException {
    Inspection inspection = new Inspection();
    try (RunningHome sealed = RunningHome.sealed(PagesIT::withKit);
        Visit visit = chromium.visit(sealed)) {
      assertThat(visit.page.navigate(sealed.address()).status()).isEqualTo(503);
      inspection.look(visit.page, "sealed");
      assertThat(visit.go("unlock/kit")).isEqualTo(503);
      inspection.look(visit.page, "sealed-kit");
      assertThat(visit.go("")).isEqualTo(503);
      visit.page.fill("#passphrase", "not the one");
      visit.page.click("button");
      inspection.look(visit.page, "sealed-wrong");
      unlock(visit, "Opening", inspection, "opening");
    }
    try (RunningHome sealed = RunningHome.sealed(PagesIT::withKit);
        Visit visit = chromium.visit(sealed, Chromium.options().setLocale("es-US"))) {
      assertThat(visit.go("")).isEqualTo(503);
      inspection.look(visit.page, "es-sealed");
      unlock(visit, "Abriendo", inspection, "es-opening");
    }
    assertThat(inspection.findings()).isEmpty();
  }
}
