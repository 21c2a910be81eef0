package hospital.wardbell.compliance;

import static hospital.wardbell.alert.Kind.AFTER_HOURS;
import static hospital.wardbell.alert.Kind.MANY_LOOKS;

import hospital.wardbell.alert.Alerts;
import hospital.wardbell.alert.Fact;
import hospital.wardbell.alert.Notice;
import hospital.wardbell.audit.Evidence;
import hospital.wardbell.audit.Recorded;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.Loop;
import hospital.wardbell.settings.Settings;
import hospital.wardbell.store.Store;
import hospital.wardbell.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What in the record cannot wait for the weekly review, and is an alert at once: somebody opens
/// twice as many conversations within an hour as are reviewed; somebody looks at night or at a
/// weekend who has not done so for four weeks; many sign-ins are refused, at whatever accounts and
/// from whatever addresses.
///
/// A loop reads the record as it grows, from an hour before it begins, so that nothing is missed
/// over a restart; what was told is kept, so that nothing is told twice within [#QUIET].
///
/// @spec https://www.ecfr.gov/current/title-45/section-164.308#a-5-ii-c 45 CFR 164.308(a)(5)(ii)(C)
/// @spec https://www.ecfr.gov/current/title-45/section-164.312#b 45 CFR 164.312(b)
public final class Monitoring implements AutoCloseable {
  /// So many refused sign-ins within [#GUESSING] are more than mistakes.
  static final int MANY_REFUSED = 50;

  static final Duration GUESSING = Duration.ofMinutes(10);

  /// So many patients are more than a glance.
  static final int SOME_PATIENTS = 5;

  /// Whoever looked after hours this recently does so as a matter of course.
  static final Duration HABIT = Duration.ofDays(28);

  static final Duration QUIET = Duration.ofHours(12);

  private static final Duration REST = Duration.ofSeconds(15);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final String REFUSED = "sign-in.refused";
  private static final String HABITUAL = "habit";
  private static final String SIGN_IN = "sign-in";
  private static final int AT_ONCE = 2_000;
  private static final int MOST_PEOPLE = 2_000;
  private static final Actor SELF = new Actor.Wardbell("monitoring");

  private record Looks(Recent all, Recent afterHours) {}

  private final Store store;
  private final Evidence evidence;
  private final Settings settings;
  private final Alerts alerts;
  private final InstantSource clock;
  // The loop's own thread only.
  private final Map<Id, Looks> people = new HashMap<>();
  private final Recent refused = new Recent(GUESSING, MANY_REFUSED);
  private long next = -1;
  private @Nullable Loop loop;

  Monitoring(
      Store store, Evidence evidence, Settings settings, Alerts alerts, InstantSource clock) {
    this.store = store;
    this.evidence = evidence;
    this.settings = settings;
    this.alerts = alerts;
    this.clock = clock;
  }

  void start() {
    loop = Loop.start("monitoring", this::turn);
  }

  /// Goes through some of what has been recorded since.
  Duration turn() {
    long from = next < 0 ? evidence.firstSince(clock.instant().minus(HOUR)) : next;
    Evidence.Skimmed looks = evidence.skim(Draw.LOOK, Draw.STAFF, from, AT_ONCE);
    Evidence.Skimmed refusals = evidence.skim(REFUSED, "", from, AT_ONCE);
    // More may have been recorded between the two: each entry is taken once.
    next = Math.min(looks.next(), refusals.next());
    Hours hours = Hours.of(settings);
    looks.entries().stream().filter(this::isDue).forEach(entry -> look(entry, hours));
    refusals.entries().stream().filter(this::isDue).forEach(this::refusal);
    return next == from ? REST : Duration.ZERO;
  }

  private boolean isDue(Recorded entry) {
    return entry.leaf() < next;
  }

  private void look(Recorded entry, Hours hours) {
    Optional<Id> who = Draw.id(entry.actor().substring(Draw.STAFF.length()));
    who.ifPresent(staff -> look(staff, entry, hours));
  }

  private void look(Id staff, Recorded entry, Hours hours) {
    if (people.size() > MOST_PEOPLE) {
      people.clear(); // a hospital has fewer at work within an hour
    }
    int many = 2 * hours.many();
    Looks looks =
        people.computeIfAbsent(
            staff, _ -> new Looks(new Recent(HOUR, many), new Recent(HOUR, SOME_PATIENTS)));
    if (looks.all().add(entry.about(), entry.at()) >= many) {
      looks.all().clear();
      tell(notice(MANY_LOOKS, staff, many, entry.at()), entry.at());
    }
    if (hours.isAfter(entry.at())
        && looks.afterHours().add(entry.about(), entry.at()) >= SOME_PATIENTS) {
      looks.afterHours().clear();
      afterHours(staff, entry.at());
    }
  }

  private void afterHours(Id staff, Instant at) {
    boolean isNew = isNew(at);
    store.change(tx -> {
      boolean usual =
          MonitorTable.at(tx, HABITUAL, staff.toString())
              .filter(before -> before.plus(HABIT).isAfter(at))
              .isPresent();
      MonitorTable.put(tx, HABITUAL, staff.toString(), at);
      if (!usual && !isNew) {
        tell(tx, notice(AFTER_HOURS, staff, SOME_PATIENTS, at), at);
      }
    });
  }

  /// Whether the record is too young to tell what anybody's habits are.
  private boolean isNew(Instant at) {
    return evidence.firstSince(at.minus(HABIT)) == 0;
  }

  private static Notice notice(hospital.wardbell.alert.Kind kind, Id staff, int many, Instant at) {
    return Notice.of(
        kind,
        staff.toString(),
        new Actor.Person(staff),
        new Fact.Person(staff),
        new Fact.Count(many),
        new Fact.Time(at));
  }

  private void refusal(Recorded entry) {
    if (refused.add(Long.toString(entry.leaf()), entry.at()) >= MANY_REFUSED) {
      refused.clear();
      tell(
          Notice.of(
              hospital.wardbell.alert.Kind.GUESSING,
              SIGN_IN,
              SELF,
              new Fact.Count(MANY_REFUSED),
              new Fact.Time(entry.at())),
          entry.at());
    }
  }

  private void tell(Notice notice, Instant at) {
    store.change(tx -> tell(tx, notice, at));
  }

  private void tell(Tx tx, Notice notice, Instant at) {
    String what = notice.kind().name();
    boolean told =
        MonitorTable.at(tx, what, notice.subject())
            .filter(before -> before.plus(QUIET).isAfter(at))
            .isPresent();
    if (!told) {
      MonitorTable.put(tx, what, notice.subject(), at);
      Id _ = alerts.raise(tx, notice);
    }
  }

  @Override
  public void close() {
    Loop running = loop;
    if (running != null) {
      running.close();
    }
  }
}
