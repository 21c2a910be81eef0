package hospital.wardbell.crypto;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/// TLS to a server of somebody else's, whom given authorities vouch for by its name.
///
/// @spec https://www.rfc-editor.org/rfc/rfc9525#section-6 RFC 9525 §6 (names in certificates)
public final class ClientTls {
  private ClientTls() {}

  /// Shakes hands. Waits as long as the socket's time-out says, each time it reads.
  ///
  /// @param plain connected; closed with what is returned
  /// @param authorities certificates in PEM; empty for those that the machine trusts
  /// @throws SSLException if the server is not who it should be, or speaks no TLS 1.2 or 1.3
  /// @throws IOException if the line fails, or the authorities are no certificates
  public static SSLSocket over(Socket plain, String host, int port, String authorities)
      throws IOException {
    SSLSocket line =
        (SSLSocket) trusting(authorities).getSocketFactory().createSocket(plain, host, port, true);
    SSLParameters parameters = line.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
    line.setSSLParameters(parameters);
    shakeHands(line);
    return line;
  }

  /// The validated module's TLS throws what is no [SSLException].
  private static void shakeHands(SSLSocket line) throws IOException {
    try {
      line.startHandshake();
    } catch (SSLException | SocketTimeoutException e) {
      throw e;
    } catch (IOException e) {
      throw new SSLException(e.getMessage(), e);
    }
  }

  private static SSLContext trusting(String authorities) throws IOException {
    try {
      TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
      trust.init(authorities.isEmpty() ? null : keyStore(authorities));
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IOException("the authority's certificates cannot be used: " + e.getMessage(), e);
    }
  }

  private static KeyStore keyStore(String pem) throws IOException, GeneralSecurityException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    int number = 0;
    for (Certificate authority :
        CertificateFactory.getInstance("X.509")
            .generateCertificates(
                new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))) {
      trusted.setCertificateEntry("authority-" + number++, authority);
    }
    return trusted;
  }
}
