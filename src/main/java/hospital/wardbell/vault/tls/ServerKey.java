package hospital.wardbell.vault.tls;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/// One key and its certificates, as TLS asks a server for them.
///
/// A key store would do the same, but it seals each key under a password first, and that costs more
/// than all else a listener does when it opens.
final class ServerKey extends X509ExtendedKeyManager {
  private static final String ALIAS = "server";

  /// What TLS by the validated module asks for in TLS 1.3: the key's kind and its curve.
  private static final String CURVE = "EC/secp256r1";

  private final PrivateKey key;
  private final List<X509Certificate> chain;

  /// @param chain the key's own certificate first
  ServerKey(PrivateKey key, List<X509Certificate> chain) {
    this.key = key;
    this.chain = List.copyOf(chain);
  }

  private @Nullable String alias(String keyType) {
    return keyType.equals(key.getAlgorithm()) || keyType.equals(CURVE) ? ALIAS : null;
  }

  @Override
  public @Nullable String chooseEngineServerAlias(
      String keyType, Principal @Nullable [] issuers, SSLEngine engine) {
    return alias(keyType);
  }

  @Override
  public @Nullable String chooseServerAlias(
      String keyType, Principal @Nullable [] issuers, Socket socket) {
    return alias(keyType);
  }

  @Override
  public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
    return alias(keyType) == null ? null : new String[] {ALIAS};
  }

  @Override
  public X509Certificate[] getCertificateChain(String alias) {
    return chain.toArray(X509Certificate[]::new);
  }

  @Override
  public PrivateKey getPrivateKey(String alias) {
    return key;
  }

  /// It is no client's key.
  @Override
  public @Nullable String chooseClientAlias(
      String[] keyTypes, Principal @Nullable [] issuers, Socket socket) {
    return null;
  }

  /// It is no client's key.
  @Override
  public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
    return null;
  }
}
