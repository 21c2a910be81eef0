package hospital.wardbell.identity;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.store.Store;
import hospital.wardbell.vault.Vault;
import java.time.InstantSource;

/// The identity parts of one home, joined.
public record Identity(Accounts accounts, SignIn signIn, Sessions sessions, Tokens tokens) {
  public static Identity of(Store store, Vault vault, Audit audit, InstantSource clock) {
    throw new IllegalStateException("not built");
  }

  /// Whether Shiro grants it.
  public boolean permits(Staff staff, Permission permission) {
    throw new IllegalStateException("not built");
  }
}
