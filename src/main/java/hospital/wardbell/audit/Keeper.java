package hospital.wardbell.audit;

import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Loop;
import hospital.wardbell.store.Store;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/// Keeps the log of one running home: has it signed, checked and witnessed, and watches the clock.
/// Loops of its own do it; no page and no text waits for them. Any thread.
public final class Keeper implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Keeper.class.getName());
  private static final Actor SELF = new Actor.Wardbell("audit");
  private static final Duration WITNESSING = Duration.ofMinutes(1);
  // A new home has signed nothing yet.
  private static final Duration FIRST_WITNESSING = Duration.ofSeconds(1);

  private final Store store;
  private final Audit audit;
  private final Notary notary;
  private final Checker checker;
  private final ClockWatch watch;
  private final List<Loop> loops = new ArrayList<>();
  private volatile Optional<Finding> unsigned = Optional.empty();
  private volatile boolean unwitnessed;
  private boolean told; // the notary's loop only
  private Optional<String> witnessed = Optional.empty(); // the witness's loop only

  public Keeper(Store store, Audit audit, NoteSigner signer, InstantSource clock) {
    this.store = store;
    this.audit = audit;
    this.notary = new Notary(store, audit, signer, clock);
    this.watch = new ClockWatch(clock, System::nanoTime);
    this.checker = new Checker(store, signer, clock, this::sayWhatWasFound);
  }

  /// Begins; once.
  ///
  /// @param witness where checkpoints are kept besides
  /// @param clock what is known of the machine's clock; asked twice a second
  public void start(Optional<Witness> witness, Supplier<ClockStatus> clock) {
    audit.clockIs(clock.get());
    loops.add(
        Loop.start(
            "audit-notary",
            () -> {
              audit.clockIs(clock.get());
              watch.jump().ifPresent(this::recordJump);
              return sign();
            }));
    witness.ifPresent(file -> loops.add(Loop.start("audit-witness", () -> witness(file))));
    checker.start();
  }

  private void recordJump(Duration far) {
    String seconds = String.format(Locale.ROOT, "%+.1f s", far.toMillis() / 1000.0);
    audit.record(Entry.of(SELF, "clock.jumped").because(seconds));
  }

  private Duration sign() {
    Duration rest = notary.turn();
    unsigned = notary.broken();
    Optional<Finding> broken = broken();
    if (broken.isPresent() && !told) {
      Finding finding = broken.get();
      audit.record(Entry.of(SELF, "audit.broken").because(finding.code() + " " + finding.leaf()));
    }
    told = broken.isPresent();
    return rest;
  }

  private void sayWhatWasFound() {
    broken()
        .ifPresent(finding ->
            LOG.log(Level.ERROR, "the audit record does not hold: {0}", finding.words()));
  }

  private Duration witness(Witness file) {
    Optional<String> newest = store.read(TreeTable::newest).map(Signed::note);
    if (newest.isEmpty()) {
      return FIRST_WITNESSING;
    }
    if (!newest.equals(witnessed)) {
      append(file, newest.get());
    }
    return WITNESSING;
  }

  private void append(Witness file, String newest) {
    try {
      file.append(newest);
      witnessed = Optional.of(newest);
      unwitnessed = false;
    } catch (IOException _) {
      if (!unwitnessed) {
        LOG.log(Level.WARNING, "the audit record's witness cannot be written; is it there?");
      }
      unwitnessed = true;
    }
  }

  /// The first place where the record does not hold, as far as is known. Everything goes on
  /// nevertheless; only what contradicts an earlier checkpoint is not signed.
  public Optional<Finding> broken() {
    Optional<Finding> found =
        checker.progress().last().flatMap(last -> last.report().first().stream().findFirst());
    return found.or(() -> unsigned);
  }

  /// Whether there is a witness that could not be written.
  public boolean unwitnessed() {
    return unwitnessed;
  }

  /// Has the whole record checked, at once and at full pace.
  ///
  /// @return the number of that check
  public long check() {
    return checker.ask();
  }

  public Progress progress() {
    return checker.progress();
  }

  /// Ends the loops after their turns; the last entries are signed after the next start.
  @Override
  public void close() {
    checker.close();
    loops.forEach(Loop::close);
  }
}
