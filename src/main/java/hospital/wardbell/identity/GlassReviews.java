package hospital.wardbell.identity;

import hospital.wardbell.alert.Alerts;
import hospital.wardbell.alert.Fact;
import hospital.wardbell.alert.Kind;
import hospital.wardbell.alert.Notice;
import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.identity.GlassUse.Finding;
import hospital.wardbell.identity.GlassUse.Opened;
import hospital.wardbell.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// The review that each use of break-glass must have, by somebody else. Any thread that may block.
public final class GlassReviews {
  private static final int MOST_LISTED = 200;
  private static final int LONGEST_NOTE = 1_000;

  /// After so long without a sign-off, those who must know are told again.
  private static final Duration AGAIN = Duration.ofHours(24);

  private static final Actor SELF = new Actor.Wardbell("break-glass");

  /// What came of a reviewer's act.
  public enum Outcome {
    DONE,
    NOT_THERE,
    /// It is signed off and is not changed any more.
    SIGNED_ALREADY,
    /// It is the reviewer's own.
    OWN,
    /// It is under way still.
    NOT_OVER,
    /// There are no words, or too many.
    NO_WORDS
  }

  private final Store store;
  private final GlassTable table;
  private final Audit audit;
  private final Alerts alerts;
  private final InstantSource clock;

  GlassReviews(Store store, GlassTable table, Audit audit, Alerts alerts, InstantSource clock) {
    this.store = store;
    this.table = table;
    this.audit = audit;
    this.alerts = alerts;
    this.clock = clock;
  }

  /// The newest uses; those that wait for a review first.
  public List<GlassUse> uses() {
    return store.read(sql -> table.newest(sql, MOST_LISTED));
  }

  /// One use with what people wrote; that it was read is an entry before it is shown.
  public Optional<Opened> open(Id use, Actor by, String origin) {
    Optional<Opened> found = store.read(sql -> table.open(sql, use));
    found.ifPresent(_ -> audit.record(Entry.of(by, "break-glass.read").about(use).from(origin)));
    return found;
  }

  /// Signs a use off. What was raised about it is over by that.
  public Outcome sign(Id use, Finding finding, String text, Staff by, String origin) {
    String note = text.strip();
    if (note.isEmpty() || note.length() > LONGEST_NOTE) {
      return Outcome.NO_WORDS;
    }
    return store.write(tx -> {
      Optional<GlassUse> found = table.find(tx, use);
      if (found.isEmpty()) {
        return Outcome.NOT_THERE;
      }
      if (found.get().review().isPresent()) {
        return Outcome.SIGNED_ALREADY;
      }
      if (found.get().glass().staff().equals(by.id())) {
        return Outcome.OWN;
      }
      if (found.get().ended().isEmpty()) {
        return Outcome.NOT_OVER;
      }
      table.review(tx, use, new GlassUse.Review(by.id(), clock.instant(), finding), note);
      audit.record(
          tx,
          Entry.of(by.actor(), "break-glass.reviewed")
              .about(use)
              .from(origin)
              .because(finding.name()));
      alerts.over(tx, Kind.BREAK_GLASS, use.toString());
      alerts.over(tx, Kind.REVIEW_OVERDUE, use.toString());
      return Outcome.DONE;
    });
  }

  /// How many uses should have been reviewed by now.
  public int overdue() {
    return store.read(table::countOverdue);
  }

  /// Raises an alert for each use begun up to `then` that nobody has reviewed, and again each day
  /// until somebody has: that somebody acknowledged the alert is no review.
  void tellLate(Instant then) {
    Instant now = clock.instant();
    for (Glass late : store.read(sql -> table.late(sql, then, now.minus(AGAIN)))) {
      store.change(tx -> {
        table.overdue(tx, late.use(), now);
        Id _ =
            alerts.raise(
                tx,
                Notice.of(
                    Kind.REVIEW_OVERDUE,
                    late.use().toString(),
                    SELF,
                    new Fact.Person(late.staff()),
                    new Fact.Time(late.begun())));
      });
    }
  }
}
