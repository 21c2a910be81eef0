package hospital.wardbell.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import hospital.wardbell.RunningHome;
import hospital.wardbell.practice.PracticePatients;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Every page is for everybody, on every screen.
///
/// @spec https://www.w3.org/TR/WCAG22/ Web Content Accessibility Guidelines 2.2
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesIT {
  private final Inspection inspection = new Inspection();
  private RunningHome home;
  private Chromium chromium;

  @BeforeAll
  void begin() throws IOException {
    home = RunningHome.start(Ward.quick(), new PracticePatients(List.of(), new PracticePatients.Manner(1, 0, false)), Ward::morning);
    chromium = new Chromium();
  }

  @AfterAll
  void end() throws IOException {
    chromium.close();
    home.close();
  }

  @AfterEach
  void nothing_is_wrong() {
    assertThat(inspection.findings()).isEmpty();
  }

  @Test
  void signing_in() {
    try (Visit visit = chromium.visit(home)) {
      visit.enterPassword(home.account("dana"));
      inspection.look(visit.page, "code");
      visit.page.fill("#code", "000000");
      visit.press();
      inspection.look(visit.page, "sign-in-refused");
      assertThat(visit.go("sign-in")).isEqualTo(200);
      inspection.look(visit.page, "sign-in");
    }
  }

  @Test
  void conversations() {
    try (Visit visit = chromium.visit(home)) {
      visit.signIn(home.account("lee"));
      inspection.look(visit.page, "inbox-waiting");
      assertThat(visit.go("inbox?v=all")).isEqualTo(200);
      inspection.look(visit.page, "inbox-all");
      for (String heading : List.of("Rosa Díaz", "María López", "Dmitri Orlov", "Nils Berg", "(202) 555-0177")) {
        visit.open(heading);
        inspection.look(visit.page, "conversation-" + heading.replaceAll("\\W", ""));
      }
    }
  }

  @Test
  void others() {
    try (Visit visit = chromium.visit(home); Visit sam = chromium.visit(home); Visit ola = chromium.visit(home)) {
      sam.signIn(home.account("sam"));
      inspection.look(sam.page, "system");
      sam.go("inbox");
      inspection.look(sam.page, "403");
      sam.go("nowhere");
      inspection.look(sam.page, "404");
      sam.go("help");
      inspection.look(sam.page, "help");
      ola.signIn(home.account("ola"));
      inspection.look(ola.page, "inbox-empty");
    }
  }
}
