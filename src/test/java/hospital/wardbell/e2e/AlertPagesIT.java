package hospital.wardbell.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import hospital.wardbell.json.JsonObject;
import hospital.wardbell.practice.Timing;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Alerts come up on the pages of those whom they concern, and are for everybody on every screen.
class AlertPagesIT extends InBrowser {
  @Override
  Timing timing() {
    return Ward.quick();
  }

  private void alert(String login) {
    JsonObject _ = home.ask(new JsonObject().put("command", "alert.test").put("login", login));
  }

  @Test
  void an_alert_comes_up_by_itself_and_goes_when_it_is_acknowledged() {
    Inspection inspection = new Inspection();
    try (Visit sam = signedIn("sam");
        Visit dana = signedIn("dana");
        Visit lucia = signedIn("lucia")) {
      var _ = sam.go("alerts");
      inspection.look(sam.page, "alerts-none");
      List.of("sam", "lucia").forEach(this::alert);
      assertThat(sam.page.locator("#bell")).containsText("A test alert");
      assertThat(sam.page.locator("#alert-list .card")).hasCount(1);
      inspection.look(sam.page, "alerts");
      assertThat(lucia.page.locator("#bell")).containsText("Una alerta de prueba");
      inspection.look(lucia.page, "es-inbox-with-alert");
      lucia.page.getByText("Ver y confirmar").click();
      inspection.look(lucia.page, "es-alerts");
      sam.page.getByText("I know, and I see to it").click();
      assertThat(sam.page.locator("#bell p")).hasCount(0);
      assertThat(sam.page.locator("#alert-list")).containsText("acknowledged by Sam T., IT");
      inspection.look(sam.page, "alerts-settled");
      assertThat(dana.page.locator("#bell p")).hasCount(0);
    }
    assertThat(inspection.findings()).isEmpty();
  }

  @Test
  void somebody_elses_alert_is_not_there() {
    try (Visit sam = signedIn("sam");
        Visit dana = signedIn("dana")) {
      alert("sam");
      var _ = sam.go("alerts");
      var _ = dana.go("alerts");
      assertThat(dana.page.locator("#alert-list")).containsText("Nothing is open for you.");

      String path = sam.page.locator("#alert-list form").getAttribute("action");
      String csrf = dana.page.locator("input[name=csrf]").first().inputValue();
      int status =
          dana.page
              .request()
              .post(
                  home.address() + path.substring(1),
                  RequestOptions.create()
                      .setHeader("Origin", home.address().replaceAll("/$", ""))
                      .setForm(FormData.create().set("csrf", csrf)))
              .status();
      assertThat(status).isEqualTo(404);
      var _ = sam.go("alerts");
      assertThat(sam.page.locator("#alert-list .card")).hasCount(1);
    }
  }
}
