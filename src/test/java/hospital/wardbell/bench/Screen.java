package hospital.wardbell.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import hospital.wardbell.Authenticator;
import hospital.wardbell.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A nurse's browser with one conversation open, which notes when a text is on the screen.
final class Screen implements AutoCloseable {
  private static final Path CHROMIUM =
      Path.of(Optional.ofNullable(System.getenv("CHROMIUM")).orElse("/usr/bin/chromium"));

  /// Notes for each new text of the conversation when it was in the page and the next frame came.
  private static final String WATCH =
      """
      () => {
        globalThis.seen = {};
        const look = () => {
          for (const said of document.querySelectorAll('.m .said')) {
            const text = said.textContent;
            if (!(text in globalThis.seen)) {
              globalThis.seen[text] = 0;
              requestAnimationFrame(() => { globalThis.seen[text] = Date.now(); });
            }
          }
        };
        look();
        new MutationObserver(look).observe(
          document.body, {childList: true, subtree: true, characterData: true});
      }
      """;

  private final Playwright playwright;
  private final Page page;

  private Screen(Playwright playwright, Page page) {
    this.playwright = playwright;
    this.page = page;
  }

  static boolean isThere() {
    return Files.isExecutable(CHROMIUM);
  }

  /// Signs in and opens the conversation that is shown under `heading`.
  ///
  /// @param account as `user.add` answered
  static Screen open(String address, JsonObject account, String heading) {
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Browser browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic")));
    Page page =
        browser.newPage(
            new Browser.NewPageOptions().setIgnoreHTTPSErrors(true).setViewportSize(1440, 900));
    var _ = page.navigate(address + "sign-in");
    page.fill("#login", account.text("login"));
    page.fill("#password", account.text("password"));
    page.locator(".btn.p").click();
    page.fill("#code", new Authenticator(account.text("otpauth")).code());
    page.locator(".btn.p").click();
    page.waitForSelector(".top .who");
    var _ = page.navigate(address + "inbox?v=all");
    page.getByText(heading).first().click();
    page.waitForSelector("#log");
    var _ = page.evaluate(WATCH);
    return new Screen(playwright, page);
  }

  /// When `text` came to be on the screen; empty if it has not yet.
  Optional<Instant> shown(String text) {
    Object at = page.evaluate("text => globalThis.seen[text] || 0", text);
    return at instanceof Number number && number.longValue() > 0
        ? Optional.of(Instant.ofEpochMilli(number.longValue()))
        : Optional.empty();
  }

  @Override
  public void close() {
    playwright.close();
  }
}
