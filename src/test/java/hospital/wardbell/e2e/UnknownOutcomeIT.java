package hospital.wardbell.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;
import com.microsoft.playwright.options.AriaRole;
import hospital.wardbell.practice.Fault;
import hospital.wardbell.practice.JournalEntry.Submitted;
import hospital.wardbell.practice.Timing;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// A text of which nobody knows whether it went out: shown so, never sent again, settled by a lead.
class UnknownOutcomeIT extends InBrowser {
  private static final HasAttributeOptions PAST_THE_MODEMS_PATIENCE =
      new HasAttributeOptions().setTimeout(30_000);

  /// The network's report, which would settle it, does not come while the test lasts.
  @Override
  Timing timing() {
    return new Timing(
        Duration.ZERO, Duration.ZERO, 0, Duration.ofMillis(100), Duration.ofMinutes(10));
  }

  @Test
  void it_is_shown_so_and_only_a_lead_settles_it() {
    Inspection inspection = new Inspection();
    try (Visit dana = signedIn("dana");
        Visit lee = signedIn("lee")) {
      dana.open("John Carter");
      dana.page.fill("#text", "No need to fast");
      home.modem().suffer(new Fault.LostFinal());
      dana.press();
      assertThat(dana.newest().locator("[data-state]"))
          .hasAttribute("data-state", "UNKNOWN", PAST_THE_MODEMS_PATIENCE);
      assertThat(dana.newest().getByRole(AriaRole.BUTTON)).hasCount(0);

      lee.open("John Carter");
      inspection.look(lee.page, "conversation-outcome-unknown");
      lee.page.getByText("The patient has it").click();

      assertThat(lee.newest().locator("[data-state]")).hasAttribute("data-state", "DELIVERED");
      assertThat(dana.newest().locator("[data-state]")).hasAttribute("data-state", "DELIVERED");
    }
    assertThat(
            home.modem().journal().entries(Submitted.class).stream()
                .filter(s -> s.text().equals("No need to fast")))
        .hasSize(1);
    assertThat(inspection.findings()).isEmpty();
  }
}
