package hospital.wardbell.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import hospital.wardbell.RunningHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The machine's own Chromium, with a profile that goes with it. It downloads nothing.
final class Chromium implements AutoCloseable {
  private static final String PROGRAM =
      Optional.ofNullable(System.getenv("CHROMIUM")).orElse("/usr/bin/chromium");

  private final Playwright playwright;
  private final Browser browser;

  Chromium() {
    this(System.getenv());
  }

  /// One whose owner trusts this authority, so that it counts the console's certificate as good:
  /// without that it has no passkeys.
  ///
  /// @param owner an empty directory, as its owner's home
  static Chromium trusting(Path authority, Path owner) throws IOException {
    Path store = Files.createDirectories(owner.resolve(".local/share/pki/nssdb"));
    certutil("-N", "-d", "sql:" + store, "--empty-password");
    certutil("-A", "-d", "sql:" + store, "-n", "home", "-t", "C,,", "-i", authority.toString());
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("HOME", owner.toString());
    boolean _ = environment.remove("XDG_DATA_HOME") != null; // else it looks elsewhere
    return new Chromium(environment);
  }

  private static void certutil(String... words) throws IOException {
    List<String> command = new ArrayList<>(List.of("certutil"));
    command.addAll(List.of(words));
    Process process = new ProcessBuilder(command).inheritIO().start();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException("certutil failed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("certutil was not waited for", e);
    }
  }

  private Chromium(Map<String, String> environment) {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of(PROGRAM))
                    .setEnv(environment)
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
