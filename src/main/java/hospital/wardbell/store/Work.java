package hospital.wardbell.store;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One change in the writer's queue, and the caller who waits for it.
///
/// Either the writer claims it and runs it, or the caller claims it back when it has waited too
/// long in the queue; so a caller who is told "busy" knows that nothing was done.
final class Work<T> {
  private final Function<Tx, T> function;
  private final CompletableFuture<T> answer = new CompletableFuture<>();
  private final AtomicBoolean claimed = new AtomicBoolean();
  // The next three: writer thread only.
  private @Nullable Change change;
  private @Nullable T value;
  private @Nullable Throwable failure;

  Work(Function<Tx, T> function) {
    this.function = function;
  }

  boolean claim() {
    return claimed.compareAndSet(false, true);
  }

  /// Runs the function; what it returned or threw is kept until [#settle].
  ///
  /// @return whether it returned
  boolean run(Session session) {
    Change tx = new Change(session);
    change = tx;
    value = null;
    failure = null;
    try {
      value = function.apply(tx);
    } catch (Throwable t) { // also an Error: the writer must outlive every work
      failure = t;
    }
    tx.end();
    return failure == null;
  }

  /// Runs the actions for a change that was undone.
  void undo() {
    if (change != null) {
      change.undone();
      change = null;
    }
  }

  /// Tells the caller how the function ended, after the actions that follow a commit.
  void settle() {
    Throwable thrown = failure;
    T returned = value;
    if (thrown != null || returned == null) {
      answer.completeExceptionally(
          thrown != null ? thrown : new NullPointerException("a change returned null"));
      return;
    }
    if (change != null) {
      change.committed();
      change = null;
    }
    answer.complete(returned);
  }

  /// Tells the caller that the engine undid the change, whatever the function made of that.
  void lost() {
    answer.completeExceptionally(failure != null ? failure : Writer.busy());
  }

  void fail(StoreFault fault) {
    answer.completeExceptionally(fault);
  }

  /// Waits for the end. Once begun, however long the disk takes: to guess whether a change was kept
  /// would be worse than to wait.
  T await(long nanos) {
    try {
      return answer.get(nanos, TimeUnit.NANOSECONDS);
    } catch (TimeoutException _) {
      if (claim()) {
        throw Writer.busy();
      }
    } catch (InterruptedException _) {
      return awaitInterrupted();
    } catch (ExecutionException e) {
      throw rethrown(e);
    }
    return awaitBegun();
  }

  private T awaitInterrupted() {
    try {
      if (claim()) {
        throw Writer.busy();
      }
      return awaitBegun();
    } finally {
      Thread.currentThread().interrupt();
    }
  }

  private T awaitBegun() {
    try {
      return answer.join();
    } catch (CompletionException e) {
      throw rethrown(e);
    }
  }

  private static RuntimeException rethrown(Exception e) {
    return switch (e.getCause()) {
      case RuntimeException thrown -> thrown;
      case Error thrown -> throw thrown;
      case null -> new IllegalStateException(e);
      case Throwable thrown -> new IllegalStateException(thrown);
    };
  }
}
