package hospital.wardbell.audit;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A log as it lies somewhere: what a check reads. One thread.
interface LogSource {
  /// The newest checkpoint, and with it how large the tree of the tiles is.
  Optional<Signed> newest();

  /// Checkpoints that are older, smallest first.
  List<Signed> older();

  /// How many tiles there are.
  long tiles();

  Optional<Tile> tile(int height, long place);

  /// Gives out every entry there is, in the order of their numbers.
  void entries(Consumer<Line> reader);

  /// The entries that ought to be here; an export may hold a part only.
  ///
  /// @return from the first number until before the second
  default Range range() {
    return new Range(0, Long.MAX_VALUE);
  }

  /// Entry numbers from the first until before the second.
  record Range(long from, long to) {
    boolean has(long leaf) {
      return leaf >= from && leaf < to;
    }
  }
}
