package hospital.wardbell.bench;

import hospital.wardbell.Home;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/// A trial home of the measurement's own: directory, boot file, ports, and the link where its modem
/// is looked for.
record BenchHome(Path directory, int console, int management) {
  static BenchHome setUp(Path directory, Program program) throws IOException, InterruptedException {
    BenchHome home = new BenchHome(directory, freePort(), freePort());
    Files.writeString(directory.resolve("passphrase"), "a passphrase for measuring only");
    Files.writeString(
        home.config(),
        """
        home: home
        console:
          listen: 127.0.0.1:%d
        management:
          listen: 127.0.0.1:%d
        unlock:
          passphrase-file: passphrase
        modems:
          - name: bench
            line: modem
        trial: true
        """
            .formatted(home.console, home.management));
    program.run(home.log(), "setup", "--config", home.config().toString(), "--hospital", "Bench");
    return home;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  Path config() {
    return directory.resolve("wardbell.yaml");
  }

  Path log() {
    return directory.resolve("log");
  }

  Path modem() {
    return directory.resolve("modem");
  }

  Path socket() {
    return new Home(directory.resolve("home")).socket();
  }

  String consoleAddress() {
    return "https://127.0.0.1:" + console + "/";
  }

  InetSocketAddress managementAddress() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), management);
  }
}
