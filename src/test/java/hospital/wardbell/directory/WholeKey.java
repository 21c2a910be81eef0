package hospital.wardbell.directory;

import hospital.wardbell.vault.tls.Certificates;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/// A certificate's key with its public half beside it, without which GnuTLS takes none.
final class WholeKey {
  private static final int BITS = 256;

  private WholeKey() {}

  /// @return the file, `directory`'s own
  static Path of(Certificates certificates, Path directory)
      throws IOException, GeneralSecurityException {
    PrivateKeyInfo half = PrivateKeyInfo.getInstance(octets(certificates.key()));
    ECPrivateKey secret = ECPrivateKey.getInstance(half.parsePrivateKey());
    ECPrivateKey whole =
        new ECPrivateKey(
            BITS,
            secret.getKey(),
            new DERBitString(point(certificates)),
            half.getPrivateKeyAlgorithm().getParameters());
    byte[] written = new PrivateKeyInfo(half.getPrivateKeyAlgorithm(), whole).getEncoded();
    return Files.writeString(
        directory.resolve("whole-key.pem"),
        "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
            .formatted(Base64.getMimeEncoder().encodeToString(written)));
  }

  private static byte[] octets(Path pem) throws IOException {
    return Base64.getMimeDecoder()
        .decode(Files.readString(pem).replaceAll("-----[A-Z ]+-----", ""));
  }

  private static byte[] point(Certificates certificates)
      throws IOException, GeneralSecurityException {
    try (InputStream chain = Files.newInputStream(certificates.chain())) {
      byte[] key =
          CertificateFactory.getInstance("X.509")
              .generateCertificate(chain)
              .getPublicKey()
              .getEncoded();
      return SubjectPublicKeyInfo.getInstance(key).getPublicKeyData().getBytes();
    }
  }
}
