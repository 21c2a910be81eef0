package hospital.wardbell.inbox;

import hospital.wardbell.base.Actor;
import hospital.wardbell.consent.Ledger;
import hospital.wardbell.conversation.Conversations;
import hospital.wardbell.store.Store;
import hospital.wardbell.vault.Vault;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// Receives texts. Any thread.
public final class Inbox implements AutoCloseable {
  public Inbox(
      Store store, Vault vault, Ledger ledger, Conversations conversations, InstantSource clock) {
    throw new IllegalStateException("not built");
  }

  /// Begins to read what is kept.
  public void start() {
    throw new IllegalStateException("not built");
  }

  /// Keeps a raw PDU; durable when this returns. One that was kept before is dropped.
  public void message(String modem, String hex, Instant seen) {
    throw new IllegalStateException("not built");
  }

  /// What could not be read, newest first, at most 100; the look is on the audit log.
  public List<Unreadable> unreadable(Actor by, String origin) {
    throw new IllegalStateException("not built");
  }

  @Override
  public void close() {
    throw new IllegalStateException("not built");
  }
}
