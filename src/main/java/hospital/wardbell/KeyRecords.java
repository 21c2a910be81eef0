package hospital.wardbell;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.store.Tx;
import hospital.wardbell.vault.IndexListener;
import hospital.wardbell.vault.KeyListener;

/// Puts on record what becomes of keys and of what they are found by, by itself.
record KeyRecords(Audit audit) implements KeyListener, IndexListener {
  private static final Actor BY = new Actor.Wardbell("vault");

  @Override
  public void destroyed(Tx tx, String purpose, Id key) {
    audit.record(tx, Entry.of(BY, "key.destroyed").about(key).because(purpose));
  }

  @Override
  public void ended(Tx tx, String purpose, Id key) {
    audit.record(tx, Entry.of(BY, "key.period-ended").about(key).because(purpose));
  }

  @Override
  public void mended(Tx tx, String table, Id row) {
    audit.record(tx, Entry.of(BY, "index.mended").about(row).because(table));
  }

  @Override
  public void unsound(Tx tx, String table, Id row) {
    audit.record(tx, Entry.of(BY, "index.unsound").about(row).because(table));
  }

  @Override
  public void retired(Tx tx, String purpose, Id key) {
    Actor by = new Actor.Wardbell("vault");
    audit.record(tx, Entry.of(by, "key.retired").about(key).because(purpose));
  }
}
