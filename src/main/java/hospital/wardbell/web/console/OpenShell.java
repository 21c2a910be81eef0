package hospital.wardbell.web.console;

import hospital.wardbell.web.Assets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/// Makes shells for pages that need nothing of the open home: sealed and error pages.
final class OpenShell {
  private final Languages languages = Languages.load();
  private final Icons icons = new Icons();
  private final Assets assets;

  OpenShell(Assets assets) {
    this.assets = assets;
  }

  Shell of(String language) {
    Words spoken = languages.of(language);
    return new Shell(
        spoken,
        icons,
        assets,
        new Times(spoken, ZoneOffset.UTC, Instant.EPOCH),
        "",
        Optional.empty());
  }
}
