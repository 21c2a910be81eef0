package hospital.wardbell.vault.tls;

import hospital.wardbell.vault.SafeFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Optional;

/// A certificate and its private key, and the two files they lie in.
record Pair(X509Certificate certificate, PrivateKey key) {
  /// The pair in those files; none if either is missing or damaged, or they do not belong together,
  /// as after a power cut between the two.
  static Optional<Pair> read(Path certificate, Path key) throws IOException {
    return parse(certificate, key).filter(Pair::belongsTogether);
  }

  /// As [#read], taking it as given that they belong together.
  static Optional<Pair> parse(Path certificate, Path key) throws IOException {
    if (!Files.exists(certificate) || !Files.exists(key)) {
      return Optional.empty();
    }
    Optional<X509Certificate> read = certificate(certificate);
    if (read.isEmpty()) {
      return Optional.empty();
    }
    byte[] pem = Files.readAllBytes(key);
    try {
      byte[] pkcs8 = Pem.first(Pem.PRIVATE_KEY, pem);
      return Optional.of(
          new Pair(
              read.get(),
              KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(pkcs8))));
    } catch (GeneralSecurityException | IllegalArgumentException _) {
      return Optional.empty();
    } finally {
      Arrays.fill(pem, (byte) 0);
    }
  }

  /// The first certificate in that file; none if it is missing or damaged.
  static Optional<X509Certificate> certificate(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    byte[] pem = Files.readAllBytes(file);
    try {
      byte[] der = Pem.first(Pem.CERTIFICATE, pem);
      return Optional.of(
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(der)));
    } catch (GeneralSecurityException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// Writes the key first: a certificate without its key is of no use.
  ///
  /// @param above PEM of the certificates that follow this one in its file; may be empty
  void write(Path certificateFile, Path keyFile, String above) throws IOException {
    SafeFile.replace(keyFile, octets(Pem.of(Pem.PRIVATE_KEY, key.getEncoded())), SafeFile.PRIVATE);
    SafeFile.replace(certificateFile, octets(certificatePem() + above), SafeFile.PUBLIC);
  }

  String certificatePem() {
    try {
      return Pem.of(Pem.CERTIFICATE, certificate.getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a certificate that was read or made can be written", e);
    }
  }

  private boolean belongsTogether() {
    byte[] probe = {1};
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(key);
      signature.update(probe);
      byte[] signed = signature.sign();
      signature.initVerify(certificate.getPublicKey());
      signature.update(probe);
      return signature.verify(signed);
    } catch (GeneralSecurityException _) {
      return false;
    }
  }

  private static byte[] octets(String pem) {
    return pem.getBytes(StandardCharsets.US_ASCII);
  }
}
