package hospital.wardbell.vault.tls;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// Makes authorities and the certificates under them: keys on P-256, ECDSA with SHA-256.
///
/// @spec https://www.rfc-editor.org/rfc/rfc5280#section-4.2 RFC 5280 §4.2 (extensions)
final class Issuer {
  private static final Duration AUTHORITY_LIFE = Duration.ofDays(3_650);

  // A workstation's clock may be behind.
  private static final Duration LENIENCE = Duration.ofHours(1);

  private final Names names;
  private final Instant now;
  private final SecureRandom random = new SecureRandom();

  Issuer(Names names, Instant now) {
    this.names = names;
    this.now = now;
  }

  /// An authority that can certify `names` and no others.
  Pair authority() {
    try {
      KeyPair pair = keyPair();
      BigInteger serial = serial();
      // Two authorities in one browser are told apart by their names.
      X500Name self = new X500Name("CN=Wardbell authority " + serial.toString(16).substring(0, 8));
      JcaX509ExtensionUtils utils = new JcaX509ExtensionUtils();
      X509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
                  self, serial, begin(), end(AUTHORITY_LIFE), self, pair.getPublic())
              .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
              .addExtension(
                  Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
              .addExtension(Extension.nameConstraints, true, names.constraints())
              .addExtension(
                  Extension.subjectKeyIdentifier,
                  false,
                  utils.createSubjectKeyIdentifier(pair.getPublic()));
      return new Pair(signed(builder, pair.getPrivate()), pair.getPrivate());
    } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
      throw impossible(e);
    }
  }

  /// A server's certificate for `names`, under `authority`.
  Pair server(Pair authority) {
    try {
      KeyPair pair = keyPair();
      JcaX509ExtensionUtils utils = new JcaX509ExtensionUtils();
      X509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
                  authority.certificate(),
                  serial(),
                  begin(),
                  end(Certificates.SERVER_LIFE),
                  new X500Name("CN=Wardbell"),
                  pair.getPublic())
              .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
              .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
              .addExtension(
                  Extension.extendedKeyUsage,
                  false,
                  new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
              .addExtension(Extension.subjectAlternativeName, false, names.alternativeNames())
              .addExtension(
                  Extension.subjectKeyIdentifier,
                  false,
                  utils.createSubjectKeyIdentifier(pair.getPublic()))
              .addExtension(
                  Extension.authorityKeyIdentifier,
                  false,
                  utils.createAuthorityKeyIdentifier(authority.certificate()));
      return new Pair(signed(builder, authority.key()), pair.getPrivate());
    } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
      throw impossible(e);
    }
  }

  private static X509Certificate signed(X509v3CertificateBuilder builder, PrivateKey by)
      throws GeneralSecurityException, OperatorCreationException {
    return new JcaX509CertificateConverter()
        .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(by)));
  }

  private KeyPair keyPair() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"), random);
    return generator.generateKeyPair();
  }

  /// Positive, 127 random bits.
  private BigInteger serial() {
    return new BigInteger(127, random).setBit(126);
  }

  private Date begin() {
    return Date.from(now.minus(LENIENCE));
  }

  private Date end(Duration life) {
    return Date.from(now.minus(LENIENCE).plus(life));
  }

  private static IllegalStateException impossible(Exception e) {
    return new IllegalStateException("P-256 and ECDSA are in every JDK", e);
  }
}
