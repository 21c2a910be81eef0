package hospital.wardbell.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import hospital.wardbell.Furnishing;
import hospital.wardbell.RunningHome;
import hospital.wardbell.identity.lesson.Lesson;
import hospital.wardbell.identity.lesson.Lessons;
import hospital.wardbell.identity.lesson.Topic;
import hospital.wardbell.json.JsonObject;
import hospital.wardbell.practice.People;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Where only who is trained sends, and the grace is over: lessons are all that it takes.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrainingIT {
  private static final String REPLY = "We look forward to seeing you.";

  private final Lessons lessons = Lessons.load();
  private final Inspection inspection = new Inspection();
  private RunningHome home;
  private Chromium chromium;

  @BeforeAll
  void begin() throws IOException {
    home = RunningHome.start(Ward.quick(), People.silent(), TrainingIT::furnish);
    chromium = new Chromium();
  }

  private static void furnish(Furnishing furnishing) {
    Ward.morning(furnishing);
    furnishing.trainingRequired(Duration.ofDays(20));
  }

  @AfterAll
  void end() throws IOException {
    chromium.close();
    home.close();
  }

  private void answer(Visit visit, Topic topic, String language, int wrong) {
    Lesson lesson = lessons.of(topic, language);
    IntStream.range(0, lesson.questions().size())
        .forEach(i -> {
          int right = lesson.questions().get(i).right();
          int chosen = i == wrong ? (right + 1) % 2 : right;
          visit.page.check("input[name=q" + i + "][value='" + chosen + "']");
        });
    visit.page.check("input[name=attest]");
    visit.press();
  }

  private static void rehearse(Visit visit, String text) {
    var _ = visit.go("training/practice");
    answer(visit, text);
  }

  private static void answer(Visit visit, String text) {
    visit.page.fill("#text", text);
    visit.press();
  }

  @Test
  void who_is_not_trained_reads_and_sends_once_all_lessons_are_done() {
    try (Visit dana = chromium.visit(home)) {
      dana.signIn(home.account("dana"));
      dana.open("Aisha Khan");
      assertThat(dana.page.locator("#composer")).isHidden();
      assertThat(dana.page.locator(".log-frame")).containsText("you may read but not send");
      inspection.look(dana.page, "conversation-untrained");

      // A browser that was told otherwise gets no further.
      var _ = dana.page.evaluate("document.querySelector('#composer').hidden = false");
      dana.page.fill("#text", REPLY);
      dana.press();
      assertThat(dana.page.locator("main")).containsText("Your role does not include it.");
      dana.open("Aisha Khan");
      assertThat(dana.messages(REPLY)).hasCount(0);

      dana.page.locator(".log-frame a[href='/training']").click();
      inspection.look(dana.page, "training-due");
      dana.page.locator("a[href='/training/never-to-text']").click();
      inspection.look(dana.page, "lesson");
      answer(dana, Topic.NEVER, "en", 1);
      assertThat(dana.page.locator("[role=alert]")).containsText("One answer is not right.");
      assertThat(dana.page.locator("#why-1"))
          .containsText(lessons.of(Topic.NEVER, "en").questions().get(1).why());
      inspection.look(dana.page, "lesson-again");
      for (Topic topic : Topic.values()) {
        var _ = dana.go("training/" + topic.key());
        answer(dana, topic, "en", -1);
        assertThat(dana.page).hasURL(home.address() + "training");
      }
      assertThat(dana.page.locator(".table .tag.ok")).hasCount(4);

      dana.open("Aisha Khan");
      dana.page.fill("#text", REPLY);
      dana.press();
      assertThat(dana.messages(REPLY)).hasCount(1);
      assertThat(dana.go("training/nothing")).isEqualTo(404);
      assertThat(dana.go("training/people")).isEqualTo(403);
    }
    assertThat(inspection.findings()).isEmpty();
  }

  @Test
  void in_spanish_and_without_script() {
    try (Visit lucia =
        chromium.visit(home, Chromium.options().setLocale("es-US").setJavaScriptEnabled(false))) {
      lucia.signIn(home.account("lucia"));
      var _ = lucia.go("training/privacy");
      answer(lucia, Topic.PRIVACY, "es", -1);
      assertThat(lucia.page.locator(".table .tag.ok")).containsText("Al día");
      rehearse(lucia, "Ya llegó su biopsia.");
      assertThat(lucia.page.locator("[role=alert]")).containsText("«biopsia»");
      assertThat(lucia.page.locator("#text")).hasValue("Ya llegó su biopsia.");
      assertThat(lucia.page.locator(".m.out")).hasCount(0);
      rehearse(lucia, "El martes a las 10:30 am.");
      answer(lucia, "Por favor llámenos al 202-555-0100.");
      assertThat(lucia.page.locator(".m.out")).hasCount(2);
      assertThat(lucia.page.locator(".log")).containsText("STOP");
      assertThat(lucia.page.locator("#text")).hasCount(0);
    }
    try (Visit lucia = chromium.visit(home, Chromium.options().setLocale("es-US"))) {
      lucia.signIn(home.account("lucia"));
      var _ = lucia.go("training");
      inspection.look(lucia.page, "es-training");
      var _ = lucia.go("training/never-to-text");
      inspection.look(lucia.page, "es-lesson");
      rehearse(lucia, "El martes a las 10:30 am.");
      inspection.look(lucia.page, "es-rehearsal");
      var _ = lucia.go("training/people");
      assertThat(lucia.page.locator("form[action='/training/people/rule']")).hasCount(0);
      inspection.look(lucia.page, "es-training-people");
    }
    assertThat(inspection.findings()).isEmpty();
  }

  @Test
  void the_privacy_officer_sees_who_is_late_and_takes_it_along() throws IOException {
    try (Visit pat = chromium.visit(home)) {
      pat.signIn(home.account("pat"));
      var _ = pat.go("training/people");
      assertThat(pat.page.locator(".table")).containsText("Ola B., RN");
      inspection.look(pat.page, "training-people");
      pat.page.locator("a[href='/training/people/file']").click();
      pat.page.fill("#password", home.account("pat").password());
      pat.page.fill("#code", home.account("pat").app().code());
      pat.press();
      Download file =
          pat.page.waitForDownload(
              () -> pat.page.locator("a[href='/training/people/file']").click());
      assertThat(Files.readString(file.path()))
          .contains("login,name,roles", "\"ola\",\"Ola B., RN\",\"NURSE\",\"privacy\",\"never\"");
    }
    assertThat(inspection.findings()).isEmpty();
    JsonObject answer = home.ask(new JsonObject().put("command", "training.report"));
    assertThat(answer.flag("required")).isTrue();
    assertThat(answer.objects("people"))
        .filteredOn(person -> person.text("login").equals("ola"))
        .singleElement()
        .satisfies(ola -> {
          assertThat(ola.flag("current")).isFalse();
          assertThat(ola.maybeText("sends_until")).isPresent();
          assertThat(ola.objects("lessons")).hasSize(4);
        });
  }
}
