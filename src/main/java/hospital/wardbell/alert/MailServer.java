package hospital.wardbell.alert;

import java.util.Locale;
import java.util.regex.Pattern;

/// The server that takes our e-mail. There is no way to speak to one in the clear.
///
/// @param host DNS name or address, which its certificate must be for
/// @param sender whom the messages are from
/// @param login empty if it asks for none
/// @param authority the certificates that vouch for it, PEM; empty for those the machine trusts
public record MailServer(
    String host, int port, Security security, MailAddress sender, String login, String authority) {
  /// How the line is secured.
  public enum Security {
    /// From the first octet.
    ///
    /// @spec https://www.rfc-editor.org/rfc/rfc8314#section-3.3 RFC 8314 §3.3
    TLS(465),
    /// After a greeting in the clear; a server that has it not gets nothing.
    ///
    /// @spec https://www.rfc-editor.org/rfc/rfc3207#section-4 RFC 3207 §4
    STARTTLS(587);

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
  private static final Pattern LOGIN = Pattern.compile("[^\\p{Cntrl}]{0,254}");
  private static final int LONGEST_AUTHORITY = 20_000;

  /// @throws IllegalArgumentException says what is lawful
  public MailServer {
    require(HOST.matcher(host).matches(), "A host is a DNS name or an address.");
    require(port > 0 && port < 65_536, "A port is a number from 1 to 65535.");
    require(LOGIN.matcher(login).matches(), "A login has up to 254 characters.");
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
    return "MailServer[" + host + ":" + port + "]";
  }
}
