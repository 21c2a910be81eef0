package hospital.wardbell.directory;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import hospital.wardbell.base.Secret;
import hospital.wardbell.directory.DirectoryServer.Security;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/// A conversation with the directory. It begins with TLS; no name, no password is said before.
/// Connecting and each answer have [#PATIENCE], and the whole its own deadline, after which the
/// line is cut. Referrals are not followed: they lead to servers that nobody vouched for. One
/// thread.
///
/// @spec https://www.rfc-editor.org/rfc/rfc4511 RFC 4511 (LDAP) (**Partial**: bind, search,
///   StartTLS)
final class LdapLine implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(4);

  /// Nobody is looked for among more.
  static final int MOST = 50_000;

  private static final int PAGE = 500;
  private static final int LONGEST_ANSWER = 8_000_000;

  /// What a server says to a bind that it understood and does not grant.
  private static final Set<ResultCode> WRONG =
      Set.of(
          ResultCode.INVALID_CREDENTIALS,
          ResultCode.NO_SUCH_OBJECT,
          ResultCode.INVALID_DN_SYNTAX,
          ResultCode.INAPPROPRIATE_AUTHENTICATION,
          ResultCode.INSUFFICIENT_ACCESS_RIGHTS,
          ResultCode.CONSTRAINT_VIOLATION,
          ResultCode.UNWILLING_TO_PERFORM);

  private final DirectoryServer server;
  private final LDAPConnection connection;
  private final CountDownLatch ended = new CountDownLatch(1);

  private LdapLine(DirectoryServer server, TlsSockets sockets, Duration whole) {
    this.server = server;
    LDAPConnectionOptions options = new LDAPConnectionOptions();
    options.setConnectTimeoutMillis((int) PATIENCE.toMillis());
    options.setResponseTimeoutMillis(PATIENCE.toMillis());
    options.setUseSynchronousMode(true);
    options.setFollowReferrals(false);
    options.setBindWithDNRequiresPassword(true);
    options.setMaxMessageSize(LONGEST_ANSWER);
    connection =
        server.security() == Security.LDAPS
            ? new LDAPConnection(sockets, options)
            : new LDAPConnection(options);
    Thread.ofVirtual().name("directory-deadline").start(() -> cut(whole));
  }

  private void cut(Duration whole) {
    try {
      boolean _ = ended.await(whole.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      // nobody interrupts it; then it is cut now
    }
    connection.close();
  }

  /// @param whole after which it is cut, whatever was being said
  /// @throws DirectoryFault `UNREACHABLE`, `UNSECURED` or `UNTRUSTED`
  static LdapLine open(DirectoryServer server, Duration whole) {
    TlsSockets sockets = new TlsSockets(server, PATIENCE);
    LdapLine line = new LdapLine(server, sockets, whole);
    try {
      line.connection.connect(server.host(), server.port(), (int) PATIENCE.toMillis() * 2);
      if (server.security() == Security.STARTTLS) {
        line.secure(sockets);
      }
      return line;
    } catch (LDAPException e) {
      line.close();
      throw sockets
          .distrust()
          .map(why ->
              new DirectoryFault(
                  DirectoryFault.Kind.UNTRUSTED,
                  "%s is not who it should be, or speaks no TLS: %s"
                      .formatted(server.address(), why.getMessage()),
                  e))
          .orElseGet(() -> line.fault(e));
    } catch (RuntimeException e) {
      line.close();
      throw e;
    }
  }

  private void secure(TlsSockets sockets) throws LDAPException {
    ResultCode code = agreed(sockets);
    if (!code.equals(ResultCode.SUCCESS)) {
      throw new DirectoryFault(
          DirectoryFault.Kind.UNSECURED,
          "%s takes no StartTLS (%s). Nothing was said to it in the clear."
              .formatted(server.address(), code.getName()));
    }
  }

  private ResultCode agreed(TlsSockets sockets) throws LDAPException {
    try {
      return connection
          .processExtendedOperation(new StartTLSExtendedRequest(sockets))
          .getResultCode();
    } catch (LDAPException e) {
      if (isAnswer(e.getResultCode())) {
        return e.getResultCode();
      }
      throw e;
    }
  }

  /// Whether it is what the server said, and none of the library's own codes.
  private static boolean isAnswer(ResultCode code) {
    return code.intValue() < ResultCode.SERVER_DOWN_INT_VALUE;
  }

  /// From here on as the account that asks.
  ///
  /// @throws DirectoryFault `REFUSED` if it is not let in
  void enter(Secret password) {
    if (!isRight(server.account(), password)) {
      throw new DirectoryFault(
          DirectoryFault.Kind.REFUSED,
          "%s does not let in the account that asks it. Is its password right, and the account not locked?"
              .formatted(server.address()));
    }
  }

  /// Whether the server lets in this entry with this password. The line is that entry's then, and
  /// good for nothing else. An empty password is never shown to it: many would answer yes, meaning
  /// that nobody has been let in.
  ///
  /// @spec https://www.rfc-editor.org/rfc/rfc4513#section-5.1.2 RFC 4513 §5.1.2 (unauthenticated
  ///   bind)
  /// @throws DirectoryFault if it says neither
  boolean isRight(String entry, Secret password) {
    if (password.length() == 0) {
      return false;
    }
    return password
        .lend(octets -> bound(new SimpleBindRequest(entry, octets)))
        .equals(ResultCode.SUCCESS);
  }

  private ResultCode bound(SimpleBindRequest request) {
    SSLSession _ = session(); // no password goes out without
    try {
      return connection.bind(request).getResultCode();
    } catch (LDAPException e) {
      if (WRONG.contains(e.getResultCode())) {
        return e.getResultCode();
      }
      throw fault(e);
    }
  }

  /// How the line is secured.
  String protocol() {
    return session().getProtocol();
  }

  /// Who vouches for the server, as its certificate says.
  String issuer() {
    try {
      return session().getPeerCertificates()[0] instanceof X509Certificate first
          ? first.getIssuerX500Principal().getName()
          : "nobody";
    } catch (SSLPeerUnverifiedException _) {
      return "nobody";
    }
  }

  private SSLSession session() {
    SSLSession session = connection.getSSLSession();
    if (session == null) {
      throw new IllegalStateException("a line that is not TLS");
    }
    return session;
  }

  /// Whether there is an entry of that name.
  boolean has(String name) {
    try {
      return connection.getEntry(name, SearchRequest.NO_ATTRIBUTES) != null;
    } catch (LDAPException e) {
      throw fault(e);
    }
  }

  /// The only entry of its kind below `base`; empty if there is none, or more than one.
  Optional<SearchResultEntry> one(String base, Filter filter, String... attributes) {
    try {
      SearchRequest request = new SearchRequest(base, SearchScope.SUB, filter, attributes);
      request.setSizeLimit(2);
      List<SearchResultEntry> found = entries(connection.search(request));
      return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    } catch (LDAPSearchException e) {
      if (e.getResultCode().equals(ResultCode.SIZE_LIMIT_EXCEEDED)) {
        return Optional.empty();
      }
      throw fault(e);
    }
  }

  /// All such entries below `base`, page by page.
  ///
  /// @spec https://www.rfc-editor.org/rfc/rfc2696 RFC 2696 (paged results)
  /// @throws DirectoryFault `PARTIAL` if there are more than [#MOST], or not all are given
  void each(String base, Filter filter, Consumer<SearchResultEntry> use, String... attributes) {
    int seen = 0;
    ASN1OctetString cookie = new ASN1OctetString();
    do {
      SearchResult page = page(base, filter, cookie, attributes);
      seen += page.getEntryCount();
      if (seen > MOST) {
        throw new DirectoryFault(
            DirectoryFault.Kind.PARTIAL,
            "%s has more than %d entries below %s.".formatted(server.address(), MOST, base));
      }
      entries(page).forEach(use);
      cookie = next(page);
    } while (cookie.getValueLength() > 0);
  }

  private SearchResult page(
      String base, Filter filter, ASN1OctetString cookie, String... attributes) {
    try {
      SearchRequest request = new SearchRequest(base, SearchScope.SUB, filter, attributes);
      request.addControl(new SimplePagedResultsControl(PAGE, cookie, false));
      return connection.search(request);
    } catch (LDAPSearchException e) {
      throw fault(e);
    }
  }

  /// The library collects them where no listener takes them.
  private static List<SearchResultEntry> entries(SearchResult result) {
    return Objects.requireNonNull(result.getSearchEntries());
  }

  private ASN1OctetString next(SearchResult page) {
    try {
      SimplePagedResultsControl more = SimplePagedResultsControl.get(page);
      return more == null ? new ASN1OctetString() : more.getCookie();
    } catch (LDAPException e) {
      throw fault(e);
    }
  }

  private DirectoryFault fault(LDAPException e) {
    ResultCode code = e.getResultCode();
    if (isAnswer(code)) {
      DirectoryFault.Kind kind =
          code.equals(ResultCode.NO_SUCH_OBJECT)
              ? DirectoryFault.Kind.ABSENT
              : code.equals(ResultCode.SIZE_LIMIT_EXCEEDED)
                  ? DirectoryFault.Kind.PARTIAL
                  : DirectoryFault.Kind.ERROR;
      return new DirectoryFault(
          kind, "%s answers: %s.".formatted(server.address(), code.getName()), e);
    }
    return new DirectoryFault(
        DirectoryFault.Kind.UNREACHABLE,
        "%s does not answer (%s).".formatted(server.address(), code.getName()),
        e);
  }

  @Override
  public void close() {
    ended.countDown();
    connection.close();
  }
}
