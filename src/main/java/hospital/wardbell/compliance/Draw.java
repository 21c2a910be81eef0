package hospital.wardbell.compliance;

import hospital.wardbell.audit.Evidence;
import hospital.wardbell.audit.Recorded;
import hospital.wardbell.base.Id;
import hospital.wardbell.compliance.Sample.Look;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;

/// Goes through the record of one week and draws the looks to be reviewed. One use, one thread.
///
/// A look is in one kind only, the gravest; what is in none may be drawn by chance. That somebody
/// opened many conversations is an item beside its looks.
final class Draw {
  static final String LOOK = "conversation.read";
  static final String STAFF = "staff:";
  private static final int AT_ONCE = 2_000;

  /// Whom somebody has looked at since the hour began.
  private static final class Hour {
    private Instant began = Instant.MIN;
    private final Set<String> seen = new HashSet<>();
  }

  private final Evidence evidence;
  private final Persons persons;
  private final Hours hours;
  private final Map<Kind, Sample> samples = new EnumMap<>(Kind.class);
  private final Map<Id, Hour> present = new HashMap<>();
  private long looks;

  Draw(Evidence evidence, Persons persons, Hours hours, String seed) {
    this.evidence = evidence;
    this.persons = persons;
    this.hours = hours;
    for (Kind kind : Kind.values()) {
      samples.put(kind, new Sample(kind, seed));
    }
  }

  /// @param progress told how many entries have been gone through, now and then
  void run(long from, long to, LongConsumer progress) {
    long next = from;
    while (next < to) {
      Evidence.Skimmed some = evidence.skim(LOOK, STAFF, next, (int) Math.min(AT_ONCE, to - next));
      // Where entries are gone, those behind the week come along.
      some.entries().stream().filter(entry -> entry.leaf() < to).forEach(this::take);
      if (some.next() == next) {
        return; // there are no more
      }
      next = some.next();
      progress.accept(next - from);
    }
  }

  private void take(Recorded entry) {
    Optional<Id> conversation = id(entry.about());
    Optional<Id> staff = id(entry.actor().substring(STAFF.length()));
    if (conversation.isPresent() && staff.isPresent()) {
      take(entry, staff.get(), conversation.get());
    }
  }

  private void take(Recorded entry, Id staff, Id conversation) {
    looks++;
    Kind known =
        persons
            .why(staff, conversation)
            .orElseGet(() -> hours.isAfter(entry.at()) ? Kind.AFTER_HOURS : Kind.RANDOM);
    Kind kind = entry.under().isPresent() && known != Kind.OWN_RECORD ? Kind.BREAK_GLASS : known;
    offer(
        kind,
        new Look(
            entry.leaf(),
            entry.at(),
            staff,
            Optional.of(conversation),
            0,
            staff + " " + conversation));
    count(entry, staff);
  }

  private void count(Recorded entry, Id staff) {
    Hour hour = present.computeIfAbsent(staff, _ -> new Hour());
    Instant began = entry.at().truncatedTo(ChronoUnit.HOURS);
    if (!began.equals(hour.began)) {
      hour.began = began;
      hour.seen.clear();
    }
    if (hour.seen.add(entry.about()) && hour.seen.size() == hours.many()) {
      offer(
          Kind.MANY,
          new Look(
              entry.leaf(),
              entry.at(),
              staff,
              Optional.empty(),
              hours.many(),
              staff + " " + began));
    }
  }

  private void offer(Kind kind, Look look) {
    Optional.ofNullable(samples.get(kind)).ifPresent(sample -> sample.offer(look));
  }

  static Optional<Id> id(String text) {
    try {
      return Optional.of(Id.parse(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// How many looks by staff there were.
  long looks() {
    return looks;
  }

  List<Sample> samples() {
    return Arrays.stream(Kind.values())
        .flatMap(k -> Optional.ofNullable(samples.get(k)).stream())
        .toList();
  }
}
