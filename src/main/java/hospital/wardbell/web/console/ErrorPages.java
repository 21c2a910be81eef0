package hospital.wardbell.web.console;

import hospital.wardbell.web.Assets;
import hospital.wardbell.web.ErrorView;
import java.util.Map;

/// Error pages: what happened, what is safe, what to do; never a stack trace.
final class ErrorPages implements ErrorView {
  private final OpenShell shells;
  private final Views views = new Views();

  ErrorPages(Assets assets) {
    this.shells = new OpenShell(assets);
  }

  @Override
  public void draw(int status, String incident, String language, StringBuilder out) {
    views.draw(
        "error", Map.of("shell", shells.of(language), "status", status, "incident", incident), out);
  }
}
