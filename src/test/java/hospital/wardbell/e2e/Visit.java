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
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// One person's browser at the console of a home. Whatever the browser complains of is kept as a
/// trouble: errors of scripts, violations of the content security policy, requests that leave the
/// box, answers that fail. Closing it with troubles fails the test.
final class Visit implements AutoCloseable {
  /// What the browser itself says of a page that was meant to be refused.
  private static final Pattern REFUSED_PAGE =
      Pattern.compile("Failed to load resource: the server responded with a status of 4\\d\\d .*");

  final Page page;
  private final BrowserContext context;
  private final RunningHome home;
  private final List<String> troubles = new ArrayList<>();
  private final List<String> addresses = new ArrayList<>();
  private final List<Response> answers = new ArrayList<>();

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
    addresses.add(request.url());
    if (!request.url().startsWith(home.address())) {
      troubles.add("left the box: " + request.url());
    }
  }

  private void answered(Response answer) {
    answers.add(answer);
    if (answer.status() >= 400 && !answer.request().isNavigationRequest()) {
      troubles.add(answer.status() + " for " + answer.url());
    }
  }

  /// Another page of the same person's browser.
  Page another() {
    return context.newPage();
  }

  /// What the browser asked for so far.
  List<String> addresses() {
    return List.copyOf(addresses);
  }

  List<Response> answers() {
    return List.copyOf(answers);
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

  /// The newest message of the open conversation.
  Locator newest() {
    return page.locator(".m").last();
  }

  @Override
  public void close() {
    context.close();
    if (!troubles.isEmpty()) {
      throw new AssertionError("The browser complained: " + troubles);
    }
  }
}
