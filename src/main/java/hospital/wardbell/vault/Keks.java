package hospital.wardbell.vault;

import hospital.wardbell.base.Id;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The keys of a keyring that wrap data keys, each for a [Period]. Any thread, unless it says
/// otherwise.
///
/// Of a KEK whose period has ended the keyring keeps the id and the time, under a purpose of its
/// own; the key is gone. So it is told from one that this keyring never had.
final class Keks {
  private final Keyring keyring;

  Keks(Keyring keyring) {
    this.keyring = keyring;
  }

  /// What wraps new data keys of a period. The first is made when it is needed, and is on the disk
  /// before this returns. The next year's is made with it, so that a copy of the keyring that lies
  /// in a safe is good for the year after its own. Writer thread only: what a change has found here
  /// holds to its end.
  ///
  /// @throws VaultFault of kind KEYRING if the keyring cannot be written
  Key wrapping(Period period) {
    List<String> missing =
        Stream.concat(Stream.of(period), period.next().stream())
            .map(Period::purpose)
            .filter(purpose -> keyring.atWork(purpose).isEmpty())
            .toList();
    if (!missing.isEmpty()) {
      keyring.changeKeys(there -> there.and(missing.stream().map(Key::fresh).toList()));
      keyring.steps().reached("kek.period");
    }
    return current(period.purpose());
  }

  /// The newest for a purpose that has one.
  Key current(String purpose) {
    return keyring.atWork(purpose).getLast();
  }

  /// What `kek` wraps is opened by.
  ///
  /// @throws VaultFault of kind SHREDDED if its period has ended, of kind KEYRING if it is not
  ///   there
  Key opening(Id kek) {
    return keyring
        .byId(kek)
        .filter(key -> key.purpose().startsWith(Keys.KEK))
        .orElseThrow(() ->
            ended().containsKey(kek)
                ? new VaultFault(
                    VaultFault.Kind.SHREDDED, "The period this was kept for has ended.")
                : new VaultFault(
                    VaultFault.Kind.KEYRING,
                    "The keyring has not the key that this was kept under. Use a newer copy of it."));
  }

  /// Adds one for each purpose that has one at work and for which this holds; it wraps from then
  /// on.
  void renew(Predicate<String> purpose) {
    keyring.changeKeys(there ->
        there.and(
            there.all().stream()
                .filter(key -> !key.isFormer() && key.purpose().startsWith(Keys.KEK))
                .map(Key::purpose)
                .distinct()
                .filter(purpose)
                .map(Key::fresh)
                .toList()));
  }

  /// Those that wrap nothing new, and may wrap something old.
  List<Key> superseded() {
    return keyring.superseded(Keys.KEK);
  }

  /// Those for which the keyring has a key, whatever for.
  List<Period> periods() {
    return keyring.keys().stream()
        .flatMap(key -> Period.of(key.purpose()).stream())
        .distinct()
        .toList();
  }

  /// All of a period, those for backups too.
  List<Key> of(Period period) {
    return keyring.keys().stream().filter(key -> key.purpose().equals(period.purpose())).toList();
  }

  /// Nothing is wrapped by a period's keys from now on, though the clock be put back into it.
  ///
  /// @return false, and nothing was done, while one of them is being replaced by another
  boolean isRetired(Period period, Instant at) {
    String purpose = period.purpose();
    keyring.changeKeys(there ->
        there.atWork(purpose).size() > 1
            ? there
            : there.with(
                key -> key.purpose().equals(purpose) && !key.isFormer(),
                new Key.Use.Former(at.truncatedTo(ChronoUnit.MILLIS))));
    return keyring.atWork(purpose).isEmpty();
  }

  /// Destroys keys of periods that have ended, for good; that they have is kept.
  void end(List<Key> gone, Instant at) {
    keyring.changeKeys(there -> there.ended(gone, at.truncatedTo(ChronoUnit.MILLIS)));
    gone.forEach(key -> key.octets().close());
  }

  /// Those whose periods have ended, and when.
  Map<Id, Instant> ended() {
    return keyring.keys().stream()
        .filter(Key::isEnded)
        .collect(Collectors.toMap(Key::id, Key::made, (one, _) -> one));
  }

  /// The purpose of a key, also of one that has ended.
  static String purpose(Key key) {
    return key.isEnded() ? key.purpose().substring(Keys.ENDED.length()) : key.purpose();
  }

  /// When the last of these ended; empty if one of them has not, or there is none.
  Optional<Instant> endOf(List<Id> keks) {
    Map<Id, Instant> ended = ended();
    return ended.keySet().containsAll(keks)
        ? keks.stream().map(ended::get).max(Instant::compareTo)
        : Optional.empty();
  }
}
