package hospital.wardbell.identity;

import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import java.util.List;
import java.util.Set;

/// A person who may sign in.
///
/// @param login what the person types; lower case, 1 to 64 of letters, digits, `.`, `-`, `_`, `@`
/// @param name how colleagues see the person, such as "Dana R., RN"
/// @param teams whose data the person's roles are about
/// @param language `en` or `es`, of the console
public record Staff(
    Id id, String login, String name, Set<Role> roles, List<Id> teams, String language) {
  public Staff {
    roles = Set.copyOf(roles);
    teams = List.copyOf(teams);
  }

  public Actor actor() {
    return new Actor.Person(id);
  }
}
