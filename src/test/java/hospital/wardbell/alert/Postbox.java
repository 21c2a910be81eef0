package hospital.wardbell.alert;

import hospital.wardbell.Until;
import hospital.wardbell.alert.MailServer.Security;
import hospital.wardbell.vault.tls.Certificates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/// A real mail server on a port of its own: Debian's aiosmtpd, told by `mailserver.py` what to
/// take.
public final class Postbox implements AutoCloseable {
  private static final Path PYTHON = Path.of("/usr/bin/python3");
  private static final Path LIBRARY = Path.of("/usr/lib/python3/dist-packages/aiosmtpd");
  private static final Duration STARTING = Duration.ofSeconds(30);

  /// A message that was taken.
  ///
  /// @param secured whether it came over TLS
  /// @param headers as they came, but for the last line
  public record Taken(String from, String to, boolean secured, List<String> headers, String text) {
    private static Taken of(List<String> lines) {
      List<String> message = lines.subList(3, lines.size());
      int body = message.indexOf("");
      return new Taken(
          lines.get(0),
          lines.get(1),
          lines.get(2).equals("True"),
          message.subList(0, body),
          new String(
              Base64.getMimeDecoder()
                  .decode(String.join("", message.subList(body + 1, message.size()))),
              StandardCharsets.UTF_8));
    }

    /// A header's value.
    public String header(String name) {
      return headers.stream()
          .filter(line -> line.startsWith(name + ": "))
          .map(line -> line.substring(name.length() + 2))
          .findFirst()
          .orElse("");
    }
  }

  private final Path directory;
  private final Certificates certificates;
  private final Process process;
  private final int port;

  private Postbox(Path directory, String mode, String login, String password) throws Exception {
    this.directory = Files.createDirectories(directory);
    certificates = Certificates.ensure(directory, List.of("localhost"), InstantSource.system());
    process =
        new ProcessBuilder(
                PYTHON.toString(),
                Path.of("src/test/resources/alert/mailserver.py").toString(),
                directory.toString(),
                mode,
                certificates.chain().toString(),
                certificates.key().toString(),
                login,
                password)
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("log").toFile())
            .start();
    Path file = directory.resolve("port");
    Until.so("the mail server listens", STARTING, () -> Files.exists(file));
    port = Integer.parseInt(Files.readString(file));
  }

  /// Whether this machine has the program.
  public static boolean isInstalled() {
    return Files.isExecutable(PYTHON) && Files.isDirectory(LIBRARY);
  }

  /// @param mode `starttls`, `tls` or `plain`
  /// @param login empty if it asks for none
  public static Postbox start(Path directory, String mode, String login, String password)
      throws Exception {
    return new Postbox(directory, mode, login, password);
  }

  public int port() {
    return port;
  }

  /// The certificates that vouch for it, PEM.
  public Path authority() {
    return certificates.authority();
  }

  MailServer server(Security security, String host, String login) throws IOException {
    return new MailServer(
        host,
        port,
        security,
        new MailAddress("wardbell@hospital.example"),
        login,
        Files.readString(authority()));
  }

  /// What has been taken so far, in order.
  public List<Taken> taken() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.toString().endsWith(".eml"))
          .sorted()
          .map(Postbox::lines)
          .map(Taken::of)
          .toList();
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Arrays.asList(Files.readString(file).split("\r?\n", -1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      process.destroyForcibly().onExit().get(10, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the mail server does not end", e);
    }
  }
}
