package hospital.wardbell.directory;

import com.unboundid.ldap.sdk.DN;
import java.util.Locale;
import java.util.regex.Pattern;

/// The hospital's directory. There is no way to speak to one in the clear.
///
/// @param host DNS name or address, which its certificate must be for
/// @param account the DN of the account that asks it
/// @param people below which DN people are
/// @param groups below which DN groups are
/// @param login the attribute that people's logins are in
/// @param name the attribute that people's names are in
/// @param authority the certificates that vouch for it, PEM; empty for those the machine trusts
public record DirectoryServer(
    String host,
    int port,
    Security security,
    Kind kind,
    String account,
    String people,
    String groups,
    String login,
    String name,
    String authority) {
  /// How the line is secured.
  public enum Security {
    /// From the first octet.
    LDAPS(636),
    /// Before anything else is said; a server that has it not is told nothing.
    ///
    /// @spec https://www.rfc-editor.org/rfc/rfc4513#section-3 RFC 4513 §3 (StartTLS)
    STARTTLS(389);

    private final int port;

    Security(int port) {
      this.port = port;
    }

    public int usualPort() {
      return port;
    }

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:-]{1,255}");
  private static final Pattern ATTRIBUTE = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,59}");
  private static final int LONGEST_DN = 500;
  private static final int LONGEST_AUTHORITY = 20_000;

  /// @throws IllegalArgumentException says what is lawful
  public DirectoryServer {
    require(HOST.matcher(host).matches(), "A host is a DNS name or an address.");
    require(port > 0 && port < 65_536, "A port is a number from 1 to 65535.");
    require(
        isName(account) && isName(people) && isName(groups),
        "A name in the directory looks like ou=staff,dc=hospital,dc=example, up to 500 characters.");
    require(
        ATTRIBUTE.matcher(login).matches() && ATTRIBUTE.matcher(name).matches(),
        "An attribute has up to 60 letters, digits and hyphens.");
    require(
        authority.length() <= LONGEST_AUTHORITY,
        "The authority's certificates may have 20,000 characters.");
  }

  private static void require(boolean holds, String words) {
    if (!holds) {
      throw new IllegalArgumentException(words);
    }
  }

  /// Whether that could be the name of an entry.
  static boolean isName(String text) {
    return !text.isBlank() && text.length() <= LONGEST_DN && DN.isValidDN(text);
  }

  /// For people: `ldaps://ldap.hospital.example:636`.
  public String address() {
    return security.word() + "://" + host + ":" + port;
  }

  @Override
  public String toString() {
    return "DirectoryServer[" + address() + "]";
  }
}
