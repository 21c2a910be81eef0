package hospital.wardbell.backup;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Actor;
import hospital.wardbell.settings.Settings;
import hospital.wardbell.store.Store;
import java.time.Duration;
import java.time.InstantSource;

/// Tells a restored database what it is.
///
/// Sending is paused: what waited when the backup was made may have gone out since, and who opted
/// out since is not known to it. A person looks at the queue before it goes on.
record Restored(Store store, InstantSource clock) {
  void settle(Journal journal, RestoreListener listener, Actor by) {
    Audit audit = new Audit(store, clock);
    Settings settings = new Settings(store, audit, clock);
    if (settings.isOn(Settings.Key.SENDING)) {
      settings.set(Settings.Key.SENDING, Settings.OFF, by);
    }
    store.change(tx -> {
      new EventTable()
          .add(
              tx,
              new Event(
                  clock.instant(),
                  Event.Kind.RESTORED,
                  journal.recordedName(),
                  "",
                  journal.octets(),
                  Duration.ZERO,
                  by.label(),
                  "made " + journal.madeAt()));
      audit.record(
          tx, Entry.of(by, "backup.restored").because("made " + journal.madeAt()).from("cli"));
      listener.restored(tx, audit);
    });
  }
}
