package hospital.wardbell;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.PhoneNumber;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A privacy officer who takes copies of a patient's record out of a running service.
final class PatientCopies {
  private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");
  private static final Pattern PATIENT =
      Pattern.compile("name=\"patient\" value=\"([0-9a-f]{32})\"");

  private PatientCopies() {}

  /// Keeps a request and downloads both files that answer it.
  static void take(TrialHome home, PhoneNumber number) throws Exception {
    try (ConsoleClient console = ConsoleClient.of(home)) {
      ConsoleClient.Credentials own =
          console.signIn(
              "privacy" + number.tail(), "An Officer", "privacy", InstantSource.system());
      String csrf = found(CSRF, console.get("/requests").body());
      String page =
          console.post("/requests/patient", Map.of("csrf", csrf, "number", number.e164())).body();
      String request =
          location(
              console.post(
                  "/requests",
                  Map.of(
                      "csrf", csrf,
                      "patient", found(PATIENT, page),
                      "kind", "ACCESS",
                      "asker", "PATIENT",
                      "form", "BOTH",
                      "verified", "known in person",
                      "received", LocalDate.now(ZoneOffset.UTC).minusDays(1).toString())));
      assertThat(location(console.get(request + "/pdf"))).startsWith("/step-up?next=");
      HttpResponse<String> shown =
          console.post(
              "/step-up",
              Map.of(
                  "csrf",
                  csrf,
                  "next",
                  request,
                  "password",
                  own.password(),
                  "code",
                  own.app().code()));
      assertThat(location(shown)).isEqualTo(request);
      assertThat(console.get(request + "/pdf").body()).startsWith("%PDF-");
      assertThat(console.get(request + "/json").body())
          .contains(number.e164(), "\"complete\":true");
    }
  }

  private static String found(Pattern what, String page) {
    Matcher found = what.matcher(page);
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("none, but " + answer.statusCode());
  }
}
