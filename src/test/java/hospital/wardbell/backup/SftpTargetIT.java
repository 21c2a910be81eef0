package hospital.wardbell.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hospital.wardbell.settings.Settings;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Backups on a server: OpenSSH's own.
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class SftpTargetIT {
  private static final String USER = System.getProperty("user.name");

  @TempDir private Path directory;
  private Path there;
  private SshServer server;
  private BreakingLine line;
  private BackupHome home;
  private SftpAddress address;

  @BeforeEach
  void begin() throws Exception {
    assumeTrue(SshServer.isInstalled(), "Debian's openssh-server and openssh-sftp-server");
    there = Files.createDirectory(directory.resolve("there"));
    server = SshServer.start(directory.resolve("ssh"));
    line = BreakingLine.to(server.port());
    home = BackupHome.in(directory.resolve("home"));
    address = SftpAddress.parse("sftp://%s@127.0.0.1:%d%s".formatted(USER, line.port(), there));
  }

  @AfterEach
  void end() throws Exception {
    if (home != null) {
      home.close();
      line.close();
      server.close();
    }
  }

  private TargetDesk desk() {
    return home.backups().desk();
  }

  /// As a person sets it up.
  private void setUp() throws Exception {
    TargetDesk.Introduction introduction = desk().introduce(address);
    desk().useServer(address, introduction.hostKey(), BackupHome.BY);
    server.admit(introduction.publicKey());
    desk().mark();
  }

  private List<String> names() throws Exception {
    try (Stream<Path> files = Files.list(there)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  private static String fingerprintOf(Path key) throws Exception {
    Process keygen = new ProcessBuilder("ssh-keygen", "-l", "-f", key + ".pub").start();
    return new String(keygen.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
        .split(" ", -1)[1];
  }

  @Test
  void the_key_that_is_shown_is_the_servers_as_openssh_itself_tells_it() throws Exception {
    TargetDesk.Introduction introduction = desk().introduce(address);

    assertThat(introduction.hostKey())
        .isEqualTo("ssh-ed25519 " + fingerprintOf(directory.resolve("ssh/host_key")));
    assertThat(introduction.publicKey())
        .matches("(ssh-ed25519|ecdsa-sha2-nistp256) AAAA\\S+ wardbell");
    assertThat(desk().introduce(address)).isEqualTo(introduction);
  }

  @Test
  void a_backup_goes_there_is_listed_read_tried_out_and_goes_again() throws Exception {
    setUp();
    home.write("before");

    Backups.Kept made = home.run();

    String fingerprint = made.name().fingerprint();
    assertThat(names())
        .containsExactly("keyring-" + fingerprint + ".copy", made.name().text(), Target.MARKER);
    assertThat(home.backups().list()).containsExactly(made);
    assertThat(home.backups().verify(Optional.empty()).name()).isEqualTo(made.name().text());
    assertThat(home.backups().testRestore(Optional.empty(), BackupHome.BY).wrong()).isEmpty();
    assertThat(
            Files.mismatch(
                there.resolve("keyring-" + fingerprint + ".copy"),
                home.directory().resolve("keyring")))
        .isEqualTo(-1);

    home.settings().set(Settings.Key.BACKUP_NEWEST, "1", BackupHome.BY);
    home.settings().set(Settings.Key.BACKUP_DAILY, "1", BackupHome.BY);
    home.settings().set(Settings.Key.BACKUP_WEEKLY, "0", BackupHome.BY);
    home.settings().set(Settings.Key.BACKUP_MONTHLY, "0", BackupHome.BY);
    home.clock().pass(Duration.ofDays(1));
    Backups.Kept second = home.run();
    assertThat(home.backups().list()).containsExactly(second);
  }

  @Test
  void a_line_that_breaks_in_the_middle_is_begun_anew() throws Exception {
    setUp();
    line.breakNext(1, 1_000_000);

    Backups.Kept made = home.run();

    assertThat(line.broken()).isEqualTo(1);
    assertThat(home.backups().verify(Optional.empty()).name()).isEqualTo(made.name().text());
    assertThat(names()).noneMatch(name -> name.endsWith(BackupName.PART));
  }

  @Test
  void a_line_that_breaks_every_time_leaves_nothing_that_counts() throws Exception {
    setUp();
    line.breakNext(10, 1_000_000);

    assertThatThrownBy(home::run)
        .isInstanceOfSatisfying(
            BackupFault.class, f -> assertThat(f.kind()).isEqualTo(BackupFault.Kind.UNREACHABLE));
    assertThat(line.broken()).isEqualTo(3);
    assertThat(names()).noneMatch(name -> name.endsWith(".wbk"));
    assertThat(home.entries("backup.failed")).isEqualTo(1);

    line.breakNext(0, 0);
    home.clock().pass(Duration.ofHours(1));
    home.run();
    assertThat(names()).noneMatch(name -> name.endsWith(BackupName.PART));
  }

  @Test
  void a_server_that_shows_another_key_is_sent_nothing() throws Exception {
    setUp();
    server.startWithAnotherKey();

    assertThatThrownBy(home::run).hasMessageContaining("another key than the one");
    assertThat(names()).containsExactly(Target.MARKER);
  }

  @Test
  void nothing_is_trusted_that_nobody_has_confirmed() {
    TargetDesk.Introduction introduction = desk().introduce(address);

    assertThatThrownBy(() -> desk().useServer(address, "ssh-ed25519 SHA256:another", BackupHome.BY))
        .hasMessageContaining("shows another key than this");
    home.settings().set(Settings.Key.BACKUP_TARGET, address.text(), BackupHome.BY);
    assertThatThrownBy(home::run).hasMessageContaining("Nobody has confirmed the key");
    assertThat(introduction.publicKey()).endsWith(" wardbell");
  }

  @Test
  void a_server_that_does_not_know_us_is_said_so_with_the_line_it_needs() {
    TargetDesk.Introduction introduction = desk().introduce(address);
    desk().useServer(address, introduction.hostKey(), BackupHome.BY);

    assertThatThrownBy(home::run)
        .hasMessageContaining("does not let us in")
        .hasMessageContaining(introduction.publicKey());
  }

  @Test
  void a_directory_that_is_not_marked_or_not_there_is_refused() throws Exception {
    setUp();
    Files.delete(there.resolve(Target.MARKER));
    assertThatThrownBy(home::run).hasMessageContaining("wardbell backup target init");
    assertThat(names()).isEmpty();

    Files.delete(there);
    assertThatThrownBy(() -> desk().mark()).isInstanceOf(BackupFault.class);
  }

  @Test
  void a_server_that_takes_the_line_and_says_nothing_is_given_up() throws Exception {
    try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      SftpAddress silent =
          SftpAddress.parse("sftp://%s@127.0.0.1:%d/there".formatted(USER, mute.getLocalPort()));

      assertThatThrownBy(() -> desk().introduce(silent))
          .isInstanceOfSatisfying(
              BackupFault.class, f -> assertThat(f.kind()).isEqualTo(BackupFault.Kind.UNREACHABLE));
    }
  }
}
