package hospital.wardbell.backup;

import hospital.wardbell.store.Store;
import hospital.wardbell.vault.BackupKey;
import hospital.wardbell.vault.FormerKeys;
import hospital.wardbell.vault.Keyring;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Which former keys of the keyring backups still need, wherever this home has ever kept any. One
/// thread at a time.
final class KeyNeeds {
  /// A backup that does not say what it needs may have been copied as long before it got its name.
  private static final Duration MARGIN = Duration.ofDays(1);

  private final Places places;
  private final Targets targets;
  private final Store store;
  private final Keyring keyring;
  private final EventTable events = new EventTable();
  private final Map<BackupName, Set<String>> read = new HashMap<>();

  KeyNeeds(Places places, Targets targets, Store store, Keyring keyring) {
    this.places = places;
    this.targets = targets;
    this.store = store;
    this.keyring = keyring;
  }

  /// What there is.
  ///
  /// @param needs of each backup of this home, the fingerprints of the keys it needs; empty if it
  ///   does not say
  /// @param unreachable where there may be more
  private record Found(Map<BackupName, Set<String>> needs, List<String> unreachable) {}

  /// Why each of them must stay, in words, by its fingerprint; the others may go.
  Map<String, String> look(List<FormerKeys.Former> former) {
    Map<String, String> why = new TreeMap<>();
    if (!former.isEmpty()) {
      Found found = found();
      former.forEach(key -> why(key, found).ifPresent(w -> why.put(key.fingerprint(), w)));
    }
    return why;
  }

  /// The backups there are of this home, the newest first, and where there may be more.
  List<String> everything() {
    Found found = found();
    Stream<String> names =
        found.needs().keySet().stream().sorted(Comparator.reverseOrder()).map(BackupName::text);
    return Stream.concat(
            names,
            found.unreachable().stream().map(w -> "those in " + w + ", which is not reached"))
        .toList();
  }

  /// As of [Backups#elsewhere]. What a restore has passed over: the backups made after the one it
  /// restored and before itself.
  Optional<String> elsewhere() {
    Optional<String> aside = aside();
    List<EventTable.Span> passed = store.read(events::passed);
    if (aside.isPresent() || passed.isEmpty()) {
      return aside.map(name -> name + ", which a restore put aside, may need them");
    }
    Found found = found();
    return unreachable(found)
        .or(() ->
            found.needs().keySet().stream()
                .filter(name -> passed.stream().anyMatch(span -> span.holds(name.at())))
                .findFirst()
                .map(name ->
                    "the backup of %s, made before a restore, may need them".formatted(name.at())));
  }

  private static Optional<String> unreachable(Found found) {
    return found.unreachable().isEmpty()
        ? Optional.empty()
        : Optional.of(
            "there may be backups in %s, which is not reached"
                .formatted(String.join(", ", found.unreachable())));
  }

  private Optional<String> why(FormerKeys.Former key, Found found) {
    Optional<String> unreachable = unreachable(found);
    if (unreachable.isPresent()) {
      return unreachable;
    }
    Optional<String> aside = aside();
    if (aside.isPresent()) {
      return Optional.of("%s, which a restore put aside, may need it".formatted(aside.get()));
    }
    List<BackupName> needing =
        found.needs().entrySet().stream()
            .filter(backup -> isNeeded(key, backup.getKey(), backup.getValue()))
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    return switch (needing.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of("the backup of %s needs it".formatted(needing.getFirst().at()));
      default ->
          Optional.of(
              "%d backups need it, the newest of %s"
                  .formatted(needing.size(), needing.getLast().at()));
    };
  }

  private static boolean isNeeded(FormerKeys.Former key, BackupName name, Set<String> needs) {
    return needs.isEmpty()
        ? name.at().isBefore(key.since().plus(MARGIN))
        : needs.contains(key.fingerprint());
  }

  private Optional<String> aside() {
    try (Stream<Path> files = Files.list(places.home())) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.startsWith(Restoring.ASIDE))
          .findFirst();
    } catch (IOException e) {
      throw BackupFault.of(e, "looking for databases that were put aside");
    }
  }

  private Found found() {
    Map<BackupName, Set<String>> needs = new HashMap<>();
    List<String> unreachable = new ArrayList<>();
    Set<String> everywhere = new TreeSet<>(store.read(events::targets));
    everywhere.add(targets.where());
    for (String where : everywhere) {
      try (Target target = targets.of(where)) {
        target.require();
        needs.putAll(on(target));
      } catch (BackupFault | IOException _) {
        unreachable.add(where);
      }
    }
    read.keySet().retainAll(needs.keySet());
    return new Found(needs, unreachable);
  }

  /// Those of other homes that keep theirs in the same place are not ours to look at.
  private Map<BackupName, Set<String>> on(Target target) throws IOException {
    List<String> ours = keyring.backupKeys().stream().map(BackupKey::fingerprint).toList();
    Map<BackupName, Set<String>> needs = new HashMap<>();
    for (Target.Kept kept : target.list()) {
      BackupName name = kept.name();
      if (ours.contains(name.fingerprint())) {
        Set<String> known = read.get(name);
        Set<String> its = known == null ? needs(target, name) : known;
        read.put(name, its);
        needs.put(name, its);
      }
    }
    return needs;
  }

  private static Set<String> needs(Target target, BackupName name) throws IOException {
    try (InputStream in = target.open(name)) {
      return Header.read(in).header().needs();
    } catch (BackupFault _) {
      return Set.of(); // as far as it is read it does not say
    }
  }
}
