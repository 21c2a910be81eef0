package hospital.wardbell.directory;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Entries of a made-up hospital's directory.
public final class Ldif {
  static final String BASE =
      """
      dn: dc=hospital,dc=example
      objectClass: dcObject
      objectClass: organization
      dc: hospital
      o: hospital

      dn: ou=people,dc=hospital,dc=example
      objectClass: organizationalUnit
      ou: people

      dn: ou=groups,dc=hospital,dc=example
      objectClass: organizationalUnit
      ou: groups

      dn: cn=wardbell,dc=hospital,dc=example
      objectClass: organizationalRole
      objectClass: simpleSecurityObject
      cn: wardbell
      userPassword: asks-the-directory

      """;

  private Ldif() {}

  /// Whose password is the login behind `pw-`.
  public static String person(String login) {
    return """
    dn: uid=%1$s,ou=people,dc=hospital,dc=example
    objectClass: inetOrgPerson
    uid: %1$s
    cn: Person %1$s
    sn: %1$s
    userPassword: pw-%1$s

    """
        .formatted(login);
  }

  public static String people(String prefix, int many) {
    return IntStream.range(0, many).mapToObj(i -> person(prefix + i)).collect(Collectors.joining());
  }

  /// @param members DNs
  public static String group(String name, String... members) {
    return "dn: cn=%1$s,ou=groups,dc=hospital,dc=example\nobjectClass: groupOfNames\ncn: %1$s\n"
            .formatted(name)
        + Arrays.stream(members).map(m -> "member: " + m + "\n").collect(Collectors.joining())
        + "\n";
  }

  public static String dn(String login) {
    return "uid=" + login + "," + Slapd.PEOPLE;
  }

  public static String groupDn(String name) {
    return "cn=" + name + "," + Slapd.GROUPS;
  }

  static String[] dns(String... logins) {
    return Arrays.stream(logins).map(Ldif::dn).toArray(String[]::new);
  }

  static String[] dns(String prefix, int many) {
    return IntStream.range(0, many).mapToObj(i -> dn(prefix + i)).toArray(String[]::new);
  }
}
