package hospital.wardbell.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import hospital.wardbell.RunningHome;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The machine's own Chromium, with a profile that goes with it. It downloads nothing.
final class Chromium implements AutoCloseable {
  private static final String PROGRAM =
      Optional.ofNullable(System.getenv("CHROMIUM")).orElse("/usr/bin/chromium");

  private final Playwright playwright;
  private final Browser browser;

  Chromium() {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of(PROGRAM))
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync",
                            "--no-first-run",
                            "--disable-quic")));
  }

  /// Somebody who comes to the console of `home` with a browser of their own.
  Visit visit(RunningHome home) {
    return visit(home, options());
  }

  Visit visit(RunningHome home, Browser.NewContextOptions options) {
    return new Visit(browser.newContext(options), home);
  }

  /// The certificate is from the home's own authority, which no browser knows.
  static Browser.NewContextOptions options() {
    return new Browser.NewContextOptions()
        .setIgnoreHTTPSErrors(true)
        .setReducedMotion(ReducedMotion.REDUCE)
        .setLocale("en-US")
        .setTimezoneId("America/New_York")
        .setViewportSize(1440, 900);
  }

  @Override
  public void close() {
    playwright.close();
  }
}
