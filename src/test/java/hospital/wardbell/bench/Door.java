package hospital.wardbell.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/// Knocks at the service's ports from outside.
final class Door {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final byte[] READINESS =
      "GET /readyz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".getBytes(US_ASCII);

  private final BenchHome home;
  private final HttpClient client;

  Door(BenchHome home) {
    this.home = home;
    this.client = HttpClient.newBuilder().sslContext(trusting()).connectTimeout(PATIENCE).build();
  }

  /// Whether it is unlocked and its pages are served.
  boolean servesPages() throws InterruptedException {
    return !readiness().contains("sealed")
        && ask(home.consoleAddress() + "sign-in").contains("id=\"password\"");
  }

  /// Whether a modem can send as well.
  boolean canText() throws InterruptedException {
    return readiness().equals("ready");
  }

  /// The answer's body; `sealed` where nobody answers. Asked by hand, many times a second: what a
  /// client library costs would be taken from the processor time of the service that starts.
  private String readiness() {
    try (Socket socket = new Socket()) {
      socket.connect(home.managementAddress(), (int) PATIENCE.toMillis());
      socket.setSoTimeout((int) PATIENCE.toMillis());
      socket.getOutputStream().write(READINESS);
      String answer = new String(socket.getInputStream().readAllBytes(), US_ASCII);
      return answer.substring(answer.indexOf("\r\n\r\n") + 4).strip();
    } catch (IOException e) {
      return "sealed";
    }
  }

  /// The answer's body; empty where nobody answers.
  private String ask(String address) throws InterruptedException {
    try {
      HttpRequest request = HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE).build();
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      return response.body().strip();
    } catch (IOException e) {
      return "";
    }
  }

  /// A page of the API.
  ///
  /// @throws IOException if it is not given
  String page(String path, String token) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(home.consoleAddress() + path))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token)
            .build();
    HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException(path + " was answered with " + response.statusCode());
    }
    return response.body();
  }

  private static SSLContext trusting() {
    try {
      SSLContext context = SSLContext.getInstance("TLSv1.3");
      context.init(null, new TrustManager[] {new TrustsTheHomesOwn()}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has TLS 1.3", e);
    }
  }

  /// The home's certificate is from its own authority; what it is worth is not measured here.
  private static final class TrustsTheHomesOwn extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, SSLEngine engine) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
