package hospital.wardbell.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.SelectOption;
import hospital.wardbell.Account;
import hospital.wardbell.Furnishing;
import hospital.wardbell.identity.Accounts.NewStaff;
import hospital.wardbell.identity.Role;
import hospital.wardbell.practice.Timing;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Break-glass from the need to the review, looked at on every screen.
class BreakGlassIT extends InBrowser {
  private static final String REASON = "Nobody of the front desk is here";

  @Override
  Timing timing() {
    return Ward.quick();
  }

  /// One use is not reviewed in time; Ria and Ines are of another team, and read Spanish.
  @Override
  void furnish(Furnishing ward) {
    Ward.morning(ward);
    Account kai = ward.staff("kai", "Kai M., RN", Role.NURSE);
    var radiology = ward.team("Radiology");
    ward.brokeGlass(kai, radiology, Duration.ofDays(4));
    for (String login : List.of("ria", "ines")) {
      var _ = ward.staff(new NewStaff(login, login, Set.of(Role.NURSE), List.of(radiology), "es"));
    }
  }

  private void proves(Visit visit, String login) {
    Account account = home.account(login);
    visit.page.fill("#password", account.password());
    visit.page.fill("#code", account.app().code());
    visit.press();
  }

  private void begins(Visit visit, String team) {
    visit.page.selectOption("#team", new SelectOption().setLabel(team));
    visit.page.fill("#reason", REASON);
    visit.press();
  }

  /// Posts what no page of theirs has a button for.
  private int posts(Visit visit, String path, Map<String, String> fields) {
    FormData form = FormData.create();
    form.set("csrf", visit.page.locator("input[name=csrf]").first().inputValue());
    fields.forEach(form::set);
    return visit
        .page
        .request()
        .post(
            home.address() + path,
            RequestOptions.create()
                .setHeader("Origin", home.address().replaceAll("/$", ""))
                .setMaxRedirects(0)
                .setForm(form))
        .status();
  }

  @Test
  void another_teams_conversation_is_read_loudly_for_a_while_and_reviewed() {
    Inspection inspection = new Inspection();
    try (Visit ola = signedIn("ola");
        Visit pat = signedIn("pat")) {
      assertThat(ola.page.getByText("María López")).hasCount(0);
      ola.page.locator(".nav").getByText("Break-glass").click();
      proves(ola, "ola");
      inspection.look(ola.page, "break-glass");
      ola.page.fill("#reason", "short");
      ola.press();
      assertThat(ola.page.locator(".alert[role=alert]")).containsText("10 to 500 characters");
      begins(ola, "Front desk");
      assertThat(ola.page.locator("#bell")).containsText("you may read Front desk until");
      assertThat(ola.page.locator(".conv")).not().containsText("cita");
      ola.page.getByText("María López").first().click();
      assertThat(ola.page.locator(".thread h1")).containsText("María López");
      inspection.look(ola.page, "conversation-under-break-glass");

      assertThat(pat.page.locator("#bell")).containsText("See and acknowledge");
      pat.page.getByText("See and acknowledge").click();
      assertThat(pat.page.locator("#alert-list")).containsText("Ola B., RN may read");
      inspection.look(pat.page, "alerts-break-glass");
      pat.page.getByText("I know, and I see to it").first().click();

      var beside = ola.another();
      var _ = beside.navigate(home.address() + "me");
      beside.getByText("End it now").click();
      assertThat(beside.locator("#bell form")).hasCount(0);
      assertThat(ola.page.locator("h1")).hasText("There is nothing here");

      var _ = pat.go("break-glass/uses");
      inspection.look(pat.page, "glass-uses");
      pat.page.locator("tbody a").first().click();
      assertThat(pat.page.locator("main")).containsText(REASON);
      assertThat(pat.page.locator("tbody")).containsText("A conversation was opened");
      inspection.look(pat.page, "glass-use");
      pat.page.selectOption("#finding", "JUSTIFIED");
      pat.page.fill("#note", "Asked the lead; it was so.");
      pat.press();
      assertThat(pat.page.locator("main")).containsText("justified");
      var _ = pat.go("audit");
      assertThat(pat.page.locator("tbody .tag.bad").first()).containsText("break-glass");
    }
    assertThat(inspection.findings()).isEmpty();
  }

  @Test
  void what_is_not_reviewed_in_time_is_reported() {
    try (Visit ona = signedIn("ona");
        Visit sam = signedIn("sam")) {
      var _ = ona.go("alerts");
      assertThat(ona.page.locator("#alert-list")).containsText("was not reviewed in time");
      assertThat(ona.page.locator("#alert-list")).containsText("Kai M., RN");
      var _ = ona.go("reviews");
      assertThat(ona.page.locator("main")).containsText("should have been reviewed by now");
      ona.page.locator("main a[href='/break-glass/uses']").click();
      assertThat(ona.page.locator("tbody")).containsText("overdue");
      var _ = sam.go("system");
      assertThat(sam.page.locator("main")).containsText("should have been reviewed by now");

      ona.page
          .locator("tr")
          .filter(new Locator.FilterOptions().setHasText("overdue"))
          .locator("a")
          .click();
      ona.page.selectOption("#finding", "NOT_JUSTIFIED");
      ona.page.fill("#note", "There was no emergency; the lead talks to Kai.");
      ona.press();
      assertThat(ona.page.locator("main")).containsText("not justified");
      var _ = sam.go("system");
      assertThat(sam.page.locator("main")).not().containsText("should have been reviewed by now");
      var _ = ona.go("alerts");
      var kai = new Locator.FilterOptions().setHasText("Kai M., RN");
      assertThat(ona.page.locator("#alert-list .card").filter(kai).locator("form")).hasCount(0);
    }
  }

  @Test
  void nothing_but_reading_is_opened_and_nothing_to_anybody_else() {
    try (Visit lee = signedIn("lee");
        Visit dana = signedIn("dana")) {
      dana.open("John Carter");
      String path = dana.page.url().replaceAll(".*(conversations/[0-9a-f]+).*", "$1");
      try (Visit ria = signedIn("ria")) {
        var _ = ria.go("break-glass");
        proves(ria, "ria");
        begins(ria, "Front desk");
        assertThat(ria.go(path)).isEqualTo(200);
        assertThat(ria.page.locator("#composer")).isHidden();
        assertThat(posts(ria, path + "/replies", Map.of("draft", "0".repeat(32), "text", "hello")))
            .isEqualTo(404);
        assertThat(posts(ria, path + "/done", Map.of())).isEqualTo(404);
      }
      var _ = lee.go("break-glass");
      proves(lee, "lee");
      Map<String, String> forged = Map.of("team", "f".repeat(32), "why", "OTHER", "reason", REASON);
      assertThat(posts(lee, "break-glass", forged)).isEqualTo(422);
      assertThat(posts(lee, "break-glass", Map.of("team", "' or 1=1", "why", "OTHER")))
          .isEqualTo(404);
      assertThat(lee.page.locator("#bell form")).hasCount(0);
    }
  }

  @Test
  void it_and_privacy_have_no_such_page_and_a_nurse_no_reviews() {
    try (Visit sam = signedIn("sam");
        Visit ona = signedIn("ona");
        Visit dana = signedIn("dana")) {
      assertThat(sam.go("break-glass")).isEqualTo(403);
      assertThat(ona.go("break-glass")).isEqualTo(403);
      assertThat(dana.go("break-glass/uses")).isEqualTo(403);
      assertThat(sam.go("break-glass/uses")).isEqualTo(403);
    }
  }

  @Test
  void in_spanish_and_without_script() {
    Inspection inspection = new Inspection();
    var options = Chromium.options().setLocale("es-US").setJavaScriptEnabled(false);
    try (Visit ines = chromium.visit(home, options)) {
      ines.signIn(home.account("ines"));
      var _ = ines.go("break-glass");
      proves(ines, "ines");
      begins(ines, "Cardiology");
      assertThat(ines.page.locator("#bell")).containsText("puede leer Cardiology hasta");
      ines.page.getByText("Terminar ahora").click();
      assertThat(ines.page.locator("#bell form")).hasCount(0);
    }
    try (Visit lucia = signedIn("lucia")) {
      var _ = lucia.go("break-glass");
      proves(lucia, "lucia");
      inspection.look(lucia.page, "es-break-glass");
    }
    assertThat(inspection.findings()).isEmpty();
  }
}
