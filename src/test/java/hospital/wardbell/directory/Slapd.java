package hospital.wardbell.directory;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldif.LDIFException;
import hospital.wardbell.Until;
import hospital.wardbell.base.Secret;
import hospital.wardbell.directory.DirectoryServer.Security;
import hospital.wardbell.vault.tls.Certificates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A real directory on ports of its own: Debian's slapd. It gives 500 entries at once and no more,
/// and says yes to an empty password, as careless ones do. Whoever tests changes it by a third
/// port, in the clear.
public final class Slapd implements AutoCloseable {
  public static final Path PROGRAM = Path.of("/usr/sbin/slapd");
  public static final String BASE = "dc=hospital,dc=example";
  public static final String PEOPLE = "ou=people," + BASE;
  public static final String GROUPS = "ou=groups," + BASE;
  public static final String ACCOUNT = "cn=wardbell," + BASE;
  public static final String PASSWORD = "asks-the-directory";

  private static final String ROOT = "cn=root," + BASE;
  private static final String ROOT_PASSWORD = "changes-the-directory";
  private static final Duration STARTING = Duration.ofSeconds(20);

  private final Path directory;
  private final Certificates certificates;
  private final boolean tls;
  private final int ldaps = freePort();
  private final int ldap = freePort();
  private Process process;

  private Slapd(Path directory, String ldif, boolean tls) throws Exception {
    this.directory = Files.createDirectories(directory);
    this.tls = tls;
    certificates = Certificates.ensure(directory, List.of("localhost"), InstantSource.system());
    Files.createDirectories(directory.resolve("db"));
    Path configuration = Files.writeString(directory.resolve("slapd.conf"), configuration());
    Path entries = Files.writeString(directory.resolve("entries.ldif"), ldif);
    run("/usr/sbin/slapadd", "-q", "-f", configuration.toString(), "-l", entries.toString());
    process = start();
  }

  /// @param entries LDIF of people and groups
  public static Slapd with(Path directory, String entries) throws Exception {
    return new Slapd(directory, Ldif.BASE + entries, true);
  }

  /// One that has no TLS at all.
  static Slapd inTheClear(Path directory) throws Exception {
    return new Slapd(directory, Ldif.BASE, false);
  }

  private String configuration() throws IOException, GeneralSecurityException {
    String secured =
        """
        TLSCACertificateFile %s
        TLSCertificateFile %s
        TLSCertificateKeyFile %s
        """
            .formatted(
                certificates.authority(),
                certificates.chain(),
                WholeKey.of(certificates, directory));
    return """
    include /etc/ldap/schema/core.schema
    include /etc/ldap/schema/cosine.schema
    include /etc/ldap/schema/inetorgperson.schema
    modulepath /usr/lib/ldap
    moduleload back_mdb
    allow bind_anon_dn
    %s
    database mdb
    maxsize 50000000
    suffix "%s"
    rootdn "%s"
    rootpw %s
    directory %s
    dbnosync
    limits * size.soft=500 size.hard=500 size.pr=500 size.prtotal=unlimited
    access to attrs=userPassword by anonymous auth by * none
    access to * by dn.exact="%s" read by * none
    """
        .formatted(tls ? secured : "", BASE, ROOT, ROOT_PASSWORD, directory.resolve("db"), ACCOUNT);
  }

  private Process start() throws Exception {
    String addresses = "ldap://127.0.0.1:" + ldap + (tls ? " ldaps://127.0.0.1:" + ldaps : "");
    Process started =
        process(
                PROGRAM.toString(),
                "-d",
                "0",
                "-f",
                directory.resolve("slapd.conf").toString(),
                "-h",
                addresses)
            .start();
    Until.so("slapd listens", STARTING, () -> answers());
    return started;
  }

  private boolean answers() {
    try (LDAPConnection root = root()) {
      return root.isConnected();
    } catch (UncheckedLdap _) {
      return false;
    }
  }

  private void run(String... command) throws Exception {
    Process program = process(command).start();
    if (!program.waitFor(STARTING.toSeconds(), TimeUnit.SECONDS) || program.exitValue() != 0) {
      throw new IOException(Files.readString(directory.resolve("log")));
    }
  }

  private ProcessBuilder process(String... command) {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(directory.resolve("log").toFile()));
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port(Security security) {
    return security == Security.LDAPS ? ldaps : ldap;
  }

  public DirectoryServer server(Security security) throws IOException {
    return at(security, "localhost", port(security), Files.readString(certificates.authority()));
  }

  static DirectoryServer at(Security security, String host, int port, String authority) {
    return new DirectoryServer(
        host, port, security, Kind.OPENLDAP, ACCOUNT, PEOPLE, GROUPS, "uid", "cn", authority);
  }

  /// That of the account that asks.
  static Secret password() {
    return Secret.copyOf(PASSWORD.toCharArray());
  }

  /// What no library says in a test is a mistake of it.
  static final class UncheckedLdap extends RuntimeException {
    private static final long serialVersionUID = 1;

    UncheckedLdap(Exception e) {
      super(e);
    }
  }

  private LDAPConnection root() {
    try {
      return new LDAPConnection("127.0.0.1", ldap, ROOT, ROOT_PASSWORD);
    } catch (LDAPException e) {
      throw new UncheckedLdap(e);
    }
  }

  private interface Work {
    void on(LDAPConnection root) throws LDAPException, LDIFException;
  }

  private void change(Work work) {
    try (LDAPConnection root = root()) {
      work.on(root);
    } catch (LDAPException | LDIFException e) {
      throw new UncheckedLdap(e);
    }
  }

  /// @param ldif of one entry
  void add(String ldif) {
    change(root -> root.add(new Entry(ldif.strip().split("\n", -1))));
  }

  public void delete(String entry) {
    change(root -> root.delete(entry));
  }

  void join(String group, String member) {
    change(root -> root.modify(group, new Modification(ModificationType.ADD, "member", member)));
  }

  public void leave(String group, String member) {
    change(root -> root.modify(group, new Modification(ModificationType.DELETE, "member", member)));
  }

  void set(String entry, String attribute, String value) {
    change(
        root -> root.modify(entry, new Modification(ModificationType.REPLACE, attribute, value)));
  }

  /// Everybody is gone, as from a server that lost its database.
  void loseEverybody() {
    change(root -> {
      var people = root.search(PEOPLE, SearchScope.ONE, "(objectClass=person)", "1.1");
      for (SearchResultEntry found : Objects.requireNonNull(people.getSearchEntries())) {
        root.delete(found.getDN());
      }
    });
  }

  public void kill() {
    try {
      process.destroyForcibly().onExit().get(10, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException("slapd does not end", e);
    }
  }

  /// Starts it again on the ports it had.
  void again() throws Exception {
    process = start();
  }

  @Override
  public void close() {
    kill();
  }
}
