package hospital.wardbell.vault;

import hospital.wardbell.base.Id;
import hospital.wardbell.store.Store;
import hospital.wardbell.store.Tx;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Gives a home another index key while the service runs. One thread takes turns; any may ask.
///
/// The new key is in the keyring, and everybody looks up with both, before anybody writes with it.
/// Then each feature brings its rows under it. When a whole walk through each table has met no row
/// under the former key, that key is retired. Which keys rows may be under stands in the database;
/// keyring and rows say what is left wherever it is broken off.
final class IndexRotation {
  private static final Duration BETWEEN = Duration.ofMillis(20);

  private final Store store;
  private final Keyring keyring;
  private final KeyListener listener;
  private final Steps steps;
  private final List<BlindRows> parts;
  private final Set<BlindRows> done = new HashSet<>(); // the loop's own thread only

  IndexRotation(
      Store store,
      Keyring keyring,
      KeyListener listener,
      List<BlindTable> tables,
      List<BlindRows> others) {
    this.store = store;
    this.keyring = keyring;
    this.listener = listener;
    this.steps = keyring.steps();
    Vault vault = new Vault(keyring);
    Stream<BlindRows> walks =
        tables.stream().map(table -> new BlindWalk(table, store, vault, steps));
    this.parts = Stream.concat(walks, others.stream()).toList();
  }

  /// Begins a rotation.
  ///
  /// @return false if one is under way, which then goes on
  /// @throws VaultFault of kind KEYRING if the keyring cannot be written; nothing changed then
  boolean begin() {
    if (isUnderWay()) {
      return false;
    }
    steps.reached("index.asked");
    keyring.index().renew();
    steps.reached("index.made");
    return true;
  }

  boolean isUnderWay() {
    return keyring.index().all().size() > 1;
  }

  /// How far each part has come.
  Map<String, String> progress() {
    Map<String, String> shown = new LinkedHashMap<>();
    parts.forEach(part -> shown.put(part.what(), part.progress()));
    return shown;
  }

  /// Does a little of what is left.
  ///
  /// @return how long to rest before the next turn; empty if nothing is left
  Optional<Duration> turn() {
    if (!isUnderWay()) {
      return Optional.empty();
    }
    Optional<Id> announced = keyring.index().announced();
    if (announced.isPresent()) {
      use(announced.get());
      done.clear();
      return Optional.of(BETWEEN);
    }
    Optional<Duration> rest = renew();
    if (rest.isEmpty()) {
      retire();
    }
    return Optional.of(rest.orElse(BETWEEN));
  }

  /// Who looked up with the former key alone has ended then; and between two changes the new one
  /// takes over, so that none keeps something by the former that the next does not look for.
  private void use(Id key) {
    store.change(_ -> {});
    store.awaitReads();
    store.change(tx -> {
      IndexKeyTable.add(tx, key);
      keyring.index().use();
      tx.onRollback(() -> keyring.index().announce(key));
    });
    steps.reached("index.used");
  }

  /// The shortest rest that one of the parts asks for; empty if all are done.
  private Optional<Duration> renew() {
    Optional<Duration> shortest = Optional.empty();
    for (BlindRows part : parts) {
      Optional<Duration> rest = done.contains(part) ? Optional.empty() : part.turn();
      if (rest.isEmpty()) {
        done.add(part);
      } else if (shortest.filter(s -> s.compareTo(rest.get()) <= 0).isEmpty()) {
        shortest = rest;
      }
    }
    return shortest;
  }

  private void retire() {
    steps.reached("index.unused");
    Id current = keyring.index().current().id();
    List<Key> former =
        keyring.atWork(IndexKey.PLAIN).stream().filter(key -> !key.id().equals(current)).toList();
    store.change(tx -> former.forEach(key -> forget(tx, key)));
    steps.reached("index.left");
    store.awaitReads();
    former.forEach(key -> keyring.retire(key.id()));
    done.clear();
    steps.reached("index.retired");
  }

  private void forget(Tx tx, Key key) {
    IndexKeyTable.remove(tx, key.id());
    if (key.isEnding()) {
      listener.destroyed(tx, key.purpose(), key.id());
    } else {
      listener.retired(tx, key.purpose(), key.id());
    }
  }
}
