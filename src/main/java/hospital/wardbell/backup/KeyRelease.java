package hospital.wardbell.backup;

import hospital.wardbell.store.StoreFault;
import hospital.wardbell.vault.FormerKeys;
import hospital.wardbell.vault.VaultFault;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Lets former keys go once no backup needs them. One thread at a time; any may ask why.
final class KeyRelease {
  private static final Logger LOG = System.getLogger(KeyRelease.class.getName());

  private final KeyNeeds needs;
  private volatile Optional<FormerKeys> former = Optional.empty();
  private volatile Map<String, String> why = Map.of();

  KeyRelease(KeyNeeds needs) {
    this.needs = needs;
  }

  void of(FormerKeys keys) {
    former = Optional.of(keys);
  }

  KeyNeeds needs() {
    return needs;
  }

  /// Why former keys are kept, by their fingerprints, as it was when that was last looked at.
  Map<String, String> why() {
    return why;
  }

  /// Whether there is one that nobody has looked at yet.
  boolean isDue() {
    return former.stream()
        .flatMap(keys -> keys.all().stream())
        .anyMatch(key -> !why.containsKey(key.fingerprint()));
  }

  /// Whatever hinders it is no trouble of who asked: the next time it is tried again.
  ///
  /// @return the fingerprints of those that are kept
  List<String> now() {
    try {
      former.ifPresent(this::now);
    } catch (BackupFault | StoreFault | VaultFault fault) {
      LOG.log(Level.WARNING, "former keys stay for now: {0}", fault.getMessage());
    }
    return List.copyOf(why.keySet());
  }

  private void now(FormerKeys keys) {
    Map<String, String> kept = needs.look(keys.all());
    why = kept;
    keys.destroy(key -> !kept.containsKey(key.fingerprint()));
  }
}
