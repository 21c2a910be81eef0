package hospital.wardbell.identity;

import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A person who may sign in.
///
/// @param login what the person types; lower case, 1 to 64 of letters, digits, `.`, `-`, `_`, `@`
/// @param name how colleagues see the person, such as "Dana R., RN"
/// @param teams whose data the person's roles are about
/// @param language `en` or `es`, of the console
/// @param glass the break-glass that is under way in this session, at the moment of the request
public record Staff(
    Id id,
    String login,
    String name,
    Set<Role> roles,
    List<Id> teams,
    String language,
    Optional<Glass> glass) {
  public Staff {
    roles = Set.copyOf(roles);
    teams = List.copyOf(teams);
  }

  /// Somebody who has no break-glass under way.
  public Staff(Id id, String login, String name, Set<Role> roles, List<Id> teams, String language) {
    this(id, login, name, roles, teams, language, Optional.empty());
  }

  /// The person with break-glass under way.
  Staff under(Glass begun) {
    return new Staff(id, login, name, roles, teams, language, Optional.of(begun));
  }

  /// The person as who acts, with the mark of what is under way.
  public Actor actor() {
    return new Actor.Person(id, glass.map(Glass::use));
  }
}
