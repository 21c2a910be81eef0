package hospital.wardbell.identity;

import hospital.wardbell.alert.Reaches;
import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.identity.OffBoarding.Step;
import hospital.wardbell.identity.Unlawful.Rule;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Store;
import hospital.wardbell.store.Tx;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Somebody leaves: in one change everything that lets the person in is ended and taken away, and
/// what was done is kept and on record. Who comes back is invited anew. Any thread that may block.
///
/// Conversations belong to teams and none to a person, so there is none to hand over. All that the
/// person did stays, under the same name.
///
/// @spec https://www.ecfr.gov/current/title-45/section-164.308#a-3-ii-C 45 CFR 164.308(a)(3)(ii)(C)
/// @spec https://pages.nist.gov/800-63-4/sp800-63b.html#invalidation NIST SP 800-63B-4,
///   Invalidation
public final class OffBoardingDesk {
  private static final String REASON = "left";

  private final Store store;
  private final StaffTable table;
  private final Audit audit;
  private final InstantSource clock;
  private final SignIn signIn;
  private final Sessions sessions;

  OffBoardingDesk(
      Store store,
      StaffTable table,
      Audit audit,
      InstantSource clock,
      SignIn signIn,
      Sessions sessions) {
    this.store = store;
    this.table = table;
    this.audit = audit;
    this.clock = clock;
    this.signIn = signIn;
    this.sessions = sessions;
  }

  /// What was done when the person left; empty for who is here, or was let in again since.
  public Optional<OffBoarding> of(Id person) {
    return store.read(sql -> of(sql, person));
  }

  private static Optional<OffBoarding> of(Sql sql, Id person) {
    return OffBoardingTable.of(sql, person)
        .filter(_ -> StandingTable.of(sql, person).filter(Standing.DISABLED::equals).isPresent());
  }

  /// Does it. Nothing is done if it is done already.
  ///
  /// @return what was done, now or before
  /// @throws Unlawful if there is no such account, it is one's own, or too few administrators would
  ///   be left
  public OffBoarding offBoard(Id person, Actor by, String origin) {
    Unlawful.unless(!by.is(person), Rule.OWN);
    return store.write(tx -> of(tx, person).orElseGet(() -> done(tx, person, by, origin)));
  }

  private OffBoarding done(Tx tx, Id person, Actor by, String origin) {
    Staff staff = table.find(tx, person).orElseThrow(() -> new Unlawful(Rule.ABSENT));
    PeopleDesk.keepAdministrators(tx, person);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS); // as the row has it
    Map<Step, Integer> steps = new EnumMap<>(Step.class);
    steps.put(Step.DISABLED, count(StandingTable.disable(tx, person, now)));
    steps.put(Step.SESSIONS, sessions.endAll(tx, person, by, origin, REASON));
    signIn.forgetPending(tx, staff.login());
    steps.put(Step.LINKS, count(LinkTable.of(tx, person).isPresent()));
    LinkTable.drop(tx, person);
    steps.put(Step.TOKENS, revokeTokens(tx, staff, by, now));
    steps.put(Step.TEAMS, leaveTeams(tx, staff, by, origin));
    takeFactors(tx, person, steps);
    steps.put(Step.ADDRESSES, Reaches.forget(tx, person));
    // As one who has not come in yet: enabling alone lets nobody in by what they had before.
    StandingTable.unopened(tx, person, true);
    StaffTable.password(tx, person, Passwords.NONE);
    ElsewhereTable.putOut(tx, person, false); // so that a directory lets nobody in again
    OffBoarding done = new OffBoarding(Id.random(), person, now, by.label(), steps);
    OffBoardingTable.insert(tx, done);
    audit.record(
        tx,
        Entry.of(by, "staff.off-boarded").about(person).from(origin).because(said(done.steps())));
    return done;
  }

  private static int count(boolean one) {
    return one ? 1 : 0;
  }

  private int revokeTokens(Tx tx, Staff staff, Actor by, Instant now) {
    List<Id> made = TokenTable.madeBy(tx, staff.actor().label());
    for (Id token : made) {
      boolean _ = TokenTable.revoke(tx, token, now);
      audit.record(tx, Entry.of(by, "token.revoked").about(token).because(REASON));
    }
    return made.size();
  }

  private int leaveTeams(Tx tx, Staff staff, Actor by, String origin) {
    StandingTable.teams(tx, staff.id(), List.of());
    for (Id team : staff.teams()) {
      audit.record(
          tx,
          Entry.of(by, "staff.team-left").about(staff.id()).from(origin).because(team.toString()));
    }
    return staff.teams().size();
  }

  private void takeFactors(Tx tx, Id person, Map<Step, Integer> steps) {
    steps.put(Step.APP, count(table.hasApp(tx, person)));
    table.takeApp(tx, person);
    steps.put(Step.PASSKEYS, PasskeyTable.count(tx, person));
    PasskeyTable.deleteAll(tx, person);
    steps.put(Step.RECOVERY_CODES, RecoveryCodes.left(tx, person));
    RecoveryCodes.deleteAll(tx, person);
    steps.put(Step.ENROLMENTS, count(Enrolments.isGiven(tx, person)));
    Enrolments.end(tx, person);
    steps.put(Step.PIN, count(PinTable.find(tx, person).isPresent()));
    PinTable.forget(tx, person);
  }

  private static String said(Map<Step, Integer> steps) {
    return steps.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(step -> step.getKey().name().toLowerCase(Locale.ROOT) + " " + step.getValue())
        .collect(Collectors.joining(", "));
  }
}
