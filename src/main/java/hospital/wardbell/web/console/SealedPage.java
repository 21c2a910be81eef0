package hospital.wardbell.web.console;

import hospital.wardbell.web.Assets;
import hospital.wardbell.web.Routes;
import java.util.Map;

/// Says that the keyring is not open yet, and what to do.
final class SealedPage {
  private final OpenShell shells;
  private final Views views = new Views();

  SealedPage(Assets assets) {
    this.shells = new OpenShell(assets);
  }

  void mount(Routes routes) {
    routes.openGet(
        "/", request -> views.page(503, "sealed", Map.of("shell", shells.of(request.language()))));
  }
}
