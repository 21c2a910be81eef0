package hospital.wardbell.identity;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Id;
import hospital.wardbell.identity.lesson.Lesson;
import hospital.wardbell.identity.lesson.Lessons;
import hospital.wardbell.identity.lesson.Question;
import hospital.wardbell.identity.lesson.Rehearsal;
import hospital.wardbell.identity.lesson.Topic;
import hospital.wardbell.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Who has been taught what and attested to it, and whether that lets them send. What is newest of
/// each person is kept in memory in front of its rows, since every page asks. Any thread that may
/// block.
///
/// @spec https://www.ecfr.gov/current/title-45/section-164.530#b 45 CFR 164.530(b)
public final class Training {
  /// From when the rule holds for somebody until it stops anybody.
  static final Duration GRACE = Duration.ofDays(14);

  /// How long before it is due again people are told.
  static final Duration REMINDED = Duration.ofDays(30);

  /// How it stands with a person and a lesson.
  public enum State {
    CURRENT,
    /// Current, and due again within [#REMINDED].
    ENDING,
    ENDED,
    /// The lesson says something else by now that everybody has to know.
    CHANGED,
    NEVER;

    public boolean isCurrent() {
      return this == CURRENT || this == ENDING;
    }
  }

  /// A check that was passed and attested to.
  public record Done(int version, Instant at) {}

  /// How it stands with one lesson.
  ///
  /// @param ends when what was done counts no more; empty if nothing was
  public record Learned(Topic topic, State state, Optional<Done> done, Optional<Instant> ends) {}

  /// What a person is told on each page.
  public record Notice(Kind kind, Instant at) {
    /// What is told.
    public enum Kind {
      /// The person may not send.
      STOPPED,
      /// From then on the person may not send, unless lessons are done.
      STOPS,
      /// Lessons are due again, which stops nothing.
      DUE
    }
  }

  /// What became of an answered check.
  public sealed interface Outcome {
    record Passed() implements Outcome {}

    /// @param questions whose answer is wrong or missing, from 0
    /// @param attested whether the person attested to it
    record Again(Set<Integer> questions, boolean attested) implements Outcome {
      public Again {
        questions = Set.copyOf(questions);
      }
    }

    /// The questions were those of another version.
    record Changed() implements Outcome {}
  }

  /// A check as a person answered it.
  ///
  /// @param form what tells this form from any other
  /// @param version of the lesson whose questions these are
  /// @param answers by question, from 0; those that are missing were not answered
  public record Answered(
      Topic topic, Id form, int version, Map<Integer, Integer> answers, boolean attested) {
    public Answered {
      answers = Map.copyOf(answers);
    }
  }

  private final Store store;
  private final Audit audit;
  private final TrainingRule rule;
  private final InstantSource clock;
  private final Lessons lessons = Lessons.load();
  private final Map<Id, Map<Topic, Done>> newest = new ConcurrentHashMap<>();
  private final Map<Id, Instant> came = new ConcurrentHashMap<>();
  private final Map<Topic, Instant> asked = new EnumMap<>(Topic.class);

  Training(Store store, Audit audit, TrainingRule rule, InstantSource clock) {
    this.store = store;
    this.audit = audit;
    this.rule = rule;
    this.clock = clock;
    for (TrainingTable.Passed passed : store.read(TrainingTable::all)) {
      Topic.of(passed.topic()).ifPresent(topic -> keep(passed.staff(), topic, passed.done()));
    }
    for (Topic topic : Topic.values()) {
      asked.put(topic, asked(lessons.of(topic, "en")));
    }
  }

  private Instant asked(Lesson lesson) {
    return store
        .read(sql -> TrainingTable.asked(sql, lesson))
        .orElseGet(() -> {
          Instant now = clock.instant();
          store.change(tx -> TrainingTable.ask(tx, lesson, now));
          return now;
        });
  }

  private void keep(Id staff, Topic topic, Done done) {
    newest.computeIfAbsent(staff, _ -> new ConcurrentHashMap<>()).put(topic, done);
  }

  public Lesson lesson(Topic topic, String language) {
    return lessons.of(topic, language);
  }

  public Rehearsal rehearsal(String language) {
    return lessons.rehearsal(language);
  }

  /// How it stands with each lesson, in their order.
  public List<Learned> of(Id staff) {
    TrainingRule.Now holds = rule.now();
    return Arrays.stream(Topic.values()).map(topic -> learned(staff, topic, holds)).toList();
  }

  private Learned learned(Id staff, Topic topic, TrainingRule.Now holds) {
    Optional<Done> done = Optional.ofNullable(newest.getOrDefault(staff, Map.of()).get(topic));
    Optional<Instant> ends = done.map(it -> rule.ends(it.at(), holds));
    return new Learned(topic, state(topic, done, ends), done, ends);
  }

  private State state(Topic topic, Optional<Done> done, Optional<Instant> ends) {
    Instant now = clock.instant();
    if (done.isEmpty()) {
      return State.NEVER;
    }
    if (done.get().version() < lessons.of(topic, "en").least()) {
      return State.CHANGED;
    }
    if (ends.filter(now::isBefore).isEmpty()) {
      return State.ENDED;
    }
    return ends.get().minus(REMINDED).isAfter(now) ? State.CURRENT : State.ENDING;
  }

  /// Whether training lets the person send. What else it takes is a matter of roles.
  boolean maySend(Staff staff) {
    TrainingRule.Now holds = rule.now();
    return !holds.required() || clock.instant().isBefore(until(staff.id(), holds));
  }

  /// Until when the person may send by what they have done and by the grace there is; empty if the
  /// rule is off, or no role of the person's sends.
  public Optional<Instant> sendsUntil(Staff staff) {
    TrainingRule.Now holds = rule.now();
    return holds.required() && sends(staff)
        ? Optional.of(until(staff.id(), holds))
        : Optional.empty();
  }

  private static boolean sends(Staff staff) {
    return staff.roles().stream().anyMatch(role -> role.permissions().contains(Permission.SEND));
  }

  private Instant until(Id staff, TrainingRule.Now holds) {
    Instant from = later(holds.since(), came(staff));
    return Arrays.stream(Topic.values())
        .map(topic -> until(learned(staff, topic, holds), from))
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  private Instant until(Learned learned, Instant from) {
    Instant grace = later(from, asked.getOrDefault(learned.topic(), from)).plus(GRACE);
    return later(
        grace, learned.ends().filter(_ -> learned.state().isCurrent()).orElse(Instant.EPOCH));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /// When the person's account was made, which never changes.
  private Instant came(Id staff) {
    return Optional.ofNullable(came.get(staff))
        .orElseGet(() -> {
          Optional<Instant> made = store.read(sql -> TrainingTable.came(sql, staff));
          made.ifPresent(at -> came.put(staff, at));
          return made.orElse(Instant.EPOCH);
        });
  }

  /// What the person must be told, if anything.
  public Optional<Notice> notice(Staff staff) {
    Instant now = clock.instant();
    Instant soon = now.plus(REMINDED);
    Optional<Instant> until = sendsUntil(staff);
    if (until.isPresent()) {
      Notice.Kind kind = now.isBefore(until.get()) ? Notice.Kind.STOPS : Notice.Kind.STOPPED;
      return until.filter(soon::isAfter).map(at -> new Notice(kind, at));
    }
    return of(staff.id()).stream()
        .filter(learned -> learned.state() != State.CURRENT)
        .flatMap(learned -> learned.ends().stream())
        .min(Comparator.naturalOrder())
        .map(at -> new Notice(Notice.Kind.DUE, at));
  }

  /// Keeps that the person passed, if all is right and attested to. A form that was kept already
  /// changes nothing.
  public Outcome answer(Staff staff, Answered form, String origin) {
    Lesson lesson = lessons.of(form.topic(), staff.language());
    if (form.version() != lesson.version()) {
      return new Outcome.Changed();
    }
    Set<Integer> wrong = wrong(lesson.questions(), form.answers());
    if (!wrong.isEmpty() || !form.attested()) {
      return new Outcome.Again(wrong, form.attested());
    }
    Done done = new Done(lesson.version(), clock.instant());
    store.change(tx -> {
      if (TrainingTable.isKept(tx, form.form())) {
        return;
      }
      TrainingTable.insert(tx, form.form(), staff.id(), form.topic(), done);
      audit.record(
          tx,
          Entry.of(staff.actor(), "training.done")
              .about(staff.id())
              .from(origin)
              .because(form.topic().key() + " version " + done.version()));
      tx.afterCommit(() -> keep(staff.id(), form.topic(), done));
    });
    return new Outcome.Passed();
  }

  private static Set<Integer> wrong(List<Question> questions, Map<Integer, Integer> answers) {
    Set<Integer> wrong = new HashSet<>();
    for (int i = 0; i < questions.size(); i++) {
      if (answers.getOrDefault(i, -1) != questions.get(i).right()) {
        wrong.add(i);
      }
    }
    return wrong;
  }
}
