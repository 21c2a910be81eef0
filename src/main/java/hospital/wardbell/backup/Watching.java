package hospital.wardbell.backup;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// How far the present backup, check or trial has come. Any thread may ask.
public final class Watching implements Progress {
  /// @param step the last that was reached; empty before the first
  /// @param octets so far, of all
  public record State(Optional<Step> step, long octets, long of) {}

  private final AtomicReference<Optional<State>> state = new AtomicReference<>(Optional.empty());

  Watching() {}

  @Override
  public void reached(Step step) {
    state.set(Optional.of(new State(Optional.of(step), 0, 0)));
  }

  @Override
  public void moved(long octets, long of) {
    Optional<Step> step = state.get().flatMap(State::step);
    state.set(Optional.of(new State(step, octets, of)));
  }

  void over() {
    state.set(Optional.empty());
  }

  Optional<State> state() {
    return state.get();
  }

  /// This one and another.
  Progress and(Progress other) {
    return new Progress() {
      @Override
      public void reached(Step step) {
        Watching.this.reached(step);
        other.reached(step);
      }

      @Override
      public void moved(long octets, long of) {
        Watching.this.moved(octets, of);
        other.moved(octets, of);
      }
    };
  }
}
