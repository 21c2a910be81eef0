package hospital.wardbell.directory;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.identity.Role;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Store;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Which groups of the directory mean which roles and teams here. Any thread that may block.
public final class Grants {
  static final int MOST = 500;

  private final Store store;
  private final Audit audit;

  Grants(Store store, Audit audit) {
    this.store = store;
    this.audit = audit;
  }

  public List<Grant> all() {
    return store.read(Grants::all);
  }

  private static List<Grant> all(Sql sql) {
    return sql.list(
        "select * from directory_grant order by group_dn, role, team",
        row ->
            new Grant(
                row.text("group_dn"),
                row.maybeText("role").map(Role::valueOf),
                row.maybeId("team")));
  }

  /// From now on this is what a group's members are; what it meant before is forgotten. Nobody is
  /// changed before the next look at the directory.
  ///
  /// @throws IllegalArgumentException says what is lawful
  public void set(String group, Set<Role> roles, Set<Id> teams, Actor by) {
    List<Grant> grants =
        Stream.concat(
                roles.stream().map(role -> new Grant(group, Optional.of(role), Optional.empty())),
                teams.stream().map(team -> new Grant(group, Optional.empty(), Optional.of(team))))
            .toList();
    if (grants.isEmpty()) {
      throw new IllegalArgumentException("A group gives a role, or puts into a team.");
    }
    store.change(tx -> {
      List<Grant> before = all(tx);
      if (before.size() + grants.size() > MOST) {
        throw new IllegalArgumentException("There can be " + MOST + " of these.");
      }
      before.stream()
          .map(Grant::group)
          .filter(one -> same(one, group))
          .distinct()
          .forEach(one -> tx.update("delete from directory_grant where group_dn = ?", one));
      for (Grant grant : grants) {
        Id id = Id.random();
        tx.update(
            "insert into directory_grant (id, group_dn, role, team) values (?, ?, ?, ?)",
            id,
            grant.group(),
            grant.role(),
            grant.team());
        String what = grant.role().map(Role::name).orElseGet(() -> "team " + grant.team().get());
        audit.record(tx, Entry.of(by, "directory.mapped").about(id).because(what));
      }
    });
  }

  /// A group means nothing here any more.
  ///
  /// @return whether it did
  public boolean remove(String group, Actor by) {
    return store.write(tx -> {
      List<String> found =
          all(tx).stream().map(Grant::group).filter(one -> same(one, group)).distinct().toList();
      found.forEach(one -> tx.update("delete from directory_grant where group_dn = ?", one));
      if (!found.isEmpty()) {
        audit.record(tx, Entry.of(by, "directory.unmapped"));
      }
      return !found.isEmpty();
    });
  }

  /// Whether two names are the same entry's, however they are spelled.
  private static boolean same(String one, String other) {
    try {
      return DN.equals(one, other);
    } catch (LDAPException _) {
      return one.equals(other);
    }
  }
}
