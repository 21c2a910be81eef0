package hospital.wardbell.identity;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.identity.Unlawful.Rule;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Store;
import hospital.wardbell.store.Tx;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Who may come in, and as what: seen and changed by administrators. A change holds at once: the
/// person's sessions end with it. Nobody changes the own account, and two administrators are always
/// left. Any thread that may block.
///
/// @spec https://www.ecfr.gov/current/title-45/section-164.308#a-3-ii-C 45 CFR 164.308(a)(3)(ii)(C)
/// @spec https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x16-V7-Session-Management.md#v7-4-2
///   OWASP ASVS 5.0.0 7.4.2
public final class PeopleDesk {
  /// Fewer could lock each other out, and one alone could be the only one who knows.
  public static final int LEAST_ADMINISTRATORS = 2;

  /// An account as administrators see it.
  ///
  /// @param linkEnds until when the person has a link that has not been used
  /// @param stranded whether no password opens it in this build
  public record Person(
      Staff staff, Standing standing, Optional<Instant> linkEnds, boolean stranded) {}

  private final Store store;
  private final StaffTable table;
  private final Audit audit;
  private final InstantSource clock;
  private final SignIn signIn;
  private final Sessions sessions;

  PeopleDesk(
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

  /// All of them, by login.
  public List<Person> people() {
    return store.read(sql -> {
      Map<Id, Standing> standings = StandingTable.all(sql);
      return table.all(sql).stream()
          .map(known ->
              person(sql, known, standings.getOrDefault(known.staff().id(), Standing.DISABLED)))
          .toList();
    });
  }

  public Optional<Person> person(Id staff) {
    return store.read(sql ->
        table
            .find(sql, staff)
            .map(found ->
                person(
                    sql,
                    new StaffTable.Known(found, StaffTable.password(sql, staff).orElseThrow()),
                    StandingTable.of(sql, staff).orElseThrow())));
  }

  private Person person(Sql sql, StaffTable.Known known, Standing standing) {
    return new Person(
        known.staff(),
        standing,
        LinkTable.of(sql, known.staff().id())
            .map(LinkTable.Kept::ends)
            .filter(clock.instant()::isBefore),
        standing != Standing.INVITED && !Passwords.checks(known.password()));
  }

  /// Whether one more is needed. Set-up leads to one.
  public boolean lacksAdministrators() {
    return store.read(StandingTable::administrators).size() < LEAST_ADMINISTRATORS;
  }

  /// Lets the person in no more: sessions end, passwords that wait for their code and links are
  /// void. All that the person did stays, under the same name.
  ///
  /// @throws Unlawful if there is no such account, it is one's own, or too few administrators would
  ///   be left
  public void disable(Id person, Actor by, String origin) {
    change(
        person,
        by,
        (tx, _) -> {
          keepAdministrators(tx, person);
          if (!by.equals(ElsewhereDesk.DIRECTORY)) {
            ElsewhereTable.putOut(tx, person, false); // so the directory does not let in again
          }
          if (StandingTable.disable(tx, person, clock.instant())) {
            LinkTable.drop(tx, person);
            Enrolments.end(tx, person);
            audit.record(tx, Entry.of(by, "staff.disabled").about(person).from(origin));
          }
        });
  }

  /// Lets the person in again, by the former password and second factor.
  ///
  /// @throws Unlawful if there is no such account, or it is one's own
  public void enable(Id person, Actor by, String origin) {
    change(
        person,
        by,
        (tx, _) -> {
          if (StandingTable.enable(tx, person)) {
            audit.record(tx, Entry.of(by, "staff.enabled").about(person).from(origin));
          }
        });
  }

  /// What the person may do, and of which teams. Nothing is done if it is so already.
  ///
  /// @throws Unlawful if there is no such account, it is one's own, a team is not there, the roles
  ///   are not lawful, or too few administrators would be left
  public void assign(Id person, Set<Role> roles, Set<Id> teams, Actor by, String origin) {
    refuseOwn(person, by);
    Accounts.lawful(roles);
    Staff before =
        store.read(sql -> table.find(sql, person)).orElseThrow(() -> new Unlawful(Rule.ABSENT));
    if (before.roles().equals(roles) && Set.copyOf(before.teams()).equals(teams)) {
      return;
    }
    change(
        person,
        by,
        (tx, staff) -> {
          Unlawful.unless(
              by.equals(ElsewhereDesk.DIRECTORY) || !ElsewhereTable.isOne(tx, person),
              Rule.ELSEWHERE);
          if (!roles.contains(Role.IT)) {
            keepAdministrators(tx, person);
          }
          assignRoles(tx, staff, roles, by, origin);
          assignTeams(tx, staff, teams, by, origin);
        });
  }

  private void assignRoles(Tx tx, Staff staff, Set<Role> roles, Actor by, String origin) {
    if (!staff.roles().equals(roles)) {
      StandingTable.roles(tx, staff.id(), roles);
      audit.record(
          tx,
          Entry.of(by, "staff.roles-changed")
              .about(staff.id())
              .from(origin)
              .because(Accounts.named(staff.roles()) + " > " + Accounts.named(roles)));
    }
  }

  private void assignTeams(Tx tx, Staff staff, Set<Id> teams, Actor by, String origin) {
    Unlawful.unless(teams.stream().allMatch(team -> TeamTable.exists(tx, team)), Rule.TEAM);
    StandingTable.teams(tx, staff.id(), teams);
    for (Id joined : without(teams, staff.teams())) {
      audit.record(
          tx,
          Entry.of(by, "staff.team-joined")
              .about(staff.id())
              .from(origin)
              .because(joined.toString()));
    }
    for (Id left : without(staff.teams(), teams)) {
      audit.record(
          tx,
          Entry.of(by, "staff.team-left").about(staff.id()).from(origin).because(left.toString()));
    }
  }

  private static Set<Id> without(Collection<Id> all, Collection<Id> these) {
    Set<Id> rest = new HashSet<>(all);
    rest.removeAll(these);
    return rest;
  }

  /// What is done to one account.
  private interface Change {
    void make(Tx tx, Staff staff);
  }

  private static void refuseOwn(Id person, Actor by) {
    Unlawful.unless(!by.is(person), Rule.OWN);
  }

  private void change(Id person, Actor by, Change change) {
    refuseOwn(person, by);
    store.change(tx -> {
      Staff staff = table.find(tx, person).orElseThrow(() -> new Unlawful(Rule.ABSENT));
      change.make(tx, staff);
      sessions.endAll(tx, person);
      signIn.forgetPending(tx, staff.login());
    });
  }

  /// Ends all that the person has begun: sessions, and sign-ins that wait for their code.
  void endAll(Tx tx, Id person) {
    table.find(tx, person).ifPresent(staff -> signIn.forgetPending(tx, staff.login()));
    sessions.endAll(tx, person);
  }

  /// Whether the person may be taken from the administrators.
  static void keepAdministrators(Tx tx, Id person) {
    Set<Id> present = StandingTable.administrators(tx);
    Unlawful.unless(!present.contains(person) || present.size() > LEAST_ADMINISTRATORS, Rule.LAST);
  }
}
