package hospital.wardbell.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import hospital.wardbell.Account;
import hospital.wardbell.RunningHome;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// One person's browser at the console of a home. Whatever is wrong on the way is kept as a
/// trouble: errors of scripts, violations of the content security policy, requests that leave the
/// box or have a patient in their address, answers that fail or lack a header. Closing it with
/// troubles fails the test.
final class Visit implements AutoCloseable {
  /// What the browser itself says of a page that was meant to be refused.
  private static final Pattern REFUSED_PAGE =
      Pattern.compile(
          "Failed to load resource: the server responded with a status of [45]\\d\\d .*");

  private static final Map<String, String> EXPECTED_HEADERS =
      Map.of(
          "content-security-policy", "default-src 'none'; script-src 'self'; style-src 'self';",
          "cache-control", "no-store",
          "referrer-policy", "no-referrer",
          "x-content-type-options", "nosniff",
          "cross-origin-opener-policy", "same-origin");

  final Page page;
  private final BrowserContext context;
  private final RunningHome home;
  private final List<String> troubles = new ArrayList<>();

  Visit(BrowserContext context, RunningHome home) {
    this.context = context;
    this.home = home;
    context.setDefaultTimeout(20_000);
    context.onConsoleMessage(this::said);
    context.onWebError(error -> troubles.add(error.error()));
    context.onRequest(this::asked);
    context.onResponse(this::answered);
    this.page = context.newPage();
  }

  private void said(ConsoleMessage message) {
    boolean bad = message.type().equals("error") || message.type().equals("warning");
    if (bad && !REFUSED_PAGE.matcher(message.text()).matches()) {
      troubles.add(message.text());
    }
  }

  private void asked(Request request) {
    if (!request.url().startsWith(home.address())) {
      troubles.add("left the box: " + request.url());
    }
    if (Ward.tellsOfPatient(URLDecoder.decode(request.url(), StandardCharsets.UTF_8))) {
      troubles.add("a patient in the address " + request.url());
    }
  }

  private void answered(Response answer) {
    boolean signedOut = answer.status() == 401 || answer.status() == 423;
    boolean mistyped = answer.status() == 422 && answer.url().endsWith("/lock/open");
    boolean opening = answer.status() == 503 && answer.url().equals(home.address());
    if (answer.status() >= 400
        && !signedOut
        && !mistyped
        && !opening
        && !answer.request().isNavigationRequest()) {
      troubles.add(answer.status() + " for " + answer.url());
    }
    EXPECTED_HEADERS.forEach((name, value) -> {
      String said = answer.headers().getOrDefault(name, "");
      boolean kept = answer.url().contains("/a/") && name.equals("cache-control");
      if (!said.contains(value) && !kept) {
        troubles.add(name + ": " + said + " for " + answer.url());
      }
    });
  }

  /// Another page of the same person's browser.
  Page another() {
    return context.newPage();
  }

  /// Goes to a path of the console, without `/` at its beginning.
  ///
  /// @return the status
  int go(String path) {
    return page.navigate(home.address() + path).status();
  }

  /// Signs in with password and code, up to the person's first page.
  void signIn(Account account) {
    enterPassword(account);
    page.fill("#code", account.app().code());
    press();
    assertThat(page.locator(".top .who")).hasText(account.staff().name());
  }

  void enterPassword(Account account) {
    var _ = go("sign-in");
    page.fill("#login", account.login());
    page.fill("#password", account.password());
    press();
  }

  /// Presses the page's one primary button.
  void press() {
    page.locator(".btn.p").click();
  }

  /// Opens the conversation that the inbox shows under this heading.
  void open(String heading) {
    var _ = go("inbox?v=all");
    page.locator(".conv a").filter(new Locator.FilterOptions().setHasText(heading)).click();
    assertThat(page.locator(".thread h1")).containsText(heading);
  }

  /// Where messages stand that hold these words.
  Locator messages(String words) {
    return page.locator(".m").filter(new Locator.FilterOptions().setHasText(words));
  }

  /// The newest message of the open conversation.
  Locator newest() {
    return page.locator(".m").last();
  }

  @Override
  public void close() {
    for (Page open : context.pages()) {
      if (Ward.tellsOfPatient(open.title())) {
        troubles.add("a patient in the title of " + open.url());
      }
    }
    context.close();
    if (!troubles.isEmpty()) {
      throw new AssertionError("The browser complained: " + troubles);
    }
  }
}
