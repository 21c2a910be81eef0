package hospital.wardbell.identity;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.identity.Accounts.NewStaff;
import hospital.wardbell.store.Store;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Staff whose passwords, roles and teams are said by the hospital's directory. The second factor,
/// sessions and the lock are ours as everybody's. Whoever comes has no factor yet: an administrator
/// hands over a code, without which a password that somebody stole sets up none; see [FactorDesk].
/// Any thread that may block.
public final class ElsewhereDesk {
  /// Who does what the directory says.
  public static final Actor DIRECTORY = new Actor.Wardbell("directory");

  private static final String ORIGIN = "directory";

  /// Somebody who has an entry there, or had one.
  ///
  /// @param entry what it has and no other ever had
  /// @param putOut whether the person may not come in since the entry is gone
  public record Known(Staff staff, String entry, Standing standing, boolean putOut) {}

  private final Store store;
  private final StaffTable table;
  private final Accounts accounts;
  private final PeopleDesk people;
  private final StaffRealm realm;
  private final Audit audit;

  ElsewhereDesk(
      Store store,
      StaffTable table,
      Accounts accounts,
      PeopleDesk people,
      StaffRealm realm,
      Audit audit) {
    this.store = store;
    this.table = table;
    this.accounts = accounts;
    this.people = people;
    this.realm = realm;
    this.audit = audit;
  }

  /// From now on `elsewhere` is asked for the passwords of those who have an entry there.
  public void serve(Elsewhere elsewhere) {
    realm.ask(elsewhere);
  }

  /// Whether it does not answer, so that those who have an entry there cannot sign in.
  public boolean isSilent() {
    return realm.elsewhere().isSilent();
  }

  public List<Known> known() {
    return store.read(sql -> {
      Map<Id, Standing> standings = StandingTable.all(sql);
      Map<Id, Staff> staff = new HashMap<>();
      table.all(sql).forEach(one -> staff.put(one.staff().id(), one.staff()));
      return ElsewhereTable.all(sql).stream()
          .flatMap(kept ->
              Stream.ofNullable(staff.get(kept.staff()))
                  .map(one ->
                      new Known(
                          one,
                          kept.entry(),
                          standings.getOrDefault(one.id(), Standing.DISABLED),
                          kept.putOut())))
          .toList();
    });
  }

  /// The logins of those whose passwords are kept here.
  public Set<String> ours() {
    return store.read(sql -> {
      Set<Id> elsewhere =
          ElsewhereTable.all(sql).stream()
              .map(ElsewhereTable.Kept::staff)
              .collect(Collectors.toSet());
      return table.all(sql).stream()
          .map(StaffTable.Known::staff)
          .filter(staff -> !elsewhere.contains(staff.id()))
          .map(Staff::login)
          .collect(Collectors.toSet());
    });
  }

  /// Whether somebody may be made of this description.
  ///
  /// @throws Unlawful if not
  public static void require(NewStaff person) {
    Staff _ = Accounts.lawful(person);
  }

  /// Whether one person may hold these together.
  public static boolean isTogether(Set<Role> roles) {
    return Duty.together(roles);
  }

  /// Makes an account that no password of ours opens, and that has no second factor.
  ///
  /// @throws Unlawful if the login is taken or something is not lawful
  public Staff add(NewStaff person, String entry) {
    Staff staff = Accounts.lawful(person);
    store.change(tx -> {
      accounts.insert(tx, staff, Passwords.NONE, Totp.newSecret());
      table.takeApp(tx, staff.id());
      ElsewhereTable.insert(tx, staff.id(), entry);
      audit.record(
          tx,
          Entry.of(DIRECTORY, "staff.added")
              .about(staff.id())
              .from(ORIGIN)
              .because(Accounts.named(staff.roles())));
    });
    return staff;
  }

  /// What the person may do from now on; all sessions end if that is another thing than before.
  ///
  /// @throws Unlawful if too few administrators would be left
  public void assign(Id person, Set<Role> roles, Set<Id> teams) {
    people.assign(person, roles, teams, DIRECTORY, ORIGIN);
  }

  /// Lets in no more who has no entry any more: all sessions end.
  ///
  /// @throws Unlawful if too few administrators would be left; the sessions have ended all the same
  public void putOut(Id person) {
    // Before, so that who is put out is known to be, and let in again when the entry is back.
    store.change(tx -> {
      ElsewhereTable.putOut(tx, person, true);
      people.endAll(tx, person);
    });
    people.disable(person, DIRECTORY, ORIGIN);
  }

  /// Lets in again who was put out, by the former second factor.
  public void takeBack(Id person) {
    people.enable(person, DIRECTORY, ORIGIN);
    store.change(tx -> ElsewhereTable.putOut(tx, person, false));
  }
}
