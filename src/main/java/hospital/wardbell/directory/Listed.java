package hospital.wardbell.directory;

import hospital.wardbell.base.Id;
import hospital.wardbell.identity.Role;
import java.util.Set;

/// Somebody as the directory says.
///
/// @param key what the entry has and no other ever had
/// @param login as it is there; empty if there is none
/// @param name as it is there; empty if there is none
/// @param roles what the groups give, whether or not one person may have them together
record Listed(
    String key, String login, String name, boolean disabled, Set<Role> roles, Set<Id> teams) {
  Listed {
    roles = Set.copyOf(roles);
    teams = Set.copyOf(teams);
  }

  @Override
  public String toString() {
    return "Listed[" + key + "]";
  }
}
