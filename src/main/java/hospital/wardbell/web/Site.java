package hospital.wardbell.web;

import java.util.function.Consumer;

/// What the server shows.
public sealed interface Site {
  ErrorView errors();

  /// Before the vault is open: the open pages that `pages` mounts, and 503 for everything else.
  record Sealed(ErrorView errors, Consumer<Routes> pages) implements Site {}

  /// The whole of it.
  record Unlocked(
      ErrorView errors,
      Doorkeeper door,
      LiveEvents live,
      Consumer<Routes> pages,
      Consumer<Endpoints> endpoints)
      implements Site {}
}
