package hospital.wardbell.siem;

import hospital.wardbell.base.Id;
import java.util.regex.Pattern;

/// A collector that takes syslog over TLS.
///
/// @param name what people call it: 1 to 40 letters, digits, dots and hyphens
/// @param host DNS name or address, which its certificate must be for
/// @param authority the certificates that vouch for it, PEM
/// @spec https://www.rfc-editor.org/rfc/rfc5425 RFC 5425 (syslog over TLS)
public record Target(Id id, String name, String host, int port, Payload payload, String authority) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9.-]{1,40}");
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:-]{1,255}");
  private static final int LONGEST_AUTHORITY = 20_000;

  /// @throws IllegalArgumentException says what is lawful
  public Target {
    require(NAME.matcher(name).matches(), "A name has 1 to 40 letters, digits, dots and hyphens.");
    require(HOST.matcher(host).matches(), "A host is a DNS name or an address.");
    require(port > 0 && port < 65_536, "A port is a number from 1 to 65535.");
    require(
        authority.length() <= LONGEST_AUTHORITY,
        "The authority's certificates may have 20,000 characters.");
  }

  private static void require(boolean holds, String words) {
    if (!holds) {
      throw new IllegalArgumentException(words);
    }
  }

  @Override
  public String toString() {
    return "Target[" + name + ", " + host + ":" + port + "]";
  }
}
