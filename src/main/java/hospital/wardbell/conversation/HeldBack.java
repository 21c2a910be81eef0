package hospital.wardbell.conversation;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Actor;
import hospital.wardbell.outbox.Outbox;
import hospital.wardbell.store.Store;

/// The texts that are held back because texting was out for long, and letting them go. Any thread.
public record HeldBack(Store store, Outbox outbox, Audit audit) {
  private static final int AT_ONCE = 50;

  /// How many wait for a person to let them go, and since when the oldest.
  public Outbox.Depth depth() {
    return store.read(outbox::stale);
  }

  /// Lets all of them go, a few in each commit, so that nothing else has to wait.
  ///
  /// @param origin where the act came from, for the record
  /// @return how many
  public int releaseAll(Actor by, String origin) {
    int all = 0;
    int some = releaseSome(by, origin);
    while (some > 0) {
      all += some;
      some = releaseSome(by, origin);
    }
    return all;
  }

  private int releaseSome(Actor by, String origin) {
    return store.write(tx -> {
      int some = outbox.release(tx, AT_ONCE, by);
      if (some > 0) {
        audit.record(tx, Entry.of(by, "queue.release").from(origin).because(some + " messages"));
      }
      return some;
    });
  }
}
