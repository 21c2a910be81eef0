package hospital.wardbell.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.Until;
import hospital.wardbell.practice.JournalEntry.Deleted;
import hospital.wardbell.practice.JournalEntry.Stored;
import hospital.wardbell.practice.Timing;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Everybody sees what the role is for, and nothing else.
class RolesIT extends InBrowser {
  static final String MALFORMED = "07912120555500F1" + "04FF";

  @Override
  Timing timing() {
    return Ward.quick();
  }

  @Test
  void it_sees_the_system_and_no_conversation_and_a_nurse_the_other_way_round() {
    try (Visit dana = signedIn("dana");
        Visit sam = signedIn("sam")) {
      dana.open("María López");
      String conversation = dana.page.url();

      assertThat(sam.page.locator("h1")).hasText("System");
      assertThat(sam.page.navigate(conversation).status()).isEqualTo(403);
      assertThat(sam.page.locator("main")).containsText("Your role does not include it.");
      assertThat(sam.page.getByText("López")).hasCount(0);
      assertThat(sam.go("inbox")).isEqualTo(403);
      assertThat(sam.go("unreadable")).isEqualTo(403);
      assertThat(dana.go("system")).isEqualTo(403);
      assertThat(dana.go("unreadable")).isEqualTo(403);
    }
  }

  @Test
  void what_cannot_be_read_is_kept_for_the_lead_and_leaves_the_modem() throws Exception {
    try (Visit lee = signedIn("lee")) {
      home.modem().deliver(MALFORMED);
      int stored = home.modem().journal().entries(Stored.class).size();
      var deleted =
          home.modem().journal().await(Deleted.class, stored, _ -> true, Duration.ofSeconds(20));

      assertThat(deleted).hasSize(stored);
      lee.page.getByText("Unreadable").click();
      // It leaves the modem once it is kept, and is read after that.
      Until.so(
          "it is shown",
          Duration.ofSeconds(20),
          () -> lee.go("unreadable") == 200 && lee.page.locator(".card").count() > 0);
      assertThat(lee.page.locator(".card")).containsText(MALFORMED);
    }
  }
}
