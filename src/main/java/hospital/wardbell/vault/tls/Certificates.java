package hospital.wardbell.vault.tls;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/// The console's certificate, from an authority made on first start.
///
/// The private key of the service is a file only the service may read: the unlock page is served
/// before the keyring is open. The authority's key is made, used once and thrown away; a new
/// certificate means a new authority.
///
/// @param authority PEM of the authority's certificate, for installing in browsers
/// @param chain PEM of certificate and authority
/// @param key PEM of the private key
/// @param fingerprint SHA-256 of the authority's certificate, upper-case hex pairs with colons
public record Certificates(Path authority, Path chain, Path key, String fingerprint) {
  /// Those in `directory`, made anew if there are none, they have expired or other names are asked.
  ///
  /// @param names DNS names and IP addresses that the certificate is for
  public static Certificates ensure(Path directory, List<String> names, InstantSource clock) {
    throw new IllegalStateException("not built");
  }
}
