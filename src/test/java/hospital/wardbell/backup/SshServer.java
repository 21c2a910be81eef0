package hospital.wardbell.backup;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// OpenSSH's own server on a free port of this machine, with a configuration, a key and users' keys
/// of its own.
final class SshServer implements AutoCloseable {
  static final Path PROGRAM = Path.of("/usr/sbin/sshd");
  private static final Path SFTP = Path.of("/usr/lib/openssh/sftp-server");
  private static final Path PRIVILEGES = Path.of("/run/sshd");

  private final Path directory;
  private final int port;
  private Process process;

  private SshServer(Path directory, int port, Process process) {
    this.directory = directory;
    this.port = port;
    this.process = process;
  }

  static boolean isInstalled() {
    return Files.isExecutable(PROGRAM) && Files.isExecutable(SFTP);
  }

  static SshServer start(Path directory) throws Exception {
    return start(directory, "ed25519", List.of());
  }

  /// One that keeps to what FIPS 140 approves, as Linux systems in that mode do.
  static SshServer approved(Path directory) throws Exception {
    return start(
        directory,
        "ecdsa",
        List.of(
            "KexAlgorithms ecdh-sha2-nistp256",
            "HostKeyAlgorithms ecdsa-sha2-nistp256",
            "PubkeyAcceptedAlgorithms ecdsa-sha2-nistp256,rsa-sha2-256,rsa-sha2-512",
            "Ciphers aes256-gcm@openssh.com,aes256-ctr",
            "MACs hmac-sha2-256"));
  }

  private static SshServer start(Path directory, String hostKey, List<String> algorithms)
      throws Exception {
    Files.createDirectories(directory);
    if (!Files.isDirectory(PRIVILEGES)) {
      Files.createDirectory(PRIVILEGES); // where root's separates its privileges
    }
    int port = freePort();
    newKey(directory, hostKey);
    Files.writeString(directory.resolve("authorized_keys"), "");
    Files.write(
        directory.resolve("config"),
        List.of(
            "Port " + port,
            "ListenAddress 127.0.0.1",
            "HostKey " + directory.resolve("host_key"),
            "PidFile none",
            "AuthorizedKeysFile " + directory.resolve("authorized_keys"),
            "StrictModes no",
            "UsePAM no",
            "PasswordAuthentication no",
            "KbdInteractiveAuthentication no",
            "PermitRootLogin prohibit-password",
            "Subsystem sftp " + SFTP));
    Files.write(directory.resolve("config"), algorithms, StandardOpenOption.APPEND);
    SshServer server = new SshServer(directory, port, launched(directory));
    server.awaitPort();
    return server;
  }

  private static Process launched(Path directory) throws IOException {
    return new ProcessBuilder(
            PROGRAM.toString(), "-D", "-e", "-f", directory.resolve("config").toString())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(directory.resolve("log").toFile()))
        .start();
  }

  /// Gives it another key than it had.
  private static void newKey(Path directory, String type) throws Exception {
    Path key = directory.resolve("host_key");
    Files.deleteIfExists(key);
    Process making =
        new ProcessBuilder("ssh-keygen", "-q", "-t", type, "-N", "", "-f", key.toString()).start();
    if (!making.waitFor(20, TimeUnit.SECONDS) || making.exitValue() != 0) {
      throw new IllegalStateException("no key could be made");
    }
  }

  /// Ends it, gives it another key, and starts it again.
  void startWithAnotherKey() throws Exception {
    close();
    newKey(directory, "ed25519");
    process = launched(directory);
    awaitPort();
  }

  /// Lets whoever has this key in.
  void admit(String line) throws IOException {
    Files.writeString(directory.resolve("authorized_keys"), line + "\n");
  }

  private void awaitPort() throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!answers()) {
      if (System.nanoTime() > end || !process.isAlive()) {
        throw new IllegalStateException(
            "sshd does not listen: " + Files.readString(directory.resolve("log")));
      }
      Thread.onSpinWait();
    }
  }

  private boolean answers() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  int port() {
    return port;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
