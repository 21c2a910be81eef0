package hospital.wardbell.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.Furnishing;
import hospital.wardbell.RunningHome;
import hospital.wardbell.Until;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.identity.Accounts.NewStaff;
import hospital.wardbell.identity.Role;
import hospital.wardbell.practice.People;
import hospital.wardbell.settings.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The pages on the way from what has passed its time to its certificate, and what is shown where
/// it was; see [Inspection].
class ErasurePagesIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration LONG_AGO = Duration.ofDays(40 * 366);
  private static final List<PhoneNumber> FORMER =
      List.of(
          new PhoneNumber("+12025550122"),
          new PhoneNumber("+12025550123"),
          new PhoneNumber("+12025550124"));

  private final List<Id> former = new ArrayList<>();

  private void furnish(Furnishing home) {
    Ward.morning(home);
    NewStaff nuria =
        new NewStaff("nuria", "Nuria V.", Set.of(Role.PRIVACY), List.of(home.frontDesk()), "es");
    var _ = home.staff(nuria);
    home.set(Settings.Key.RETENTION_STATE, "CA");
    for (PhoneNumber number : FORMER) {
      former.add(home.received(number, "Thank you, see you.", LONG_AGO));
    }
  }

  @Test
  void a_proposal_its_certificate_and_what_was_erased() throws Exception {
    Inspection inspection = new Inspection();
    try (RunningHome home = RunningHome.start(Ward.quick(), People.silent(), this::furnish);
        Chromium chromium = new Chromium();
        Visit pat = chromium.visit(home);
        Visit nuria = chromium.visit(home)) {
      pat.signIn(home.account("pat"));
      var _ = pat.go("retention");
      pat.page.getByText("Look for what has passed its time").click();
      assertThat(pat.page.locator("input[type=checkbox]")).hasCount(FORMER.size());
      inspection.look(pat.page, "proposal");
      pat.page.locator("form[action$='/out'] button").click();
      inspection.look(pat.page, "proposal-refused");
      pat.page.locator("input[type=checkbox]").first().check();
      pat.page.locator("form[action$='/out'] button").click();
      pat.press();
      assertThat(pat.page.locator(".alert")).isVisible();
      inspection.look(pat.page, "proposal-same-person");

      String proposal = pat.page.url().replace(home.address(), "").replace("/approve", "");
      nuria.signIn(home.account("nuria"));
      var _ = nuria.go(proposal);
      inspection.look(nuria.page, "es-proposal");
      nuria.press();
      certificates(inspection, pat, nuria, proposal);
      erased(inspection, home, chromium);
    }
    assertThat(inspection.findings()).isEmpty();
  }

  private static void certificates(Inspection inspection, Visit pat, Visit nuria, String proposal)
      throws Exception {
    Until.so(
        "it is erased",
        PATIENCE,
        () -> {
          var _ = pat.go(proposal);
          return pat.page.locator("a.btn.p").count() == 1;
        });
    inspection.look(pat.page, "proposal-done");
    pat.press();
    assertThat(pat.page.locator("dl"))
        .containsText("2 conversations, 0 patients, 0 days of unread PDUs.");
    assertThat(pat.page.locator("dl")).containsText("1 conversation, 0 patients");
    assertThat(pat.page.locator("dl")).containsText(Pattern.compile(", \\d{4}, \\d"));
    inspection.look(pat.page, "certificate");
    var _ = nuria.go(proposal + "/certificate");
    inspection.look(nuria.page, "es-certificate");
  }

  /// Two of the three are gone; which one stayed was for the order of their random ids to say.
  private void erased(Inspection inspection, RunningHome home, Chromium chromium) {
    try (Visit lee = chromium.visit(home);
        Visit lucia = chromium.visit(home)) {
      lee.signIn(home.account("lee"));
      Map<Integer, List<String>> found =
          former.stream().map(id -> "conversations/" + id).collect(Collectors.groupingBy(lee::go));
      assertThat(found.get(200)).hasSize(1);
      assertThat(found.get(410)).hasSize(2);
      String erased = found.get(410).getFirst();
      var _ = lee.go(erased);
      inspection.look(lee.page, "erased");
      lucia.signIn(home.account("lucia"));
      assertThat(lucia.go(erased)).isEqualTo(410);
      inspection.look(lucia.page, "es-erased");
    }
  }
}
