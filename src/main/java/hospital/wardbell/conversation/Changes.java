package hospital.wardbell.conversation;

import hospital.wardbell.store.Tx;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Gives a changed conversation its new version and tells the live listeners after the commit.
final class Changes {
  private final ConversationTable table;
  private final List<LiveListener> listeners = new CopyOnWriteArrayList<>();

  Changes(ConversationTable table) {
    this.table = table;
  }

  void listen(LiveListener listener) {
    listeners.add(listener);
  }

  void made(Tx tx, Head head) {
    made(tx, head, table.grow(tx, head.id()));
  }

  /// @param version that the conversation has been given already
  void made(Tx tx, Head head, long version) {
    tx.afterCommit(() -> listeners.forEach(l -> l.changed(head.id(), head.team(), version)));
  }
}
