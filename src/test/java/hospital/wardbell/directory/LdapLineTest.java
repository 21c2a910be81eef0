package hospital.wardbell.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hospital.wardbell.base.Secret;
import hospital.wardbell.directory.DirectoryServer.Security;
import hospital.wardbell.vault.tls.Certificates;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Against Debian's slapd; left out where it is not installed.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LdapLineTest {
  private static final Duration WHOLE = Duration.ofSeconds(10);

  /// What a server says that has no StartTLS, or somebody in between: "protocol error", to the
  /// first message.
  private static final byte[] NO_STARTTLS = HexFormat.of().parseHex("300c02010178070a010204000400");

  private Path place;
  private Slapd slapd;

  @BeforeAll
  void start(@TempDir Path directory) throws Exception {
    assumeTrue(Files.isExecutable(Slapd.PROGRAM), "slapd is not installed");
    place = directory;
    slapd = Slapd.with(directory.resolve("slapd"), Ldif.person("dana"));
  }

  @AfterAll
  void end() throws Exception {
    if (slapd != null) {
      slapd.close();
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_server_whom_its_authority_vouches_for_lets_in_the_right_password_only(Security security)
      throws Exception {
    try (LdapLine line = LdapLine.open(slapd.server(security), WHOLE)) {
      line.enter(Slapd.password());

      assertThat(line.protocol()).startsWith("TLSv1.");
      assertThat(line.isRight(Ldif.dn("dana"), secret("pw-dana"))).isTrue();
      assertThat(line.isRight(Ldif.dn("dana"), secret("pw-dora"))).isFalse();
      assertThat(line.isRight(Ldif.dn("nobody"), secret("pw-dana"))).isFalse();
    }
  }

  @Test
  void an_empty_password_is_right_for_nobody_though_the_server_says_yes() throws Exception {
    try (LdapLine line = LdapLine.open(slapd.server(Security.LDAPS), WHOLE)) {
      assertThat(line.isRight(Ldif.dn("dana"), secret(""))).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_server_whom_another_authority_vouches_for_is_told_nothing(Security security)
      throws Exception {
    Certificates others =
        Certificates.ensure(place.resolve("others"), List.of("localhost"), InstantSource.system());
    DirectoryServer server =
        Slapd.at(security, "localhost", slapd.port(security), Files.readString(others.authority()));

    assertThat(refused(server)).isEqualTo(DirectoryFault.Kind.UNTRUSTED);
  }

  @ParameterizedTest
  @EnumSource
  void a_certificate_for_another_name_is_not_taken(Security security) throws Exception {
    String authority = slapd.server(security).authority();
    DirectoryServer server = Slapd.at(security, "127.0.0.1", slapd.port(security), authority);

    assertThat(refused(server)).isEqualTo(DirectoryFault.Kind.UNTRUSTED);
  }

  @Test
  void a_server_without_tls_is_not_spoken_to() throws Exception {
    try (Slapd open = Slapd.inTheClear(place.resolve("clear"))) {
      DirectoryServer server =
          Slapd.at(Security.STARTTLS, "localhost", open.port(Security.STARTTLS), "");

      assertThat(refused(server)).isEqualTo(DirectoryFault.Kind.UNSECURED);
    }
  }

  @Test
  void whoever_takes_starttls_away_in_between_hears_no_name_and_no_password() throws Exception {
    try (ServerSocket between = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<String> heard = CompletableFuture.supplyAsync(() -> stripped(between));
      DirectoryServer server = Slapd.at(Security.STARTTLS, "localhost", between.getLocalPort(), "");

      assertThat(refused(server)).isEqualTo(DirectoryFault.Kind.UNSECURED);
      assertThat(heard.get(10, TimeUnit.SECONDS))
          .contains("1.3.6.1.4.1.1466.20037")
          .doesNotContain(Slapd.PASSWORD, "wardbell");
    }
  }

  /// All that came before the line ended.
  private static String stripped(ServerSocket between) {
    try (Socket line = between.accept()) {
      ByteArrayOutputStream heard = new ByteArrayOutputStream();
      byte[] octets = new byte[4096];
      boolean answered = false;
      for (int n = line.getInputStream().read(octets); n >= 0; ) {
        heard.write(octets, 0, n);
        if (!answered) {
          line.getOutputStream().write(NO_STARTTLS);
          answered = true;
        }
        n = line.getInputStream().read(octets);
      }
      return heard.toString(StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return "the line failed: " + e.getMessage();
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_server_that_says_nothing_is_left_when_the_whole_has_taken_too_long(Security security)
      throws Exception {
    try (ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      DirectoryServer server = Slapd.at(security, "localhost", mute.getLocalPort(), "");
      long began = System.nanoTime();

      DirectoryFault fault =
          catchThrowableOfType(
              DirectoryFault.class, () -> LdapLine.open(server, Duration.ofSeconds(1)).close());

      assertThat(fault).isNotNull();
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(9));
    }
  }

  @Test
  void nobody_there_is_said_so() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }

    assertThat(refused(Slapd.at(Security.LDAPS, "localhost", port, "")))
        .isEqualTo(DirectoryFault.Kind.UNREACHABLE);
  }

  @Test
  void a_wrong_password_of_the_account_that_asks_is_said_so() throws Exception {
    try (LdapLine line = LdapLine.open(slapd.server(Security.LDAPS), WHOLE)) {
      DirectoryFault fault =
          catchThrowableOfType(DirectoryFault.class, () -> line.enter(secret("wrong")));

      assertThat(fault.kind()).isEqualTo(DirectoryFault.Kind.REFUSED);
      assertThat(fault).hasMessageNotContaining("wrong");
    }
  }

  private static DirectoryFault.Kind refused(DirectoryServer server) {
    return catchThrowableOfType(
            DirectoryFault.class,
            () -> {
              try (LdapLine line = LdapLine.open(server, WHOLE)) {
                line.enter(Slapd.password());
              }
            })
        .kind();
  }

  private static Secret secret(String text) {
    return Secret.copyOf(text.toCharArray());
  }
}
