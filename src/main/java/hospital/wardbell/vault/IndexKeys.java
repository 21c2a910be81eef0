package hospital.wardbell.vault;

import hospital.wardbell.base.Id;
import java.util.List;
import java.util.Optional;

/// The keys of a keyring that blind: which is written with, and which are looked up with. Any
/// thread.
///
/// A new one is looked up with from the moment it is there, and written with only after [#use]: by
/// then nobody is at work any more who has not heard of it.
final class IndexKeys {
  private final Keyring keyring;
  private volatile Optional<Id> announced = Optional.empty();

  IndexKeys(Keyring keyring) {
    this.keyring = keyring;
  }

  /// Adds one, which is announced.
  void renew() {
    Key fresh = Key.fresh(IndexKey.MARKED);
    announced = Optional.of(fresh.id());
    try {
      keyring.changeKeys(there -> there.and(List.of(fresh)));
    } catch (RuntimeException e) {
      announced = Optional.empty();
      throw e;
    }
  }

  /// The one that is not written with yet.
  Optional<Id> announced() {
    return announced;
  }

  /// From now on the newest is written with.
  void use() {
    announced = Optional.empty();
  }

  /// Takes [#use] back.
  void announce(Id key) {
    announced = Optional.of(key);
  }

  /// Those that rows may be under, the oldest first.
  List<IndexKey> all() {
    return keyring.atWork(IndexKey.PLAIN).stream().map(IndexKey::new).toList();
  }

  /// The one that new rows are under.
  IndexKey current() {
    return current(all());
  }

  private IndexKey current(List<IndexKey> all) {
    Optional<Id> notYet = announced;
    return all.reversed().stream()
        .filter(key -> notYet.filter(key.id()::equals).isEmpty())
        .findFirst()
        .orElseThrow();
  }

  Blind blind(String label, String value) {
    try {
      return blind(all(), label, value);
    } catch (IllegalStateException _) {
      return blind(all(), label, value); // one was wiped at this very moment
    }
  }

  private Blind blind(List<IndexKey> all, String label, String value) {
    IndexKey current = current(all);
    return new Blind(
        current.blind(label, value),
        all.stream()
            .filter(key -> !key.id().equals(current.id()))
            .map(key -> key.blind(label, value))
            .toList());
  }
}
