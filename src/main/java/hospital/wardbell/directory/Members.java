package hospital.wardbell.directory;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Who is in which group, where the server does not follow groups within groups by itself: all
/// groups are read once, and walked here.
final class Members {
  private static final Filter GROUPS =
      Filter.createORFilter(
          Filter.createEqualityFilter("objectClass", "groupOfNames"),
          Filter.createEqualityFilter("objectClass", "groupOfUniqueNames"),
          Filter.createEqualityFilter("objectClass", "groupOfMembers"));
  private static final String[] MEMBERS = {"member", "uniqueMember"};

  private final LdapLine line;
  private final DirectoryServer server;

  Members(LdapLine line, DirectoryServer server) {
    this.line = line;
    this.server = server;
  }

  /// What each group holds: people, and groups.
  Map<DN, List<DN>> read() {
    Map<DN, List<DN>> members = new HashMap<>();
    line.each(
        server.groups(),
        GROUPS,
        found -> members.put(Roll.name(found.getDN()), names(found)),
        MEMBERS);
    return members;
  }

  private static List<DN> names(Entry group) {
    return Arrays.stream(MEMBERS)
        .flatMap(attribute ->
            group.hasAttribute(attribute)
                ? Arrays.stream(group.getAttributeValues(attribute))
                : Stream.empty())
        .filter(DN::isValidDN)
        .map(Roll::name)
        .toList();
  }

  /// All that are in `group`, however deep. Groups that hold one another are walked once.
  static Set<DN> within(Map<DN, List<DN>> members, DN group) {
    Set<DN> seen = new HashSet<>(List.of(group));
    Deque<DN> due = new ArrayDeque<>(List.of(group));
    while (!due.isEmpty()) {
      members.getOrDefault(due.remove(), List.of()).stream().filter(seen::add).forEach(due::add);
    }
    seen.remove(group);
    return seen;
  }
}
