package hospital.wardbell.store;

import static hospital.wardbell.store.StoreFault.Kind.BUSY;
import static hospital.wardbell.store.StoreFault.Kind.CLOSED;

import hospital.wardbell.base.Incident;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Savepoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The thread that carries out every change, those that wait at the same time in one commit.
///
/// In a group each work after the first has a savepoint, so that one which fails takes none of its
/// neighbours with it. A group grows for at most [#GROUP_NANOS], since readers wait for the rows it
/// has changed. If the engine gives up the whole transaction (a deadlock with a reader), each work
/// is run again by itself, once. A session that died is replaced by the next group.
final class Writer {
  private static final Logger LOG = System.getLogger(Writer.class.getName());
  private static final int QUEUE = 1_000;
  private static final int GROUP = 64;
  private static final long GROUP_NANOS = Duration.ofMillis(5).toNanos();
  private static final long PATIENCE_NANOS = Duration.ofSeconds(10).toNanos();
  private static final Duration CLOSING = Duration.ofSeconds(30);

  private final Supplier<Session> connect;
  private final BlockingQueue<Work<?>> queue = new ArrayBlockingQueue<>(QUEUE);
  private final AtomicLong commits = new AtomicLong();
  private final Thread thread;
  private volatile boolean closed;
  private boolean ending; // writer thread only
  private @Nullable Session session; // writer thread only

  private Writer(Supplier<Session> connect) {
    this.connect = connect;
    this.thread = Thread.ofPlatform().name("store-writer").daemon().unstarted(this::run);
  }

  static Writer start(Supplier<Session> connect) {
    Writer writer = new Writer(connect);
    writer.thread.start();
    return writer;
  }

  /// Commits so far; fewer than works when groups form.
  long commits() {
    return commits.get();
  }

  boolean isCurrentThread() {
    return Thread.currentThread().equals(thread);
  }

  <T> T submit(Work<T> work) {
    if (closed) {
      throw shut();
    }
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    enqueue(work);
    if (closed && queue.remove(work)) {
      throw shut(); // it came after the writer had looked for the last time
    }
    return work.await(deadline - System.nanoTime());
  }

  private void enqueue(Work<?> work) {
    try {
      if (!queue.offer(work, PATIENCE_NANOS, TimeUnit.NANOSECONDS)) {
        throw busy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw busy();
    }
  }

  private void run() {
    while (!ending) {
      try {
        turn(queue.take());
      } catch (InterruptedException e) {
        LOG.log(Level.ERROR, "the store's writer was interrupted; it goes on");
      }
    }
    for (Work<?> late = queue.poll(); late != null; late = queue.poll()) {
      late.fail(shut());
    }
    discard();
  }

  private void turn(Work<?> first) {
    List<Work<?>> group = new ArrayList<>();
    try {
      Session current = session();
      long until = System.nanoTime() + GROUP_NANOS;
      for (Work<?> next = first; next != null; next = following(group, until)) {
        if (next.claim()) {
          group.add(next);
          step(current, next, group.size() == 1);
        }
        if (current.state() != Session.State.SOUND) {
          again(group);
          return;
        }
      }
      commit(current, group);
    } catch (StoreFault fault) {
      if (group.isEmpty() && first.claim()) {
        group.add(first);
      }
      abandon(group, fault);
    } catch (RuntimeException | Error e) { // a mistake of our own must not leave callers waiting
      LOG.log(Level.ERROR, Incident.of(e).line("store-writer"));
      abandon(group, new StoreFault(StoreFault.Kind.BROKEN, "The database's writer failed."));
    }
  }

  private @Nullable Work<?> following(List<Work<?>> group, long until) {
    return group.size() < GROUP && System.nanoTime() - until < 0 ? queue.poll() : null;
  }

  private static void step(Session current, Work<?> work, boolean first) {
    Savepoint mark = first ? null : current.mark();
    if (work.run(current) || current.state() != Session.State.SOUND) {
      return;
    }
    if (mark == null) {
      current.rollback();
    } else {
      current.backTo(mark);
    }
    work.undo();
  }

  /// The engine undid the whole group. Once a work by itself finds no database either, the others
  /// are not made to wait for the same.
  private void again(List<Work<?>> group) {
    group.reversed().forEach(Work::undo);
    boolean alive = true;
    for (Work<?> work : group) {
      if (alive) {
        alive = alone(work);
      } else {
        work.lost();
      }
    }
  }

  private boolean alone(Work<?> work) {
    try {
      Session current = session();
      step(current, work, true);
      if (current.state() == Session.State.SOUND) {
        commit(current, List.of(work));
        return true;
      }
      work.undo();
      work.lost();
      return current.state() != Session.State.DEAD;
    } catch (StoreFault fault) {
      abandon(List.of(work), fault);
      return false;
    }
  }

  private void commit(Session current, List<Work<?>> group) {
    current.commit();
    commits.incrementAndGet();
    group.forEach(Work::settle);
  }

  private void abandon(List<Work<?>> group, StoreFault fault) {
    discard();
    group.reversed().forEach(Work::undo);
    group.forEach(work -> work.fail(fault));
  }

  /// The session, fit for a new transaction.
  private Session session() {
    if (session != null && session.state() == Session.State.UNDONE) {
      session.rollback();
    }
    if (session != null && session.state() == Session.State.DEAD) {
      discard();
    }
    if (session == null) {
      session = connect.get();
    }
    return session;
  }

  private void discard() {
    Session old = session;
    session = null;
    if (old == null) {
      return;
    }
    try {
      if (old.state() != Session.State.DEAD) {
        old.rollback();
      }
      old.close();
    } catch (StoreFault e) {
      LOG.log(Level.WARNING, Incident.of(e).line("store-writer"));
    }
  }

  /// Finishes what is queued and ends the thread; what is not done after 30 seconds is left to the
  /// shutting down of the database, which undoes it. Any thread but the writer's own.
  void close() {
    closed = true;
    Work<Boolean> last = new Work<>(_ -> ending = true);
    enqueue(last);
    try {
      boolean _ = thread.join(CLOSING);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static StoreFault busy() {
    return new StoreFault(BUSY, "The database was busy for too long. Nothing was changed.");
  }

  private static StoreFault shut() {
    return new StoreFault(CLOSED, "The database is shut. Nothing was changed.");
  }
}
