package hospital.wardbell.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Backups on a server that takes approved algorithms only.
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ApprovedSftpIT {
  @TempDir private Path directory;

  @BeforeEach
  void begin() {
    assumeTrue(SshServer.isInstalled(), "Debian's openssh-server and openssh-sftp-server");
  }

  @Test
  void a_backup_goes_there_and_is_tried_out() throws Exception {
    Path there = Files.createDirectory(directory.resolve("there"));
    try (SshServer server = SshServer.approved(directory.resolve("ssh"));
        BackupHome home = BackupHome.in(directory.resolve("home"))) {
      SftpAddress address =
          SftpAddress.parse(
              "sftp://%s@127.0.0.1:%d%s"
                  .formatted(System.getProperty("user.name"), server.port(), there));
      TargetDesk desk = home.backups().desk();
      TargetDesk.Introduction introduction = desk.introduce(address);
      assertThat(introduction.hostKey()).startsWith("ecdsa-sha2-nistp256 SHA256:");
      assertThat(introduction.publicKey()).startsWith("ecdsa-sha2-nistp256 AAAA");
      desk.useServer(address, introduction.hostKey(), BackupHome.BY);
      server.admit(introduction.publicKey());
      desk.mark();

      Backups.Kept made = home.run();

      assertThat(there.resolve(made.name().text())).exists();
      assertThat(home.backups().testRestore(Optional.empty(), BackupHome.BY).wrong()).isEmpty();
    }
  }
}
