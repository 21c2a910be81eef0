package hospital.wardbell.e2e;

import hospital.wardbell.Furnishing;
import hospital.wardbell.RunningHome;
import hospital.wardbell.practice.PracticePatients;
import hospital.wardbell.practice.Timing;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/// Tests that share one home, furnished as [Ward] has it, and one browser.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class InBrowser {
  RunningHome home;
  Chromium chromium;

  /// How long the practice modem and its network take.
  abstract Timing timing();

  @BeforeAll
  void begin() throws IOException {
    // Nobody answers by himself, and one number is not in use.
    var people = new PracticePatients(List.of(), new PracticePatients.Manner(1, 0, false));
    home = RunningHome.start(timing(), people, this::furnish);
    chromium = browser();
  }

  /// Who and what is there.
  void furnish(Furnishing ward) {
    Ward.morning(ward);
  }

  /// The browser of all of the class's tests.
  Chromium browser() throws IOException {
    return new Chromium();
  }

  @AfterAll
  void end() throws IOException {
    chromium.close();
    home.close();
  }

  /// Somebody signed in, with a browser of their own.
  Visit signedIn(String login) {
    Visit visit = chromium.visit(home);
    visit.signIn(home.account(login));
    return visit;
  }
}
