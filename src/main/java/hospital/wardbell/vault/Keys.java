package hospital.wardbell.vault;

import hospital.wardbell.base.Id;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The keys of a keyring in their order, and what becomes of that list. Nothing is changed in
/// place.
record Keys(List<Key> all) {
  static final String DATABASE = "database";
  static final String PSEUDONYM = "audit.pseudonym";
  static final String KEK = "kek.";
  static final String ENDED = "ended.";
  static final String SIGNING = "audit.signing";
  static final String BACKUP = "backup";

  Keys {
    all = List.copyOf(all);
  }

  /// These and a fresh one for each purpose that has none at work and always needs one.
  Keys completed() {
    Set<String> served =
        all.stream()
            .filter(key -> !key.isFormer())
            .map(Key::purpose)
            .map(Keys::served)
            .collect(Collectors.toSet());
    Stream<Key> missing =
        Stream.concat(
                Stream.of(DATABASE, IndexKey.MARKED, PSEUDONYM, SIGNING, BACKUP),
                Period.lasting().map(Period::purpose))
            .filter(purpose -> !served.contains(served(purpose)))
            .map(Key::fresh);
    return new Keys(Stream.concat(all.stream(), missing).toList());
  }

  /// Both forms of index keys serve one purpose.
  private static String served(String purpose) {
    return purpose.equals(IndexKey.MARKED) ? IndexKey.PLAIN : purpose;
  }

  /// Those for a purpose that are at work, the oldest first.
  List<Key> atWork(String purpose) {
    return all.stream()
        .filter(key -> !key.isFormer() && served(key.purpose()).equals(served(purpose)))
        .toList();
  }

  /// Those for a purpose, the current first, and the former last.
  List<Key> ever(String purpose) {
    return all.reversed().stream()
        .filter(key -> key.purpose().equals(purpose))
        .sorted(Comparator.comparing(Key::isFormer))
        .toList();
  }

  /// Those that are at work for any of the purposes that begin so, and are not the current ones.
  List<Key> superseded(String beginning) {
    return all.stream()
        .filter(key -> !key.isFormer() && key.purpose().startsWith(beginning) && !isCurrent(key))
        .toList();
  }

  List<Key> former() {
    return all.stream().filter(Key::isFormer).toList();
  }

  Key current(String purpose) {
    List<Key> there = atWork(purpose);
    if (there.isEmpty()) {
      throw new VaultFault(VaultFault.Kind.KEYRING, "The keyring has no key for " + purpose + ".");
    }
    return there.getLast();
  }

  boolean isCurrent(Key key) {
    return current(key.purpose()).id().equals(key.id());
  }

  Optional<Key> byId(Id id) {
    return all.stream().filter(key -> key.id().equals(id)).findFirst();
  }

  Keys and(List<Key> more) {
    return new Keys(Stream.concat(all.stream(), more.stream()).toList());
  }

  Keys without(Predicate<Key> going) {
    return new Keys(all.stream().filter(going.negate()).toList());
  }

  /// The keys for which this holds get another use.
  Keys with(Predicate<Key> which, Key.Use use) {
    return new Keys(all.stream().map(key -> which.test(key) ? key.as(use) : key).toList());
  }

  /// In the place of these keys it says when they were destroyed.
  Keys ended(List<Key> gone, Instant at) {
    List<Key> marks = gone.stream().map(key -> Key.ended(key, at)).toList();
    return without(key -> marks.stream().anyMatch(mark -> mark.id().equals(key.id()))).and(marks);
  }

  /// Nothing but backups needs it from now on; gone, if it was not to be kept even for them.
  Keys retired(Id id, Instant at) {
    List<Key> kept = new ArrayList<>();
    for (Key key : all) {
      if (!key.id().equals(id)) {
        kept.add(key);
      } else if (!key.isEnding()) {
        kept.add(key.as(new Key.Use.Former(at)));
      }
    }
    return new Keys(kept);
  }
}
