package hospital.wardbell.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import hospital.wardbell.Account;
import hospital.wardbell.Until;
import hospital.wardbell.auditverifier.IndependentVerifier;
import hospital.wardbell.practice.Timing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/// What the privacy officer does in a browser: copies of the record and of a patient's, a review, a
/// text that went to the wrong person.
class PrivacyIT extends InBrowser {
  @Override
  Timing timing() {
    return Ward.quick();
  }

  private static String post(String address) {
    return "form[action='" + address + "'] button";
  }

  private Path downloaded(Page page, String link) {
    Download download = page.waitForDownload(() -> page.click(link));
    return download.path();
  }

  @Test
  void copies_go_out_only_to_who_has_shown_again_who_they_are() throws Exception {
    Account account = home.account("pat");
    try (Visit pat = signedIn("pat")) {
      Page page = pat.page;
      var _ = pat.go("audit");
      page.click("a[href='/audit/export']");
      assertThat(page.locator("h1")).hasText("Is it you?");
      page.fill("#password", "guess");
      page.fill("#code", "000000");
      pat.press();
      assertThat(page.locator("[role=alert]")).containsText("That did not work.");
      String code = account.app().code();
      Until.so( // each failure makes the next try wait
          "it is shown",
          Duration.ofSeconds(20),
          () -> {
            page.fill("#password", account.password());
            page.fill("#code", code);
            pat.press();
            return page.locator("h1").textContent().equals("Copy of the record");
          });
      String key = page.locator("code").textContent();
      assertThat(IndependentVerifier.check(downloaded(page, ".btn.p"), key)).isEmpty();

      var _ = pat.go("requests");
      page.fill("#number", Ward.MARIA.e164());
      page.click(post("/requests/patient"));
      page.check("input[name=patient]");
      page.fill("#verified", "Passport shown at the desk");
      page.click(post("/requests"));
      assertThat(page.locator("h1")).containsText("Request W-");
      Path pdf = downloaded(page, "a[href$='/pdf']");
      try (PDDocument read = Loader.loadPDF(pdf.toFile())) {
        assertThat(new PDFTextStripper().getText(read))
            .contains("Copia del expediente", "María López", "¿Puedo cambiar mi cita del martes?");
      }
      assertThat(Files.readString(downloaded(page, "a[href$='/json']")))
          .contains("\"complete\":true", "María López");
      page.fill("#words", "Handed over at the desk");
      page.click("button[value=answered]");
      assertThat(page.locator("main")).containsText("Answered · Handed over at the desk");
    }
  }

  @Test
  void a_look_is_reviewed_and_its_week_signed_off() {
    try (Visit pat = signedIn("pat")) {
      Page page = pat.page;
      var _ = pat.go("reviews");
      page.locator("tbody a").last().click();
      assertThat(page.locator(".card")).containsText("The same surname as the patient");
      assertThat(page.locator(".card")).containsText("María López");
      page.fill("#sign", "All is well");
      pat.press();
      assertThat(page.locator("[role=alert]")).containsText("not reviewed yet");
      page.click(".card button");
      assertThat(page.locator(".card")).containsText("Part of the work");
      page.fill("#sign", "All is well");
      pat.press();
      assertThat(page.locator("main")).containsText("Signed off by Pat N., privacy officer");
    }
  }

  @Test
  void a_text_that_went_to_the_wrong_person_is_accounted_for() {
    try (Visit lee = signedIn("lee");
        Visit ona = signedIn("ona")) {
      lee.open("Wei Chen");
      lee.page.locator("a[href$='/misdirected']").last().click();
      lee.page.fill("#why", "It was meant for another patient");
      lee.press();
      assertThat(lee.page.locator(".thread h1")).containsText("Wei Chen");
      assertThat(lee.page.locator(".log")).containsText("that this went to the wrong person");

      Page page = ona.page;
      var _ = ona.go("disclosures");
      assertThat(page.locator(".card")).containsText("It was meant for another patient");
      page.locator(".card input[name=number]").fill(Ward.JOHN.e164());
      page.click(".card button");
      page.check("input[name=patient]");
      page.click(post("/disclosures/of"));
      assertThat(page.locator("h1")).hasText("John Carter");
      assertThat(page.locator(".card")).containsText("It was meant for another patient");
    }
  }

  @Test
  void nobody_else_comes_near() {
    try (Visit dana = signedIn("dana")) {
      for (String path : new String[] {"reviews", "requests", "disclosures", "watched"}) {
        assertThat(dana.go(path)).as(path).isEqualTo(403);
      }
      assertThat(dana.go("audit/export/file")).isEqualTo(403);
    }
  }
}
