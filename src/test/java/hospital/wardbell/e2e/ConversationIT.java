package hospital.wardbell.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.RunningHome;
import hospital.wardbell.practice.People;
import org.junit.jupiter.api.Test;

class ConversationIT {
  @Test
  void look() throws Exception {
    try (RunningHome home = RunningHome.start(Ward.unhurried(), People.silent(), Ward::morning);
        Chromium chromium = new Chromium();
        Visit dana = chromium.visit(home)) {
      dana.signIn(home.account("dana"));
      dana.page.screenshot(new com.microsoft.playwright.Page.ScreenshotOptions().setPath(java.nio.file.Path.of("/tmp/e2e-shots/inbox.png")));
      dana.open("María López");
      dana.page.screenshot(new com.microsoft.playwright.Page.ScreenshotOptions().setPath(java.nio.file.Path.of("/tmp/e2e-shots/conv.png")));
    }
  }
}
