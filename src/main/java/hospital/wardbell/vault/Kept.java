package hospital.wardbell.vault;

import hospital.wardbell.base.Id;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/// What was used lately, by id, so many at most. Any thread.
final class Kept<T> {
  private final int most;
  private final SequencedMap<Id, T> kept = new LinkedHashMap<>(64, 0.75f, true);

  Kept(int most) {
    this.most = most;
  }

  synchronized Optional<T> get(Id id) {
    return Optional.ofNullable(kept.get(id));
  }

  synchronized void put(Id id, T value) {
    kept.put(id, value);
    if (kept.size() > most) {
      kept.pollFirstEntry();
    }
  }

  synchronized void remove(Id id) {
    kept.remove(id);
  }
}
