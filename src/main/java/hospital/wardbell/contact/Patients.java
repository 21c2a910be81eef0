package hospital.wardbell.contact;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.base.Remote;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Store;
import hospital.wardbell.vault.Vault;
import java.time.InstantSource;
import java.util.List;

/// The patients of one home. Any thread.
public final class Patients {
  public Patients(Store store, Vault vault, Audit audit, InstantSource clock) {
    throw new IllegalStateException("not built");
  }

  public Id add(Id team, String name, PhoneNumber number, String language, Actor by) {
    throw new IllegalStateException("not built");
  }

  /// Those who have this number: none, one, or several on a shared telephone.
  public List<Patient> holding(Sql sql, Remote remote) {
    throw new IllegalStateException("not built");
  }
}
