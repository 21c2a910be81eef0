package hospital.wardbell.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.practice.JournalEntry.Submitted;
import hospital.wardbell.practice.Timing;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// STOP in front of somebody who is about to write; and who sees what while it happens.
class OptOutIT extends InBrowser {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Override
  Timing timing() {
    return Ward.quick();
  }

  @Test
  void stop_closes_the_composer_at_once_and_is_confirmed_once() throws Exception {
    try (Visit dana = signedIn("dana")) {
      dana.open("John Carter");
      dana.page.fill("#text", "You need not fast");

      home.text(Ward.JOHN, "STOP");

      assertThat(dana.page.locator("#composer")).isHidden();
      assertThat(dana.page.locator("#closed")).containsText("The patient said STOP.");
      assertThat(dana.newest()).containsText("by Wardbell, automatically");
      assertThat(dana.newest().locator("[data-state]")).hasAttribute("data-state", "DELIVERED");
      home.text(Ward.JOHN, "Stop");
      assertThat(dana.messages("Received").last()).containsText("Stop");
      forcePost(dana.page);
      assertThat(dana.page.getByRole(AriaRole.ALERT))
          .containsText("It was not sent. The patient said STOP.");
      assertThat(dana.newest()).containsText("Not sent");

      // What is sent to somebody else goes out after whatever there was to send to John.
      dana.open("Aisha Khan");
      dana.page.fill("#text", "No hurry");
      dana.press();
      assertThat(dana.newest().locator("[data-state]")).hasAttribute("data-state", "DELIVERED");
      assertThat(sentTo(Ward.JOHN)).singleElement().asString().contains("opted out", "START");
    }
  }

  /// As a form would be sent that stayed open in a browser without scripts.
  private static void forcePost(Page page) {
    var _ = page.evaluate("document.getElementById('composer').submit()");
  }

  private List<String> sentTo(PhoneNumber number) throws InterruptedException {
    return home
        .modem()
        .journal()
        .await(Submitted.class, 1, s -> s.destination().equals(number.e164()), PATIENCE)
        .stream()
        .map(Submitted::text)
        .toList();
  }

  @Test
  void all_screens_of_the_team_see_an_update_and_another_team_sees_nothing() {
    try (Visit dana = signedIn("dana");
        Visit lee = signedIn("lee");
        Visit ola = signedIn("ola")) {
      dana.open("María López");
      String address = dana.page.url();
      Page second = dana.another();
      var _ = second.navigate(address);
      lee.open("María López");
      assertThat(ola.page.locator("#list")).containsText("Nobody is waiting.");

      home.text(Ward.MARIA, "Ya llegué");
      home.text(Ward.ELSEWHERE, "I am here");

      assertThat(dana.newest()).containsText("Ya llegué");
      assertThat(second.locator(".m").last()).containsText("Ya llegué");
      assertThat(lee.newest()).containsText("Ya llegué");
      assertThat(ola.page.locator(".conv li")).containsText(new String[] {"I am here"});
      assertThat(ola.page).hasTitle("(1) Inbox – Wardbell");
      assertThat(ola.page.navigate(address).status()).isEqualTo(404);
    }
  }
}
