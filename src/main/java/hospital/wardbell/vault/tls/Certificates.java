package hospital.wardbell.vault.tls;

import hospital.wardbell.base.Sha256;
import hospital.wardbell.vault.VaultFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.X509ExtendedKeyManager;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.Extension;

/// The console's certificate, from an authority made on first start.
///
/// The private key of the service is a file only the service may read: the unlock page is served
/// before the keyring is open.
///
/// The authority's key is kept as well, so that the yearly renewal does not send IT to every
/// workstation with a new authority. That is no more dangerous than the service's own key: the
/// authority's certificate names, in a critical extension, the only names it may certify, which are
/// those of this box. Other names mean a new authority, to be installed anew.
///
/// @param authority PEM of the authority's certificate, for installing in browsers
/// @param chain PEM of certificate and authority
/// @param key PEM of the private key, PKCS #8
/// @param fingerprint SHA-256 of the authority's certificate, upper-case hex pairs with colons
public record Certificates(Path authority, Path chain, Path key, String fingerprint) {
  /// How long a server's certificate lives. Browsers refuse longer ones.
  static final Duration SERVER_LIFE = Duration.ofDays(397);

  private static final Duration RENEWED_BEFORE_END = Duration.ofDays(30);

  /// Those in `directory`, made anew if there are none, they end within 30 days or other names are
  /// asked.
  ///
  /// @param names DNS names and IP addresses that the certificate is for; one at least
  /// @throws IllegalArgumentException if one of `names` is neither
  /// @throws VaultFault of kind CERTIFICATE if the files cannot be read or written
  public static Certificates ensure(Path directory, List<String> names, InstantSource clock) {
    Names wanted = Names.of(names);
    try {
      Files.createDirectories(
          directory,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      return ensure(directory, wanted, clock.instant());
    } catch (IOException e) {
      throw new VaultFault(
          VaultFault.Kind.CERTIFICATE,
          "The certificate's files cannot be read or written. Check disk, owner and mode.",
          e);
    }
  }

  /// What TLS shows and proves: the service's certificate, its authority's and its private key.
  ///
  /// @throws VaultFault of kind CERTIFICATE if the files cannot be read
  public X509ExtendedKeyManager keyManager() {
    try {
      Pair server = Pair.parse(chain, key).orElseThrow(() -> new IOException("not a pair"));
      X509Certificate above =
          Pair.certificate(authority).orElseThrow(() -> new IOException("not a certificate"));
      return new ServerKey(server.key(), List.of(server.certificate(), above));
    } catch (IOException e) {
      throw new VaultFault(
          VaultFault.Kind.CERTIFICATE,
          "The certificate in %s and its key cannot be used. Check who owns them, or remove them and start again."
              .formatted(chain.getParent()),
          e);
    }
  }

  /// The authority's key, and all that costs time, is read only to issue.
  private static Certificates ensure(Path directory, Names names, Instant now) throws IOException {
    Path authorityFile = directory.resolve("authority.pem");
    Path authorityKey = directory.resolve("authority-key.pem");
    Path chain = directory.resolve("server.pem");
    Path key = directory.resolve("server-key.pem");
    Optional<X509Certificate> kept = Pair.certificate(authorityFile);
    if (kept.isPresent()
        && Pair.read(chain, key).filter(s -> serves(s, kept.get(), names, now)).isPresent()) {
      return new Certificates(authorityFile, chain, key, fingerprint(kept.get()));
    }
    Pair authority = authority(authorityFile, authorityKey, names, now);
    new Issuer(names, now).server(authority).write(chain, key, authority.certificatePem());
    return new Certificates(authorityFile, chain, key, fingerprint(authority.certificate()));
  }

  private static Pair authority(Path certificate, Path key, Names names, Instant now)
      throws IOException {
    Optional<Pair> kept = Pair.read(certificate, key).filter(a -> servesAsAuthority(a, names, now));
    if (kept.isPresent()) {
      return kept.get();
    }
    Pair made = new Issuer(names, now).authority();
    made.write(certificate, key, "");
    return made;
  }

  /// It may certify exactly these, and outlives a certificate made today.
  private static boolean servesAsAuthority(Pair authority, Names names, Instant now) {
    X509Certificate certificate = authority.certificate();
    return holds(certificate, Extension.nameConstraints, names.constraints())
        && !certificate.getNotBefore().toInstant().isAfter(now)
        && certificate.getNotAfter().toInstant().isAfter(now.plus(SERVER_LIFE));
  }

  private static boolean serves(Pair server, X509Certificate authority, Names names, Instant now) {
    X509Certificate certificate = server.certificate();
    try {
      certificate.verify(authority.getPublicKey());
    } catch (GeneralSecurityException _) {
      return false;
    }
    return names.areThoseOf(certificate)
        && !certificate.getNotBefore().toInstant().isAfter(now)
        && certificate.getNotAfter().toInstant().isAfter(now.plus(RENEWED_BEFORE_END));
  }

  private static boolean holds(
      X509Certificate certificate, ASN1ObjectIdentifier extension, ASN1Object wanted) {
    byte[] found = certificate.getExtensionValue(extension.getId());
    try {
      return found != null
          && Arrays.equals(ASN1OctetString.getInstance(found).getOctets(), wanted.getEncoded());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String fingerprint(X509Certificate certificate) {
    try {
      byte[] digest = Sha256.of(certificate.getEncoded());
      return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that was read can be written", e);
    }
  }
}
