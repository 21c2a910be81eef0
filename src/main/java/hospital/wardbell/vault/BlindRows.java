package hospital.wardbell.vault;

import java.time.Duration;
import java.util.Optional;

/// Rows of one feature that are found by what the index key made of a value, and that the feature
/// brings under another key when it is changed. Asked by one loop, in turns.
public interface BlindRows {
  /// What they are, for people: a word or two, such as `numbers of patients`.
  String what();

  /// Brings a little of what is left under the present key.
  ///
  /// @return how long to rest before the next turn; empty if no row is under a former key
  Optional<Duration> turn();

  /// How far it has come, for people, such as `40 %` or what is waited for.
  String progress();
}
