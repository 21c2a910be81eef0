package hospital.wardbell.store;

import static hospital.wardbell.store.StoreFault.Kind.BUSY;
import static hospital.wardbell.store.StoreFault.Kind.CLOSED;

import hospital.wardbell.base.Incident;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/// The few connections that read. A query runs on its caller's thread.
///
/// A query that loses against a change (a deadlock, a lock held too long), or that finds its
/// connection dead, is run once more.
final class Readers {
  private static final Logger LOG = System.getLogger(Readers.class.getName());
  private static final int CONNECTIONS = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Supplier<Session> connect;
  private final Semaphore free = new Semaphore(CONNECTIONS, true);
  private final ConcurrentLinkedDeque<Session> idle = new ConcurrentLinkedDeque<>();
  private volatile boolean closed;

  Readers(Supplier<Session> connect) {
    this.connect = connect;
  }

  <T> T read(Function<Sql, T> query) {
    acquire();
    boolean interrupted = Thread.currentThread().isInterrupted();
    try {
      Session session = take();
      try {
        return query.apply(session);
      } catch (StoreFault fault) {
        if (session.state() == Session.State.SOUND) {
          throw fault;
        }
      } finally {
        giveBack(session);
      }
      // Where one has died, those that lie idle have died with it.
      return secondTry(query, session.state() == Session.State.DEAD ? connect.get() : take());
    } finally {
      free.release();
      if (!interrupted) {
        forgetInterrupt();
      }
    }
  }

  /// The engine interrupts all who are in it when it shuts itself down, as it does when the disk is
  /// full. Nobody else interrupts a thread that reads, and the caller has better things to do than
  /// to end.
  private static void forgetInterrupt() {
    boolean _ = Thread.interrupted();
  }

  private <T> T secondTry(Function<Sql, T> query, Session session) {
    try {
      return query.apply(session);
    } finally {
      giveBack(session);
    }
  }

  private void acquire() {
    try {
      if (!free.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw busy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw busy();
    }
    if (closed) {
      free.release();
      throw new StoreFault(CLOSED, "The database is shut.");
    }
  }

  /// Returns when whoever reads now has ended; meanwhile others wait.
  void awaitAll() {
    try {
      if (!free.tryAcquire(CONNECTIONS, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw busy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw busy();
    }
    free.release(CONNECTIONS);
  }

  private Session take() {
    Session session = idle.pollLast();
    return session != null ? session : connect.get();
  }

  /// Ends the transaction, so that nothing stays locked while nobody reads.
  private void giveBack(Session session) {
    try {
      if (session.state() != Session.State.DEAD) {
        session.rollback();
        idle.addLast(session);
        return;
      }
      session.close();
    } catch (StoreFault e) {
      LOG.log(Level.WARNING, Incident.of(e).line("store-reader"));
    }
  }

  /// Waits up to 10 seconds for the queries under way, then closes the connections.
  void close() {
    closed = true;
    try {
      if (free.tryAcquire(CONNECTIONS, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        free.release(CONNECTIONS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (Session session = idle.poll(); session != null; session = idle.poll()) {
      try {
        session.close();
      } catch (StoreFault e) {
        LOG.log(Level.WARNING, Incident.of(e).line("store-reader"));
      }
    }
  }

  private static StoreFault busy() {
    return new StoreFault(BUSY, "The database was busy for too long. Try again.");
  }
}
