package hospital.wardbell.outbox;

import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.consent.Cleared;
import hospital.wardbell.consent.Gate;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Store;
import hospital.wardbell.store.Tx;
import hospital.wardbell.vault.Vault;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// The queue of texts and its dispatcher. Any thread.
public final class Outbox implements AutoCloseable {
  public Outbox(Store store, Vault vault, Gate gate, InstantSource clock) {
    throw new IllegalStateException("not built");
  }

  /// Who hears of changes; set once, before [#start].
  public void listen(SendListener listener) {
    throw new IllegalStateException("not built");
  }

  /// Settles what a crash left SUBMITTING as UNKNOWN, then begins to send.
  public void start(List<? extends Sender> senders) {
    throw new IllegalStateException("not built");
  }

  /// A modem may have become able to send; look again now.
  public void wake() {
    throw new IllegalStateException("not built");
  }

  /// Divides the message into parts and queues them, in the caller's transaction.
  public void queue(Tx tx, Cleared cleared) {
    throw new IllegalStateException("not built");
  }

  /// The parts in order; empty if there is no such message.
  public List<Part> parts(Sql sql, Id message) {
    throw new IllegalStateException("not built");
  }

  /// The worst part's state.
  public Optional<PartState> state(Sql sql, Id message) {
    throw new IllegalStateException("not built");
  }

  /// A status report from the network, as raw PDU; durable when this returns. Late, doubled and
  /// foreign ones change nothing.
  public void report(String modem, String hex, Instant seen) {
    throw new IllegalStateException("not built");
  }

  /// A person says what became of a message whose outcome is unknown.
  ///
  /// @param arrived true: the patient has it; false: it failed
  /// @return whether there was something to settle
  public boolean settle(Tx tx, Id message, boolean arrived, Actor by) {
    throw new IllegalStateException("not built");
  }

  /// Takes back what has not been handed over yet.
  ///
  /// @return whether every part could be taken back
  public boolean cancel(Tx tx, Id message, Actor by) {
    throw new IllegalStateException("not built");
  }

  /// How many parts wait, and since when the oldest.
  public record Depth(int queued, Optional<Instant> oldest) {}

  public Depth depth() {
    throw new IllegalStateException("not built");
  }

  /// Ends the dispatcher after the part under way.
  @Override
  public void close() {
    throw new IllegalStateException("not built");
  }
}
