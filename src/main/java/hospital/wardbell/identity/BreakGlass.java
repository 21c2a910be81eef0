package hospital.wardbell.identity;

import hospital.wardbell.alert.Alerts;
import hospital.wardbell.alert.Fact;
import hospital.wardbell.alert.Kind;
import hospital.wardbell.alert.Notice;
import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.Loop;
import hospital.wardbell.identity.GlassUse.Why;
import hospital.wardbell.settings.Settings;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Store;
import hospital.wardbell.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Reading another team's conversations in an emergency: for a reason, for a while, in one session,
/// and loudly. Any thread that may block.
///
/// Who has it under way is handed out by [Sessions#find] as a [Staff] that has it too. So Shiro
/// grants reading that team, and nothing else of it, and every [Staff#actor] bears its mark.
///
/// @spec https://www.ecfr.gov/current/title-45/section-164.312#a-2-ii 45 CFR 164.312(a)(2)(ii)
///   (emergency access procedure)
public final class BreakGlass implements AutoCloseable {
  public static final int SHORTEST_REASON = 10;
  public static final int LONGEST_REASON = 500;

  private static final Duration REST = Duration.ofSeconds(15);

  /// What came of wanting it.
  public enum Outcome {
    DONE,
    /// Not with these roles.
    ROLE,
    /// Nobody has shown just before that it is they, or the session has ended.
    NOT_PROVEN,
    /// There is no such team, or the person is in it.
    TEAM,
    /// The reason is too short or too long.
    NO_WORDS
  }

  private final Store store;
  private final Audit audit;
  private final Settings settings;
  private final Alerts alerts;
  private final StaffRealm realm;
  private final StepUp stepUp;
  private final InstantSource clock;
  private final OpenGlass open;
  private final GlassReviews reviews;
  private volatile @Nullable Loop loop;

  BreakGlass(
      Store store,
      Audit audit,
      Settings settings,
      Alerts alerts,
      StaffRealm realm,
      StepUp stepUp,
      InstantSource clock,
      OpenGlass open,
      GlassReviews reviews) {
    this.store = store;
    this.audit = audit;
    this.settings = settings;
    this.alerts = alerts;
    this.realm = realm;
    this.stepUp = stepUp;
    this.clock = clock;
    this.open = open;
    this.reviews = reviews;
  }

  /// Begins to end what is over and to tell of reviews that are late.
  public void start() {
    loop = Loop.start("break-glass", this::turn);
  }

  /// Run after each change that a page may show; must not block.
  public void listen(Runnable changed) {
    open.listen(changed);
  }

  /// How its uses are reviewed.
  public GlassReviews reviews() {
    return reviews;
  }

  /// Begins, in the place of what the person has under way. Whoever must know is told.
  public Outcome begin(Session session, Id team, Why why, String reason, String origin) {
    String words = reason.strip();
    Outcome outcome =
        realm.permits(session.staff(), Permission.BREAK_GLASS)
            ? store.write(tx -> begin(tx, session, team, why, words, origin))
            : Outcome.ROLE;
    if (outcome != Outcome.DONE) {
      audit.record(
          Entry.of(session.staff().actor(), "break-glass.refused")
              .about(team)
              .from(origin)
              .because(outcome.name()));
    }
    return outcome;
  }

  private Outcome begin(Tx tx, Session session, Id team, Why why, String words, String origin) {
    Outcome lawful = lawful(tx, session, team, words);
    if (lawful == Outcome.DONE) {
      Instant now = clock.instant();
      Id staff = session.staff().id();
      Glass glass = new Glass(Id.random(), session.id(), staff, team, now, now.plus(lasts()));
      open.begin(tx, glass, why, words);
      tell(tx, glass, why, origin);
    }
    return lawful;
  }

  private Outcome lawful(Sql sql, Session session, Id team, String words) {
    // The row, since roles, teams and standing may have changed since the session was looked up:
    // each of these ends it.
    if (!stepUp.isFresh(session) || !SessionTable.exists(sql, session.id())) {
      return Outcome.NOT_PROVEN;
    }
    if (session.staff().teams().contains(team) || !TeamTable.exists(sql, team)) {
      return Outcome.TEAM;
    }
    int length = words.codePointCount(0, words.length());
    return length < SHORTEST_REASON || length > LONGEST_REASON ? Outcome.NO_WORDS : Outcome.DONE;
  }

  private Duration lasts() {
    return Duration.ofMinutes(settings.number(Settings.Key.BREAK_GLASS_MINUTES));
  }

  private void tell(Tx tx, Glass glass, Why why, String origin) {
    Actor person = new Actor.Person(glass.staff());
    String what = "%s team %s until %s".formatted(why, glass.team(), glass.until());
    audit.record(
        tx, Entry.of(person, "break-glass.begun").about(glass.use()).from(origin).because(what));
    Id _ =
        alerts.raise(
            tx,
            Notice.of(
                Kind.BREAK_GLASS,
                glass.use().toString(),
                person,
                new Fact.Person(glass.staff()),
                new Fact.Team(glass.team()),
                new Fact.Time(glass.until())));
  }

  /// Ends what the session has under way; nothing if it has nothing.
  public void end(Session session) {
    open.end(session);
  }

  /// One turn of the loop.
  Duration turn() {
    open.endThoseOver();
    Duration patience = Duration.ofHours(settings.number(Settings.Key.BREAK_GLASS_REVIEW));
    reviews.tellLate(clock.instant().minus(patience));
    return REST;
  }

  /// Ends the loop that [#start] began.
  @Override
  public void close() {
    Loop running = loop;
    if (running != null) {
      running.close();
    }
  }
}
