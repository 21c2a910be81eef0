package hospital.wardbell.directory;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.SearchResultEntry;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.Secret;
import hospital.wardbell.identity.ElsewhereDesk;
import hospital.wardbell.identity.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A walk through all that must hold for the directory to be of use, which says of each step how it
/// went, and ends at the first that does not.
public final class Examination {
  /// One step.
  ///
  /// @param good whether it went as it must
  /// @param words what was found, for people
  public record Step(boolean good, String words) {}

  static final Duration WHOLE = Duration.ofSeconds(60);

  private final Servers.Opened opened;
  private final List<Grant> grants;
  private final Map<Id, String> teams;
  private final List<Step> steps = new ArrayList<>();

  Examination(Servers.Opened opened, List<Grant> grants, Map<Id, String> teams) {
    this.opened = opened;
    this.grants = grants;
    this.teams = teams;
  }

  /// @param login of whom it is said what the person would be here; empty for nobody
  List<Step> walk(Optional<String> login) {
    DirectoryServer server = opened.server();
    try (Secret own = opened.password();
        LdapLine line = LdapLine.open(server, WHOLE)) {
      good("%s answers, by %s.".formatted(server.address(), line.protocol()));
      good("It is vouched for by: " + line.issuer());
      line.enter(own);
      good("It lets in the account that asks: " + server.account());
      line.one(server.people(), server.kind().people(), "1.1");
      good("People are looked for below " + server.people());
      if (grants.isEmpty()) {
        bad("No group means anything here yet. Say which: wardbell directory map");
        return steps;
      }
      List<Listed> listed = new Roll(line, server, grants).read();
      long off = listed.stream().filter(Listed::disabled).count();
      good(
          "%d people are in groups that mean something here, %d of them disabled."
              .formatted(listed.size(), off));
      login.ifPresent(one -> person(line, one, listed));
    } catch (DirectoryFault e) {
      bad(String.valueOf(e.getMessage()));
    }
    return steps;
  }

  private void person(LdapLine line, String login, List<Listed> listed) {
    DirectoryServer server = opened.server();
    Filter named =
        Filter.createANDFilter(
            server.kind().people(), Filter.createEqualityFilter(server.login(), login));
    Optional<SearchResultEntry> entry =
        line.one(server.people(), named, server.kind().attributes(server));
    if (entry.isEmpty()) {
      bad("Nobody has that login there, or more than one.");
      return;
    }
    good("The entry: " + entry.get().getDN());
    Optional<Listed> found =
        server
            .kind()
            .key(entry.get())
            .flatMap(key -> listed.stream().filter(one -> one.key().equals(key)).findFirst());
    if (found.isEmpty()) {
      bad("In no group that means anything here: has no account.");
    } else {
      become(found.get());
    }
  }

  private void become(Listed person) {
    String roles =
        person.roles().stream().map(Role::name).sorted().collect(Collectors.joining(", "));
    String in =
        person.teams().stream()
            .map(team -> teams.getOrDefault(team, team.toString()))
            .sorted()
            .collect(Collectors.joining(", "));
    String words = "Roles: %s. Teams: %s.".formatted(or(roles), or(in));
    if (person.disabled()) {
      bad("Disabled there: may not come in. " + words);
    } else if (!ElsewhereDesk.isTogether(person.roles())) {
      bad("One person may not have these together, so has none. " + words);
    } else {
      good(words);
    }
  }

  private static String or(String words) {
    return words.isEmpty() ? "none" : words;
  }

  private void good(String words) {
    steps.add(new Step(true, words));
  }

  private void bad(String words) {
    steps.add(new Step(false, words));
  }
}
