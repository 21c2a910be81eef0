package hospital.wardbell.web;

import hospital.wardbell.vault.tls.Certificates;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.InstantSource;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// The box's own certificate for localhost, and a client that trusts its authority.
record TestTls(Certificates certificates, SSLContext client) {
  static TestTls in(Path directory) throws Exception {
    Certificates certificates =
        Certificates.ensure(
            directory.resolve("tls"), List.of("localhost", "127.0.0.1"), InstantSource.system());
    return new TestTls(certificates, trusting(certificates.authority()));
  }

  private static SSLContext trusting(Path authority) throws Exception {
    KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null, new char[0]);
    try (InputStream in = Files.newInputStream(authority)) {
      trusted.setCertificateEntry(
          "wardbell", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }
}
