package hospital.wardbell;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// How a client reaches a home's console: over TLS, trusting the home's own authority only.
final class Https {
  private Https() {}

  static HttpClient.Builder client(TrialHome home) throws IOException, GeneralSecurityException {
    return client(home.home());
  }

  static HttpClient.Builder client(Home home) throws IOException, GeneralSecurityException {
    return HttpClient.newBuilder().sslContext(trusting(home)).connectTimeout(Duration.ofSeconds(5));
  }

  static URI address(TrialHome home, String path) {
    return URI.create("https://localhost:%d%s".formatted(home.consolePort(), path));
  }

  private static SSLContext trusting(Home home) throws IOException, GeneralSecurityException {
    KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null, new char[0]);
    try (InputStream in = Files.newInputStream(home.certificates().resolve("authority.pem"))) {
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
