package hospital.wardbell.backup;

import hospital.wardbell.base.Actor;
import hospital.wardbell.store.Store;
import hospital.wardbell.store.Tree;
import hospital.wardbell.vault.DatabaseKey;
import hospital.wardbell.vault.Keyring;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Puts a backup in the place of a home's database, while nothing runs there; the caller holds the
/// home's lock.
///
/// The backup is unpacked beside the database, opened there and checked; only then is the old one
/// moved aside and the new one into its place. From the first move to the end a journal lies in the
/// home, by which a restore that was broken off is gone on with or undone. The old database stays
/// aside until somebody removes it.
public final class Restoring {
  static final String ASIDE = "database.before-";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /// What a restore has done, or what it would do.
  ///
  /// @param aside where the old database is; empty if there was none, or nothing was replaced
  /// @param ended how many records do not come back, since the period they were kept for has ended
  /// @param wrong in words, what of the backup did not hold together though it opens
  public record Outcome(
      String name,
      Instant madeAt,
      String product,
      Optional<Path> aside,
      long ended,
      List<String> wrong) {}

  private final Places places;
  private final InstantSource clock;

  public Restoring(Places places, InstantSource clock) {
    this.places = places;
    this.clock = clock;
  }

  /// @throws BackupFault if a restore was begun here and has not ended
  public static void requireNone(Places places) {
    if (Files.exists(places.journal())) {
      throw new BackupFault(
          BackupFault.Kind.BROKEN_OFF,
          "A restore was broken off here. Go on with it: wardbell restore --resume. Or take it back: wardbell restore --undo");
    }
  }

  /// @param dry only unpacks and checks
  /// @param keyring stays the caller's
  /// @throws BackupFault if the backup is not whole, or cannot be opened; the database is then as
  ///   it was
  public Outcome restore(
      Path file,
      boolean dry,
      Keyring keyring,
      RestoreListener listener,
      Actor by,
      Progress progress) {
    requireNone(places);
    try {
      Trees.fresh(places.unpacked());
      Unpacking.Unpacked unpacked = unpack(file, keyring, progress);
      Rehearsal.Checked checked = new Rehearsal(places.unpacked(), keyring, clock).check(unpacked);
      progress.reached(Step.CHECKED);
      Optional<Path> aside = Optional.empty();
      if (dry) {
        Tree.delete(places.unpacked());
      } else {
        Journal journal = begin(file, unpacked.header());
        progress.reached(Step.BEGUN);
        aside = finish(journal, keyring, listener, by, progress);
      }
      return new Outcome(
          String.valueOf(file.getFileName()),
          unpacked.header().at(),
          unpacked.header().product(),
          aside,
          checked.ended(),
          checked.wrong());
    } catch (IOException e) {
      throw BackupFault.of(e, "restoring");
    } finally {
      sweep(places);
    }
  }

  private Unpacking.Unpacked unpack(Path file, Keyring keyring, Progress progress)
      throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new BackupFault(
          BackupFault.Kind.NO_BACKUP, "There is no file %s. Nothing was changed.".formatted(file));
    }
    long size = Files.size(file);
    long room = Files.getFileStore(places.home()).getUsableSpace();
    if (room < size) {
      throw new BackupFault(
          BackupFault.Kind.NO_ROOM,
          "The restore needs %,d MB in %s, and there are %,d MB. Nothing was changed. Make room."
              .formatted((size >> 20) + 1, places.home(), room >> 20));
    }
    try (InputStream in = Files.newInputStream(file)) {
      Unpacking.Unpacked unpacked =
          Unpacking.read(in, size, keyring.backupKeys(), Optional.of(places.unpacked()), progress);
      progress.reached(Step.UNPACKED);
      return unpacked;
    }
  }

  private Journal begin(Path file, Header header) throws IOException {
    Trees.sync(places.unpacked());
    String aside = Files.exists(places.database()) ? ASIDE + TIME.format(clock.instant()) : "";
    Journal journal =
        new Journal(aside, String.valueOf(file.getFileName()), Files.size(file), header.at());
    journal.write(places.journal());
    return journal;
  }

  /// From whatever point it was broken off at.
  private Optional<Path> finish(
      Journal journal, Keyring keyring, RestoreListener listener, Actor by, Progress progress)
      throws IOException {
    Optional<Path> aside = aside(journal);
    if (isDatabase(places.unpacked())) {
      if (aside.isPresent() && !Files.exists(aside.get())) {
        move(places.database(), aside.get());
      }
      progress.reached(Step.ASIDE);
      move(places.unpacked(), places.database());
    }
    progress.reached(Step.IN_PLACE);
    try (Store store = DatabaseKey.open(places.database(), keyring)) {
      new Restored(store, clock).settle(journal, listener, by);
    }
    progress.reached(Step.OPENED);
    Files.delete(places.journal());
    Trees.syncOne(places.home());
    progress.reached(Step.DONE);
    return aside;
  }

  private static boolean isDatabase(Path directory) {
    return Files.exists(directory.resolve(Rehearsal.DATABASE));
  }

  private Optional<Path> aside(Journal journal) {
    return journal.aside().isEmpty()
        ? Optional.empty()
        : Optional.of(places.home().resolve(journal.aside()));
  }

  private void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    Trees.syncOne(places.home());
  }

  /// Goes on with a restore that was broken off.
  ///
  /// @throws BackupFault of kind NO_BACKUP if none was
  public Outcome resume(Keyring keyring, RestoreListener listener, Actor by, Progress progress) {
    try {
      Journal journal = Journal.read(places.journal()).orElseThrow(Restoring::noneBegun);
      Optional<Path> aside = finish(journal, keyring, listener, by, progress);
      return new Outcome(journal.name(), journal.madeAt(), "", aside, 0, List.of());
    } catch (IOException e) {
      throw BackupFault.of(e, "going on with the restore");
    }
  }

  private static BackupFault noneBegun() {
    return new BackupFault(
        BackupFault.Kind.NO_BACKUP, "No restore was broken off here. Nothing was changed.");
  }

  /// Takes back a restore that was broken off, or the last that ended: the database is again what
  /// it was before, as far as it lies aside. The restored one is removed.
  ///
  /// @return what is the database again; empty if there was none before
  public Optional<Path> undo() {
    try {
      Optional<Journal> journal = Journal.read(places.journal());
      Optional<Path> aside = journal.isPresent() ? aside(journal.get()) : lastAside();
      if (journal.isEmpty()) {
        beginUndoing(aside.orElseThrow(Restoring::nothingAside));
      }
      if (aside.isPresent() && Files.exists(aside.get())) {
        putBack(aside.get());
      } else if (aside.isEmpty() && !isDatabase(places.unpacked())) {
        Tree.delete(places.database());
      }
      Tree.delete(places.unpacked());
      Files.deleteIfExists(places.journal());
      Trees.syncOne(places.home());
      return aside;
    } catch (IOException e) {
      throw BackupFault.of(e, "taking the restore back");
    }
  }

  private static BackupFault nothingAside() {
    return new BackupFault(
        BackupFault.Kind.NO_BACKUP,
        "No restore can be taken back: no database lies aside. Nothing was changed.");
  }

  /// So that nothing is started on a home that has no database for a moment.
  private void beginUndoing(Path aside) throws IOException {
    new Journal(String.valueOf(aside.getFileName()), "", 0, clock.instant())
        .write(places.journal());
  }

  /// Killed in the middle, it is done again from the beginning.
  private void putBack(Path aside) throws IOException {
    if (Files.exists(places.database())) {
      Tree.delete(places.unpacked());
      move(places.database(), places.unpacked());
    }
    move(aside, places.database());
  }

  private Optional<Path> lastAside() throws IOException {
    try (Stream<Path> files = Files.list(places.home())) {
      return files
          .filter(file -> String.valueOf(file.getFileName()).startsWith(ASIDE))
          .max(Path::compareTo);
    }
  }

  /// When each database that still lies aside was put there.
  static List<Instant> aside(Places places) {
    try (Stream<Path> files = Files.list(places.home())) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.startsWith(ASIDE))
          .map(name -> TIME.parse(name.substring(ASIDE.length()), Instant::from))
          .toList();
    } catch (IOException e) {
      throw BackupFault.of(e, "looking for databases that lie aside");
    } catch (DateTimeException _) {
      return List.of(Instant.EPOCH); // one that somebody has given another name
    }
  }

  /// Removes what a restore has unpacked, unless it is on its way into the database's place.
  static void sweep(Places places) {
    if (!Files.exists(places.journal())) {
      try {
        Tree.delete(places.unpacked());
      } catch (IOException _) {
        // the next one clears it
      }
    }
  }
}
