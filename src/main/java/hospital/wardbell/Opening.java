package hospital.wardbell;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/// A home's parts on their way: the keyring and the database are opened on a thread of their own
/// while the ports are, since each takes about as long as the other.
final class Opening {
  private final FutureTask<Wiring> parts;

  private Opening(FutureTask<Wiring> parts) {
    this.parts = parts;
  }

  static Opening begin(Supplier<Wiring> work) {
    FutureTask<Wiring> task = new FutureTask<>(work::get);
    Thread.ofPlatform().name("opening").start(task);
    return new Opening(task);
  }

  /// The parts, once they are open.
  ///
  /// @throws RuntimeException the fault that kept them from being opened
  Wiring join() {
    try {
      return parts.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException fault) {
        throw fault;
      }
      throw new IllegalStateException("the home could not be opened", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the home was being opened", e);
    }
  }

  /// Closes what was opened; why it was not, if it was not, is of no interest any more.
  void abandon() {
    try {
      join().close();
    } catch (RuntimeException _) {
      // nothing is open
    }
  }
}
