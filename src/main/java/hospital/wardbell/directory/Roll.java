package hospital.wardbell.directory;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import hospital.wardbell.base.Id;
import hospital.wardbell.identity.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads who is in the groups that mean something here, also through groups within them.
///
/// @spec https://www.rfc-editor.org/rfc/rfc4519#section-3.5 RFC 4519 §3.5 (groupOfNames)
final class Roll {
  /// Microsoft's rule that follows groups within groups by itself.
  private static final String IN_CHAIN = "1.2.840.113556.1.4.1941";

  private final LdapLine line;
  private final DirectoryServer server;
  private final Map<DN, List<Grant>> grants = new LinkedHashMap<>();

  Roll(LdapLine line, DirectoryServer server, List<Grant> grants) {
    this.line = line;
    this.server = server;
    grants.forEach(grant ->
        this.grants.computeIfAbsent(name(grant.group()), _ -> new ArrayList<>()).add(grant));
  }

  /// @throws DirectoryFault also if a group is not there: who was in it would be put out
  List<Listed> read() {
    return server.kind() == Kind.AD ? inChain() : walked();
  }

  private void require(boolean present, DN group) {
    if (!present) {
      throw new DirectoryFault(
          DirectoryFault.Kind.ABSENT,
          "%s has no group %s below %s. If that is meant: wardbell directory unmap"
              .formatted(server.address(), group, server.groups()));
    }
  }

  private List<Listed> inChain() {
    Map<String, Entry> people = new LinkedHashMap<>();
    Map<String, Set<DN>> groups = new LinkedHashMap<>();
    for (DN group : grants.keySet()) {
      require(line.has(group.toString()), group);
      line.each(
          server.people(),
          Filter.createANDFilter(server.kind().people(), inChain(group)),
          found ->
              server
                  .kind()
                  .key(found)
                  .ifPresent(key -> {
                    people.put(key, found);
                    groups.computeIfAbsent(key, _ -> new HashSet<>()).add(group);
                  }),
          server.kind().attributes(server));
    }
    return people.entrySet().stream()
        .flatMap(
            one -> listed(one.getValue(), groups.getOrDefault(one.getKey(), Set.of())).stream())
        .toList();
  }

  static Filter inChain(DN group) {
    return Filter.createExtensibleMatchFilter("memberOf", IN_CHAIN, false, group.toString());
  }

  private List<Listed> walked() {
    Map<DN, List<DN>> members = new Members(line, server).read();
    grants.keySet().forEach(group -> require(members.containsKey(group), group));
    Map<DN, Set<DN>> groupsOf = new LinkedHashMap<>();
    grants
        .keySet()
        .forEach(group ->
            Members.within(members, group)
                .forEach(one -> groupsOf.computeIfAbsent(one, _ -> new HashSet<>()).add(group)));
    List<Listed> listed = new ArrayList<>();
    line.each(
        server.people(),
        server.kind().people(),
        found -> {
          Set<DN> groups = groupsOf.getOrDefault(name(found.getDN()), Set.of());
          if (!groups.isEmpty()) {
            listed(found, groups).ifPresent(listed::add);
          }
        },
        server.kind().attributes(server));
    return listed;
  }

  private Optional<Listed> listed(Entry entry, Collection<DN> groups) {
    Set<Role> roles = new HashSet<>();
    Set<Id> teams = new HashSet<>();
    for (DN group : groups) {
      for (Grant grant : grants.getOrDefault(group, List.of())) {
        grant.role().ifPresent(roles::add);
        grant.team().ifPresent(teams::add);
      }
    }
    return server
        .kind()
        .key(entry)
        .map(key ->
            new Listed(
                key,
                value(entry, server.login()),
                value(entry, server.name()),
                server.kind().isDisabled(entry),
                roles,
                teams));
  }

  private static String value(Entry entry, String attribute) {
    return Optional.ofNullable(entry.getAttributeValue(attribute)).orElse("");
  }

  static DN name(String text) {
    try {
      return new DN(text);
    } catch (LDAPException e) {
      throw new DirectoryFault(
          DirectoryFault.Kind.ERROR, "The directory has an entry whose name is none.", e);
    }
  }
}
