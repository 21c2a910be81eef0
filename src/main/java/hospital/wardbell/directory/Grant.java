package hospital.wardbell.directory;

import hospital.wardbell.base.Id;
import hospital.wardbell.identity.Role;
import java.util.Optional;

/// What the members of a group of the directory are here: one role, or one of a team.
///
/// @param group its DN
public record Grant(String group, Optional<Role> role, Optional<Id> team) {
  /// @throws IllegalArgumentException says what is lawful
  public Grant {
    if (!DirectoryServer.isName(group)) {
      throw new IllegalArgumentException(
          "A group's name looks like cn=nurses,ou=groups,dc=hospital,dc=example, up to 500 characters.");
    }
    if (role.isPresent() == team.isPresent()) {
      throw new IllegalArgumentException("A group gives a role, or puts into a team.");
    }
  }
}
