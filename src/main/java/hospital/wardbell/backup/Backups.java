package hospital.wardbell.backup;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Actor;
import hospital.wardbell.settings.Settings;
import hospital.wardbell.store.Store;
import hospital.wardbell.vault.BackupKey;
import hospital.wardbell.vault.FormerKeys;
import hospital.wardbell.vault.Keyring;
import hospital.wardbell.vault.Vault;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// The backups of one home at work. Any thread; what takes long is done one at a time, and a second
/// who asks meanwhile is refused.
public final class Backups implements AutoCloseable {
  private static final int MOST_EVENTS = 100;

  /// A backup at the target.
  public record Kept(BackupName name, long octets) {}

  private final Places places;
  private final Keyring keyring;
  private final Store store;
  private final Audit audit;
  private final InstantSource clock;
  private final Targets targets;
  private final Schedule schedule;
  private final Making making;
  private final EventTable events = new EventTable();
  private final Watching watching = new Watching();
  private final OneAtATime atWork = new OneAtATime(watching::over);
  private final TargetDesk desk;
  private final Shelf shelf;
  private final KeyRelease release;
  private Optional<Daily> daily = Optional.empty();

  /// @param keyring open for as long as this is used
  /// @param product the version of this program
  public Backups(
      Places places,
      Keyring keyring,
      Store store,
      Vault vault,
      Audit audit,
      Settings settings,
      String product,
      InstantSource clock) {
    this.places = places;
    this.keyring = keyring;
    this.store = store;
    this.audit = audit;
    this.clock = clock;
    this.targets = new Targets(places, settings, new SftpAccess(store, vault));
    this.shelf = new Shelf(targets);
    this.release = new KeyRelease(new KeyNeeds(places, targets, store, keyring));
    this.schedule = new Schedule(settings);
    this.making = new Making(places, keyring, store, product, clock);
    this.desk = new TargetDesk(targets, store, settings, audit);
  }

  /// Clears what a process that was killed left behind, and makes a backup each day from now on.
  public void start() {
    making.discard();
    Restoring.sweep(places);
    daily = Optional.of(Daily.start(this, targets, places));
  }

  /// The keys that are let go once no backup needs them; set once, before [#start].
  public void keep(FormerKeys keys) {
    release.of(keys);
  }

  /// @param anyway also if there is no former key that was not looked at
  void letGoOfKeys(boolean anyway) {
    if (anyway || release.isDue()) {
      List<String> _ = atWork.run(release::now);
    }
  }

  /// Why former keys are kept, by their fingerprints, as it was when that was last looked at.
  public Map<String, String> whyKept() {
    return release.why();
  }

  /// The backups there are of this home, wherever, in words.
  public List<String> everything() {
    return atWork.run(release.needs()::everything);
  }

  /// Why there may be records that this database does not know of, in words: in a database that a
  /// restore put aside, or in backups that one has passed over.
  public Optional<String> elsewhere() {
    return atWork.run(release.needs()::elsewhere);
  }

  /// Naming and marking where backups are kept.
  public TargetDesk desk() {
    return desk;
  }

  /// Makes a backup now, then removes those that need not be kept any more.
  ///
  /// @throws BackupFault if none was made; that is on record too
  public Kept run(Actor by, Progress progress) {
    return atWork.run(() -> made(by, watching.and(progress)));
  }

  private Kept made(Actor by, Progress progress) {
    long start = System.nanoTime();
    try (Target target = targets.open()) {
      target.require();
      Target.Kept made = making.make(target, isKeyringCopied(), progress);
      record(Event.Kind.MADE, made.name().text(), made.octets(), start, by, "", "backup.made");
      progress.reached(Step.RECORDED);
      List<BackupName> _ = pruned(target, by);
      List<String> _ = release.now();
      return new Kept(made.name(), made.octets());
    } catch (RuntimeException e) {
      recordFailure(e, start, by);
      throw e;
    }
  }

  private boolean isKeyringCopied() {
    return targets.settings().isOn(Settings.Key.BACKUP_KEYRING);
  }

  /// The database may be what failed; then what is told is the first failure.
  private void recordFailure(RuntimeException e, long start, Actor by) {
    String kind =
        e instanceof BackupFault fault ? fault.kind().name() : BackupFault.Kind.DISK.name();
    try {
      record(Event.Kind.FAILED, "", 0, start, by, kind, "backup.failed");
    } catch (RuntimeException second) {
      e.addSuppressed(second);
    }
  }

  private void record(
      Event.Kind kind, String name, long octets, long start, Actor by, String detail, String act) {
    Event event =
        new Event(
            clock.instant(),
            kind,
            name,
            targets.where(),
            octets,
            Duration.ofNanos(System.nanoTime() - start),
            by.label(),
            detail);
    store.change(tx -> {
      events.add(tx, event);
      audit.record(tx, Entry.of(by, act).because(name.isEmpty() ? detail : name));
    });
  }

  /// The backups at the target, the newest first, of whatever key.
  public List<Kept> list() {
    try (Target target = targets.open()) {
      target.require();
      return target.list().stream().map(kept -> new Kept(kept.name(), kept.octets())).toList();
    }
  }

  /// When each backup of this home at the target was made; and up to when there is something in
  /// each database that a restore has put aside.
  public List<Instant> made() {
    List<String> ours = keyring.backupKeys().stream().map(BackupKey::fingerprint).toList();
    Stream<Instant> kept =
        list().stream()
            .map(Kept::name)
            .filter(name -> ours.contains(name.fingerprint()))
            .map(BackupName::at);
    return Stream.concat(kept, Restoring.aside(places).stream()).toList();
  }

  /// Removes the backups of this home that need not be kept any more.
  public List<BackupName> prune(Actor by) {
    return atWork.run(() -> {
      try (Target target = targets.open()) {
        target.require();
        List<BackupName> removed = pruned(target, by);
        List<String> _ = release.now();
        return removed;
      }
    });
  }

  /// Those of other homes that keep theirs in the same place are left alone.
  private List<BackupName> pruned(Target target, Actor by) {
    List<String> ours = keyring.backupKeys().stream().map(BackupKey::fingerprint).toList();
    List<BackupName> all =
        target.list().stream()
            .map(Target.Kept::name)
            .filter(name -> ours.contains(name.fingerprint()))
            .toList();
    List<BackupName> superfluous = schedule.retention().superfluous(all);
    for (BackupName name : superfluous) {
      target.delete(name);
      audit.record(Entry.of(by, "backup.pruned").because(name.text()));
    }
    return superfluous;
  }

  /// Reads a backup whole.
  ///
  /// @param which a name at the target, a file's whole path, or nothing for the newest of all
  public Verifying.Verified verify(Optional<String> which) {
    return atWork.run(() ->
        shelf.read(which, (name, in, size) -> Verifying.read(in, size, name, keyring, watching)));
  }

  /// Restores a backup on trial, checks it and throws it away. What it has shown is on record.
  ///
  /// @param which as of [#verify]
  public Evidence testRestore(Optional<String> which, Actor by) {
    long start = System.nanoTime();
    return atWork.run(() -> {
      Evidence evidence =
          shelf.read(
              which,
              (name, in, size) ->
                  new Rehearsal(places.scratch(), keyring, clock)
                      .test(in, size, name, by, watching));
      record(
          Event.Kind.TESTED,
          evidence.recordedName(),
          evidence.octets(),
          start,
          by,
          evidence.recorded(),
          evidence.passed() ? "backup.test-passed" : "backup.test-failed");
      return evidence;
    });
  }

  /// How far what is being done has come; empty if nothing is.
  public Optional<Watching.State> progress() {
    return watching.state();
  }

  /// What became of backups, the newest first.
  public List<Event> history() {
    return store.read(sql -> events.newest(sql, MOST_EVENTS));
  }

  /// How it stands, by what is on record.
  public Health health() {
    Instant now = clock.instant();
    Function<Event.Kind, Optional<Event>> last = kind -> store.read(sql -> events.last(sql, kind));
    Optional<Instant> made = last.apply(Event.Kind.MADE).map(Event::at);
    Optional<Health.Failure> failed =
        last.apply(Event.Kind.FAILED)
            .filter(event -> made.isEmpty() || event.at().isAfter(made.get()))
            .map(event -> new Health.Failure(event.at(), BackupFault.Kind.valueOf(event.detail())));
    Optional<Duration> overdue =
        made.map(at -> Duration.between(at, now))
            .filter(age -> schedule.isOn() && age.compareTo(Health.PATIENCE) > 0);
    Optional<Instant> tested = last.apply(Event.Kind.TESTED).map(Event::at);
    return new Health(schedule.isOn(), made, failed, tested, overdue);
  }

  /// Whether the daily one is due.
  boolean isDue() {
    Health health = health();
    return schedule.isDue(clock.instant(), health.last(), health.failed().map(Health.Failure::at));
  }

  /// Puts the keyring beside the backups as it is now.
  void copyKeyring() {
    boolean _ =
        atWork.run(() -> {
          try (Target target = targets.open()) {
            target.require();
            making.copyKeyring(target, keyring.backupKeys().getFirst());
            return true;
          } catch (IOException e) {
            throw BackupFault.of(e, "copying the keyring");
          }
        });
  }

  @Override
  public void close() {
    daily.ifPresent(Daily::close);
  }
}
