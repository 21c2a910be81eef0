package hospital.wardbell.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import hospital.wardbell.practice.Timing;
import org.junit.jupiter.api.Test;

/// Who saw a patient, as the privacy officer finds it out.
class RecordIT extends InBrowser {
  @Override
  Timing timing() {
    return Ward.quick();
  }

  @Test
  void the_privacy_officer_finds_who_saw_a_patient_and_no_number_is_in_the_address() {
    try (Visit lee = signedIn("lee");
        Visit dana = signedIn("dana");
        Visit pat = signedIn("pat")) {
      lee.open("María López");
      var _ = dana.go("inbox");

      var _ = pat.go("audit");
      pat.page.fill("#number", Ward.MARIA.e164());
      pat.page.selectOption("#what", "LOOKS");
      pat.press();

      Locator rows = pat.page.locator("tbody tr");
      assertThat(rows.first()).containsText("Lee K., charge nurse");
      assertThat(rows.first()).containsText("A conversation was opened");
      assertThat(pat.page.locator("tbody")).not().containsText("Dana");
      assertThat(pat.page.url()).contains("about=").doesNotContain("5550187");
      assertThat(pat.page.locator("tbody")).not().containsText("López");

      pat.page.fill("#who", "pat");
      pat.press();
      assertThat(rows.first()).containsText("The record was looked at in the console");
    }
  }

  @Test
  void nobody_else_sees_the_record() {
    try (Visit lee = signedIn("lee");
        Visit sam = signedIn("sam")) {
      assertThat(lee.go("audit")).isEqualTo(403);
      assertThat(sam.go("audit")).isEqualTo(403);
    }
  }
}
