package hospital.wardbell.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hospital.wardbell.alert.Alert.Telling;
import hospital.wardbell.alert.Channel.Outcome;
import hospital.wardbell.alert.MailServer.Security;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.Secret;
import hospital.wardbell.vault.tls.Certificates;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Against Debian's aiosmtpd; left out where it is not installed.
class MailTest {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final MailAddress TO = new MailAddress("ona@hospital.example");

  @TempDir private Path directory;

  @BeforeEach
  void look() {
    assumeTrue(Postbox.isInstalled(), "aiosmtpd is not installed");
  }

  private Postbox postbox(String mode, String login) throws Exception {
    return Postbox.start(directory.resolve(mode), mode, login, "geheim ñ");
  }

  private static Outcome send(MailServer server, String password, MailAddress to) {
    try (Secret secret = Secret.copyOf(password.toCharArray())) {
      return new Smtp(server, secret, PATIENCE).send(to, "Subject: x\r\n\r\nYWJj");
    }
  }

  private void tells(AlertHome home, Postbox box, Security security, Id staff, MailAddress to)
      throws Exception {
    try (Secret none = Secret.copyOf(new byte[0])) {
      home.alerts.mailServers().set(box.server(security, "localhost", ""), none, AlertHome.ADMIN);
    }
    home.alerts.reaches().set(staff, Optional.of(to), AlertHome.ADMIN);
  }

  @Test
  void an_alert_goes_out_by_tls_and_says_its_kind_and_reference_only() throws Exception {
    try (AlertHome home = AlertHome.withMail(directory);
        Postbox box = postbox("starttls", "")) {
      tells(home, box, Security.STARTTLS, AlertHome.ONA, TO);
      Alert alert = home.test();
      var _ = home.alerts.turn();

      assertThat(box.taken()).hasSize(1);
      Postbox.Taken taken = box.taken().getFirst();
      assertThat(taken.secured()).isTrue();
      assertThat(taken.from()).isEqualTo("wardbell@hospital.example");
      assertThat(taken.to()).isEqualTo(TO.text());
      assertThat(taken.header("Subject")).isEqualTo("Wardbell: a test (" + alert.reference() + ")");
      assertThat(taken.header("Date")).isEqualTo("Fri, 27 Nov 2026 09:00:00 +0000");
      assertThat(taken.header("Auto-Submitted")).isEqualTo("auto-generated");
      assertThat(taken.text())
          .startsWith("Somebody tries whether Wardbell reaches you.")
          .contains(alert.reference().text())
          .doesNotContain(alert.id().toString(), AlertHome.ONA.toString());
      assertThat(home.found(alert.id()).told().getFirst().state()).isEqualTo(Telling.TOLD);
      assertThat(home.entries(alert)).contains("alert.told mail " + AlertHome.ONA);
    }
  }

  @Test
  void one_who_reads_spanish_is_told_in_spanish() throws Exception {
    try (AlertHome home = AlertHome.withMail(directory);
        Postbox box = postbox("tls", "")) {
      tells(home, box, Security.TLS, AlertHome.SAM, TO);
      var _ = home.raise(Notice.to(AlertHome.SAM, Kind.TEST, "sam", AlertHome.ADMIN));
      var _ = home.alerts.turn();

      assertThat(box.taken().getFirst().text()).contains("Inicie sesión en Wardbell");
    }
  }

  @Test
  void without_a_server_or_an_address_no_mail_is_due() {
    try (AlertHome home = AlertHome.withMail(directory)) {
      assertThat(home.test().told()).isEmpty();
    }
  }

  @Test
  void it_signs_in_where_it_must_and_a_wrong_password_sends_nothing() throws Exception {
    try (Postbox box = postbox("starttls", "wardbell")) {
      MailServer server = box.server(Security.STARTTLS, "localhost", "wardbell");

      assertThat(send(server, "wrong", TO))
          .isEqualTo(new Outcome.Later("the server refuses login or password (535)"));
      assertThat(box.taken()).isEmpty();
      assertThat(send(server, "geheim ñ", TO)).isEqualTo(new Outcome.Told());
    }
  }

  @Test
  void an_address_is_refused_for_good_or_for_the_moment_and_is_quoted_nowhere() throws Exception {
    try (Postbox box = postbox("tls", "")) {
      MailServer server = box.server(Security.TLS, "localhost", "");

      assertThat(send(server, "", new MailAddress("nobody@hospital.example")))
          .isEqualTo(new Outcome.Never("the server refuses the address (550)"));
      assertThat(send(server, "", new MailAddress("busy@hospital.example")))
          .isEqualTo(new Outcome.Later("the server refuses the address (451)"));
    }
  }

  @Test
  void a_server_without_tls_gets_neither_password_nor_message() throws Exception {
    try (Postbox box = postbox("plain", "wardbell")) {
      assertThat(send(box.server(Security.STARTTLS, "localhost", "wardbell"), "geheim ñ", TO))
          .isEqualTo(new Outcome.Later("the server has no STARTTLS (250)"));
      assertThat(box.taken()).isEmpty();
    }
  }

  @Test
  void one_whom_the_authority_does_not_vouch_for_by_that_name_gets_nothing() throws Exception {
    Certificates others =
        Certificates.ensure(
            Files.createDirectory(directory.resolve("others")),
            List.of("localhost"),
            InstantSource.system());
    Outcome stranger =
        new Outcome.Later("the server is not who it should be, or speaks no TLS that is good");
    try (Postbox box = postbox("starttls", "")) {
      MailServer right = box.server(Security.STARTTLS, "localhost", "");
      MailServer otherAuthority = vouchedBy(right, Files.readString(others.authority()));

      assertThat(send(otherAuthority, "", TO)).isEqualTo(stranger);
      assertThat(send(vouchedBy(right, ""), "", TO)).isEqualTo(stranger);
      assertThat(send(box.server(Security.STARTTLS, "127.0.0.1", ""), "", TO)).isEqualTo(stranger);
      assertThat(box.taken()).isEmpty();
    }
  }

  private static MailServer vouchedBy(MailServer server, String authority) {
    return new MailServer(
        server.host(), server.port(), server.security(), server.sender(), "", authority);
  }

  @Test
  void nobody_there_is_said_at_once() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    MailServer away =
        new MailServer("localhost", free, Security.TLS, new MailAddress("a@b.example"), "", "");

    assertThat(send(away, "", TO)).isEqualTo(new Outcome.Later("nobody answers there"));
  }

  @Test
  void one_that_speaks_out_of_turn_before_tls_is_left() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> injects(server));
      MailServer injecting =
          new MailServer(
              "localhost",
              server.getLocalPort(),
              Security.STARTTLS,
              new MailAddress("a@b.example"),
              "",
              "");

      assertThat(send(injecting, "", TO)).isEqualTo(new Outcome.Later("the connection failed"));
    }
  }

  /// Answers a STARTTLS with one reply more than it was asked for.
  private static void injects(ServerSocket server) {
    try (Socket called = server.accept();
        OutputStream out = called.getOutputStream()) {
      out.write("220 x\r\n250-x\r\n250 STARTTLS\r\n".getBytes(StandardCharsets.US_ASCII));
      out.write("220 go on\r\n250 AUTH PLAIN\r\n".getBytes(StandardCharsets.US_ASCII));
      out.flush();
      var _ = called.getInputStream().readAllBytes();
    } catch (IOException _) {
      // it was left, as it should be
    }
  }

  @Test
  void one_that_takes_too_long_is_cut_off() throws Exception {
    try (Postbox box = postbox("tls", "")) {
      long began = System.nanoTime();
      Outcome outcome =
          send(box.server(Security.TLS, "localhost", ""), "", new MailAddress("slow@b.example"));

      assertThat(outcome).isEqualTo(new Outcome.Later("the server took too long and was cut off"));
      assertThat(System.nanoTime() - began).isLessThan(PATIENCE.multipliedBy(2).toNanos());
    }
  }
}
