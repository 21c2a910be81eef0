package hospital.wardbell.bench;

import hospital.wardbell.Home;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A trial home of the measurement's own: directory, boot file, ports, and the links where its
/// modems are looked for.
record BenchHome(Path directory, int console, int management) {
  /// @param lines how many modems its boot file names
  static BenchHome setUp(Path directory, Program program, int lines)
      throws IOException, InterruptedException {
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
        trial: true
        modems:
        %s
        """
            .formatted(home.console, home.management, modems(lines)));
    program.run(home.log(), "setup", "--config", home.config().toString(), "--hospital", "Bench");
    return home;
  }

  private static String modems(int lines) {
    return IntStream.range(0, lines)
        .mapToObj(line -> "  - {name: bench-%1$d, line: modem-%1$d}".formatted(line))
        .collect(Collectors.joining("\n"));
  }

  static int freePort() throws IOException {
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

  /// @param line counted from 0
  Path modem(int line) {
    return directory.resolve("modem-" + line);
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

  static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
