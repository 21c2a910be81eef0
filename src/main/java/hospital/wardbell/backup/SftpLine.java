package hospital.wardbell.backup;

import hospital.wardbell.backup.SftpAccess.Door;
import java.io.IOException;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.common.DisconnectReason;
import net.schmizz.sshj.common.SSHException;
import net.schmizz.sshj.common.SecurityUtils;
import net.schmizz.sshj.sftp.SFTPClient;
import net.schmizz.sshj.transport.verification.HostKeyVerifier;
import net.schmizz.sshj.userauth.UserAuthException;
import net.schmizz.sshj.userauth.keyprovider.KeyPairWrapper;

/// One line to a server, signed in by our key, to one who has shown the pinned key. Nothing on it
/// is waited for without end.
final class SftpLine implements AutoCloseable {
  private static final int CONNECTING = (int) Duration.ofSeconds(20).toMillis();
  private static final int ANSWERING = (int) Duration.ofSeconds(30).toMillis();

  /// What it has to say is in what it throws, which is told in our words.
  private static final Logger LIBRARY = Logger.getLogger("net.schmizz");

  private final SSHClient ssh;
  private final SFTPClient sftp;

  private SftpLine(SSHClient ssh, SFTPClient sftp) {
    this.ssh = ssh;
    this.sftp = sftp;
  }

  static SftpLine open(SftpAddress address, Door door) {
    SSHClient ssh = client();
    try {
      ssh.addHostKeyVerifier(HostKey.only(door.pinned()));
      ssh.connect(address.host(), address.port());
      ssh.authPublickey(address.user(), new KeyPairWrapper(door.keys()));
      SFTPClient sftp = ssh.newSFTPClient();
      sftp.getSFTPEngine().setTimeoutMs(ANSWERING);
      return new SftpLine(ssh, sftp);
    } catch (UserAuthException e) {
      closeQuietly(ssh);
      throw new BackupFault(
          BackupFault.Kind.NO_TARGET,
          "The server %s does not let us in. Put this line into %s's authorized_keys there: %s"
              .formatted(address, address.user(), HostKey.line(door.keys().getPublic())),
          e);
    } catch (SSHException e) {
      closeQuietly(ssh);
      throw e.getDisconnectReason() == DisconnectReason.HOST_KEY_NOT_VERIFIABLE
          ? anotherKey(address, e)
          : unreachable(address, e);
    } catch (IOException e) {
      closeQuietly(ssh);
      throw unreachable(address, e);
    }
  }

  private static SSHClient client() {
    // The JDK has all that is needed; a provider added to the process would be added for everyone.
    SecurityUtils.setRegisterBouncyCastle(false);
    LIBRARY.setLevel(Level.OFF);
    SSHClient ssh = new SSHClient(new SshConfig());
    ssh.setConnectTimeout(CONNECTING);
    ssh.setTimeout(ANSWERING);
    ssh.getConnection().setTimeoutMs(ANSWERING);
    return ssh;
  }

  /// The key that whoever answers at this address shows, as [HostKey] writes it. Nobody signs in.
  static String ask(SftpAddress address) {
    AtomicReference<String> shown = new AtomicReference<>("");
    HostKeyVerifier looking =
        new HostKeyVerifier() {
          @Override
          public boolean verify(String host, int port, PublicKey key) {
            shown.set(HostKey.fingerprint(key));
            return false;
          }

          @Override
          public List<String> findExistingAlgorithms(String host, int port) {
            return List.of();
          }
        };
    try (SSHClient ssh = client()) {
      ssh.addHostKeyVerifier(looking);
      ssh.connect(address.host(), address.port());
    } catch (IOException e) {
      if (shown.get().isEmpty()) {
        throw unreachable(address, e);
      }
    }
    return shown.get();
  }

  static BackupFault unreachable(SftpAddress address, IOException e) {
    return new BackupFault(
        BackupFault.Kind.UNREACHABLE,
        "The server %s did not answer as it should (%s). Nothing half-written counts. See that it runs and that the network leads to it."
            .formatted(address, e.getClass().getSimpleName()),
        e);
  }

  private static BackupFault anotherKey(SftpAddress address, IOException e) {
    return new BackupFault(
        BackupFault.Kind.NO_TARGET,
        "Whoever answers as %s shows another key than the one that was confirmed. Nothing was sent. If the server was made anew, confirm its key: wardbell backup target add %s"
            .formatted(address, address),
        e);
  }

  SFTPClient sftp() {
    return sftp;
  }

  private static void closeQuietly(AutoCloseable what) {
    try {
      what.close();
    } catch (Exception _) {
      // the line is broken anyway
    }
  }

  @Override
  public void close() {
    closeQuietly(sftp);
    closeQuietly(ssh);
  }
}
