package hospital.wardbell.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.Furnishing;
import hospital.wardbell.RunningHome;
import hospital.wardbell.identity.Role;
import hospital.wardbell.practice.JournalEntry.Submitted;
import hospital.wardbell.practice.People;
import hospital.wardbell.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/// What old texts come to after an outage of hours.
class HeldBackIT {
  private static final String REMINDER = "Your visit is on Tuesday at 10:30 am.";

  @Test
  void a_lead_lets_texts_go_that_an_outage_held_back() throws Exception {
    try (RunningHome home =
            RunningHome.start(Ward.quick(), People.silent(), HeldBackIT::afterAnOutage);
        Chromium chromium = new Chromium();
        Visit lee = chromium.visit(home)) {
      lee.signIn(home.account("lee"));
      lee.page.waitForCondition(() -> {
        var _ = lee.go("held");
        return lee.page.locator("main").textContent().contains("1 text is held back");
      });
      assertThat(home.modem().journal().entries(Submitted.class)).isEmpty();

      lee.page.getByText("Send them all now").click();

      assertThat(lee.page.locator("main")).containsText("Nothing is held back.");
      assertThat(
              home.modem()
                  .journal()
                  .await(
                      Submitted.class, 1, s -> s.text().equals(REMINDER), Duration.ofSeconds(20)))
          .hasSize(1);
    }
  }

  private static void afterAnOutage(Furnishing home) {
    int fromNoon = Instant.now().atOffset(ZoneOffset.UTC).getHour() - 12;
    home.set(Settings.Key.ZONE, "Etc/GMT%+d".formatted(fromNoon)); // far from quiet hours
    var _ = home.staff("lee", "Lee K., charge nurse", Role.LEAD);
    home.patient("John Carter", Ward.JOHN, "en");
    home.outage(Duration.ofHours(3));
    home.reminded(Ward.JOHN, REMINDER, Duration.ofMinutes(90));
  }
}
