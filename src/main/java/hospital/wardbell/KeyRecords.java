package hospital.wardbell;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.store.Tx;
import hospital.wardbell.vault.KeyListener;

/// Puts on record what becomes of keys by itself.
record KeyRecords(Audit audit) implements KeyListener {
  @Override
  public void destroyed(Tx tx, String purpose, Id key) {
    Actor by = new Actor.Wardbell("vault");
    audit.record(tx, Entry.of(by, "key.destroyed").about(key).because(purpose));
  }

  @Override
  public void retired(Tx tx, String purpose, Id key) {
    Actor by = new Actor.Wardbell("vault");
    audit.record(tx, Entry.of(by, "key.retired").about(key).because(purpose));
  }
}
