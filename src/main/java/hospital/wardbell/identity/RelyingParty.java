package hospital.wardbell.identity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The console as browsers know it: passkeys made here work nowhere else.
///
/// @param host the name that passkeys are bound to
/// @param origin scheme, name and port; what a page of any other origin asked for is refused
/// @spec https://www.w3.org/TR/webauthn-3/#relying-party-identifier Web Authentication Level 3, RP
///   ID
public record RelyingParty(String host, String origin) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9.-]*[a-z0-9])?");
  private static final Pattern NUMBERS = Pattern.compile("[0-9.]+");
  private static final String LOCAL = "localhost";
  private static final int HTTPS = 443;

  /// By the first of `names` which is no address, since passkeys cannot be bound to one;
  /// `localhost` only if there is no other.
  public static Optional<RelyingParty> of(List<String> names, int port) {
    List<String> hosts =
        names.stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .filter(name -> NAME.matcher(name).matches() && !NUMBERS.matcher(name).matches())
            .toList();
    return hosts.stream()
        .filter(host -> !host.equals(LOCAL))
        .findFirst()
        .or(() -> hosts.stream().findFirst())
        .map(host -> new RelyingParty(host, "https://" + host + (port == HTTPS ? "" : ":" + port)));
  }
}
