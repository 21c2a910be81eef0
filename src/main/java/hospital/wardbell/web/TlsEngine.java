package hospital.wardbell.web;

import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.IdentityCipherSuiteFilter;
import io.netty.handler.ssl.JdkSslContext;
import io.netty.handler.ssl.SslContext;
import io.vertx.core.net.JdkSSLEngineOptions;
import io.vertx.core.spi.tls.SslContextFactory;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

/// The JDK's TLS 1.3 for a server with one key, and nothing around it.
///
/// What Vert.x makes of the same engine first tries out its own key store and every provider it can
/// find, and the first visitor would wait for that.
///
/// @spec https://www.rfc-editor.org/rfc/rfc8446#section-4.2 RFC 8446 §4.2 (TLS 1.3)
/// @spec https://www.rfc-editor.org/rfc/rfc7301#section-3 RFC 7301 §3 (ALPN)
final class TlsEngine extends JdkSSLEngineOptions {
  static final String VERSION = "TLSv1.3";

  @Override
  public TlsEngine copy() {
    return new TlsEngine();
  }

  @Override
  public SslContextFactory sslContextFactory() {
    return new Factory();
  }

  /// Takes from Vert.x the listener's key and which protocols it speaks above TLS, and no more.
  private static final class Factory implements SslContextFactory {
    private KeyManager[] keys = {};
    private List<String> protocols = List.of();

    @Override
    public SslContextFactory keyMananagerFactory(KeyManagerFactory factory) {
      keys = factory.getKeyManagers();
      return this;
    }

    @Override
    public SslContextFactory applicationProtocols(List<String> offered) {
      protocols = List.copyOf(offered);
      return this;
    }

    @Override
    public SslContext create() throws SSLException {
      try {
        SSLContext tls = SSLContext.getInstance(VERSION);
        tls.init(keys, null, null);
        return new JdkSslContext(
            tls,
            false,
            null,
            IdentityCipherSuiteFilter.INSTANCE,
            new ApplicationProtocolConfig(
                Protocol.ALPN,
                SelectorFailureBehavior.NO_ADVERTISE,
                SelectedListenerFailureBehavior.ACCEPT,
                protocols),
            ClientAuth.NONE,
            new String[] {VERSION},
            false);
      } catch (GeneralSecurityException e) {
        throw new SSLException("every JDK has TLS 1.3", e);
      }
    }
  }
}
