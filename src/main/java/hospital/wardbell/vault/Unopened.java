package hospital.wardbell.vault;

import hospital.wardbell.base.Id;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Store;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What of a database does not open by a keyring, because that has not the KEKs.
///
/// @param ended how many subjects were kept for periods that have ended since: they are erased
/// @param lacking the fingerprints of KEKs that this keyring never had
public record Unopened(long ended, Set<String> lacking) {
  public Unopened {
    lacking = Set.copyOf(lacking);
  }

  public static Unopened of(Store store, Keyring keyring) {
    return store.read(sql -> of(sql, keyring));
  }

  private static Unopened of(Sql sql, Keyring keyring) {
    Set<Id> there =
        keyring.keys().stream()
            .filter(key -> key.purpose().startsWith(Keys.KEK))
            .map(Key::id)
            .collect(Collectors.toSet());
    Map<Id, ?> over = keyring.keks().ended();
    Set<String> lacking = new TreeSet<>();
    long ended = 0;
    for (Id kek : Vault.keks(sql)) {
      if (there.contains(kek)) {
        continue;
      }
      long subjects =
          sql.number(
              "select count(distinct line) from dek where kek = ? and wrapped is not null", kek);
      if (over.containsKey(kek)) {
        ended += subjects;
      } else if (subjects > 0) {
        lacking.add(KeyStatus.fingerprint(kek));
      }
    }
    return new Unopened(ended, lacking);
  }

  /// What the KEKs among keys were for whose periods have ended since.
  ///
  /// @param needed the fingerprints of keys, as of [FormerKeys#neededNow]
  public static Set<String> endedOf(Keyring keyring, Set<String> needed) {
    return keyring.keys().stream()
        .filter(key -> key.isEnded() && needed.contains(KeyStatus.fingerprint(key.id())))
        .map(Keks::purpose)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
