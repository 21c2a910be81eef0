package hospital.wardbell.compliance;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.audit.Evidence;
import hospital.wardbell.audit.Recorded;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.Loop;
import hospital.wardbell.compliance.Review.Item;
import hospital.wardbell.compliance.Review.Note;
import hospital.wardbell.compliance.Review.Opened;
import hospital.wardbell.compliance.Review.Signature;
import hospital.wardbell.contact.Patient;
import hospital.wardbell.conversation.Transcripts;
import hospital.wardbell.identity.Accounts;
import hospital.wardbell.identity.Staff;
import hospital.wardbell.settings.Settings;
import hospital.wardbell.store.Store;
import hospital.wardbell.store.Tx;
import hospital.wardbell.vault.Vault;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The weekly review of who looked at whom. A loop draws each week that is over; people note what
/// they make of each look and sign the week off. Nobody judges a look of their own. Any thread.
///
/// @spec https://www.ecfr.gov/current/title-45/section-164.308#a-1-ii-d 45 CFR 164.308(a)(1)(ii)(D)
public final class AccessReviews implements AutoCloseable {
  private static final Actor SELF = new Actor.Wardbell("compliance");
  private static final Duration REST = Duration.ofMinutes(10);
  private static final SecureRandom RANDOM = new SecureRandom();
  // A year: what is older is not worth a review any more.
  private static final int MOST_WEEKS = 53;
  private static final int SEED_OCTETS = 16;
  private static final int LONGEST_NOTE = 1_000;

  /// A week that is being drawn.
  ///
  /// @param looked entries gone through, of so many
  public record Drawing(Week week, long looked, long of) {}

  /// What came of a reviewer's act.
  public enum Outcome {
    DONE,
    /// There is no such week or item.
    NOT_THERE,
    /// It is signed off and is not changed any more.
    SIGNED_ALREADY,
    /// The look is the reviewer's own, or one of the week's is.
    OWN_LOOK,
    /// Some of the sample is not reviewed yet.
    STILL_OPEN,
    /// There are no words, or too many.
    NO_WORDS
  }

  private final Store store;
  private final Vault vault;
  private final Audit audit;
  private final Evidence evidence;
  private final Accounts accounts;
  private final Transcripts transcripts;
  private final Settings settings;
  private final InstantSource clock;
  private final ReviewTable table;
  private volatile Optional<Drawing> drawing = Optional.empty();
  private @Nullable Loop loop;

  public AccessReviews(
      Store store,
      Vault vault,
      Audit audit,
      Evidence evidence,
      Accounts accounts,
      Transcripts transcripts,
      Settings settings,
      InstantSource clock) {
    this.store = store;
    this.vault = vault;
    this.audit = audit;
    this.evidence = evidence;
    this.accounts = accounts;
    this.transcripts = transcripts;
    this.settings = settings;
    this.clock = clock;
    this.table = new ReviewTable(vault);
  }

  /// Begins to draw what is over and not drawn yet.
  public void start() {
    loop = Loop.start("access-review", this::turn);
  }

  private Duration turn() {
    return drawNext() ? Duration.ZERO : REST;
  }

  /// Draws the oldest week that is over and not drawn yet.
  ///
  /// @return whether there was one
  boolean drawNext() {
    ZoneId zone = settings.zone();
    Week present = Week.of(clock.instant(), zone);
    Optional<Week> due = store.read(table::newest).map(Week::next).or(() -> first(zone));
    Week oldest = present.before(MOST_WEEKS);
    Optional<Week> next =
        due.map(week -> week.compareTo(oldest) < 0 ? oldest : week)
            .filter(week -> week.compareTo(present) < 0);
    next.ifPresent(week -> draw(week, zone));
    return next.isPresent();
  }

  /// The week in which the record begins.
  private Optional<Week> first(ZoneId zone) {
    return store.read(sql -> audit.from(sql, 0, 1)).stream()
        .findFirst()
        .map(Recorded::at)
        .map(at -> Week.of(at, zone));
  }

  private void draw(Week week, ZoneId zone) {
    long from = evidence.firstSince(week.begin(zone));
    long to = evidence.firstSince(week.next().begin(zone));
    byte[] octets = new byte[SEED_OCTETS];
    RANDOM.nextBytes(octets);
    String seed = HexFormat.of().formatHex(octets);
    Draw draw =
        new Draw(
            evidence, new Persons(store, accounts, transcripts, vault), Hours.of(settings), seed);
    drawing = Optional.of(new Drawing(week, 0, to - from));
    try {
      draw.run(from, to, looked -> drawing = Optional.of(new Drawing(week, looked, to - from)));
      Instant now = clock.instant();
      store.change(tx -> {
        table.insert(tx, week, from, to, seed, draw, now);
        String how = "%s seed %s of %d until %d".formatted(week.text(), seed, from, to);
        audit.record(tx, Entry.of(SELF, "review.drawn").because(how));
      });
    } finally {
      drawing = Optional.empty();
    }
  }

  /// The week that is being drawn just now.
  public Optional<Drawing> drawing() {
    return drawing;
  }

  /// The newest reviews, newest first.
  public List<Review> reviews() {
    return store.read(sql -> table.all(sql, MOST_WEEKS, settings.zone(), clock.instant()));
  }

  /// A week's review with its sample. That it was opened, and which patients are named in it, are
  /// entries before it is shown.
  public Optional<Opened> open(Week week, Actor by, String origin) {
    Optional<Review> review =
        store.read(sql -> table.find(sql, week, settings.zone(), clock.instant()));
    List<Item> items = store.read(sql -> table.items(sql, week));
    Map<Id, List<Patient>> holders = new HashMap<>();
    items.stream()
        .flatMap(item -> item.conversation().stream())
        .forEach(c -> holders.computeIfAbsent(c, transcripts::holders));
    List<String> seen =
        holders.values().stream()
            .flatMap(List::stream)
            .map(patient -> vault.pseudonym(patient.id()))
            .distinct()
            .toList();
    store.change(tx -> {
      audit.record(tx, Entry.of(by, "review.read").from(origin).because(week.text()));
      seen.forEach(patient ->
          audit.record(tx, Entry.of(by, "patient.read").aboutPatient(patient).from(origin)));
    });
    return review.map(its -> new Opened(its, items, names(holders)));
  }

  private static Map<Id, List<String>> names(Map<Id, List<Patient>> holders) {
    Map<Id, List<String>> names = new HashMap<>();
    holders.forEach((conversation, patients) ->
        names.put(conversation, patients.stream().map(Patient::name).toList()));
    return names;
  }

  /// Keeps what a reviewer makes of a look; in place of what was noted before.
  public Outcome note(Week week, Id item, Review.Finding finding, String text, Staff by) {
    String words = text.strip();
    if (words.length() > LONGEST_NOTE || (words.isEmpty() && finding != Review.Finding.EXPECTED)) {
      return Outcome.NO_WORDS;
    }
    return store.write(tx -> {
      Optional<Item> found = table.item(tx, week, item);
      if (found.isEmpty()) {
        return Outcome.NOT_THERE;
      }
      if (isSigned(tx, week)) {
        return Outcome.SIGNED_ALREADY;
      }
      if (found.get().staff().equals(by.id())) {
        return Outcome.OWN_LOOK;
      }
      table.note(tx, item, new Note(finding, words, by.id(), clock.instant()));
      String what = "%s entry %d %s".formatted(week.text(), found.get().leaf(), finding);
      audit.record(tx, Entry.of(by.actor(), "review.noted").because(what));
      return Outcome.DONE;
    });
  }

  private boolean isSigned(Tx tx, Week week) {
    return table
        .find(tx, week, settings.zone(), clock.instant())
        .flatMap(Review::signature)
        .isPresent();
  }

  /// Signs a week off, once every look of its sample is reviewed; by nobody whose look is in it.
  public Outcome sign(Week week, String text, Staff by) {
    String words = text.strip();
    if (words.isEmpty() || words.length() > LONGEST_NOTE) {
      return Outcome.NO_WORDS;
    }
    return store.write(tx -> {
      Optional<Review> review = table.find(tx, week, settings.zone(), clock.instant());
      if (review.isEmpty()) {
        return Outcome.NOT_THERE;
      }
      if (review.get().signature().isPresent()) {
        return Outcome.SIGNED_ALREADY;
      }
      if (table.items(tx, week).stream().anyMatch(item -> item.staff().equals(by.id()))) {
        return Outcome.OWN_LOOK;
      }
      if (review.get().open() > 0) {
        return Outcome.STILL_OPEN;
      }
      table.sign(tx, week, new Signature(by.id(), clock.instant(), words));
      audit.record(tx, Entry.of(by.actor(), "review.signed").because(week.text()));
      return Outcome.DONE;
    });
  }

  /// Ends the loop that [#start] began, after a draw that is under way.
  @Override
  public void close() {
    if (loop != null) {
      loop.close();
    }
  }
}
