package hospital.wardbell.compliance;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.base.Actor;
import hospital.wardbell.contact.Keeping;
import hospital.wardbell.conversation.Erasing;
import hospital.wardbell.store.Tx;
import hospital.wardbell.vault.ShredList;
import hospital.wardbell.vault.Vault;
import java.time.Instant;

/// Erases in a restored database, before its service starts, what was erased since its backup was
/// made. What that leaves in other tables and in the word index the service sees to.
public record AfterRestore(Vault vault, ShredList list) {
  /// In the change that puts the restore on record.
  ///
  /// @throws hospital.wardbell.vault.VaultFault if the list is not one of this keyring's
  public void apply(Tx tx, Audit audit, Actor by, Instant now) {
    ErasedAgain again = new ErasedAgain(vault, Erasing.alone(vault), Keeping.alone(vault));
    int _ = again.apply(tx, audit, again.back(tx, list.subjects()), by, now);
  }
}
