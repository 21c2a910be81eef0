package hospital.wardbell.cli;

import hospital.wardbell.control.Refusal;
import hospital.wardbell.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
    name = "mail",
    description = "The server that takes e-mail for alerts; none is sent until one is set.",
    subcommands = AlertMailCommand.Setting.class,
    synopsisSubcommandLabel = "COMMAND")
final class AlertMailCommand {
  @ParentCommand private AlertCommand group = new AlertCommand();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(name = "show", description = "Says which server it is.")
  int show() {
    return group
        .top()
        .ask(
            spec.commandLine().getOut(),
            "alert.mail",
            new JsonObject(),
            server ->
                "%s://%s:%d from %s"
                    .formatted(
                        server.text("security"),
                        server.text("host"),
                        server.number("port"),
                        server.text("from")));
  }

  @Command(name = "off", description = "Sends no e-mail any more.")
  int off() {
    return group
        .top()
        .ask(
            spec.commandLine().getOut(),
            "alert.mail-off",
            new JsonObject(),
            _ -> "No e-mail is sent any more.");
  }

  @Command(
      name = "set",
      description = {
        "Sends e-mail through a server, from now on.",
        "The line is always TLS, and the server's certificate must be for its name."
      })
  static final class Setting implements Callable<Integer> {
    @ParentCommand private AlertMailCommand mail = new AlertMailCommand();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(
        paramLabel = "ADDRESS",
        description = "starttls://HOST:PORT (without a port 587) or tls://HOST:PORT (465).")
    private String address = "";

    @Option(
        names = "--from",
        paramLabel = "SENDER",
        required = true,
        description = "The address that the messages are from.")
    private String from = "";

    @Option(
        names = "--user",
        paramLabel = "LOGIN",
        description = "The login the server asks for, if it does; the password is asked for here.")
    private String user = "";

    @Option(
        names = "--password-file",
        paramLabel = "FILE",
        description = "Read the password from FILE; - is standard input.")
    private String file = "";

    @Option(
        names = "--ca",
        paramLabel = "FILE",
        description =
            "The certificates (PEM) that vouch for it, if not those that this machine trusts.")
    private Optional<Path> authority = Optional.empty();

    @Override
    public Integer call() {
      URI uri = parsed(address);
      JsonObject request =
          new JsonObject()
              .put("security", uri.getScheme())
              .put("host", uri.getHost())
              .put("from", from)
              .put("user", user)
              .put("password", user.isEmpty() ? "" : Passphrases.read(file, "Its password: "))
              .put("authority", authority.map(Setting::read).orElse(""));
      if (uri.getPort() >= 0) {
        request.put("port", (long) uri.getPort());
      }
      return mail.group
          .top()
          .ask(
              spec.commandLine().getOut(),
              "alert.mail-set",
              request,
              _ ->
                  "Set. Say where people are reached, and try it: wardbell alert reach, alert test");
    }

    private static URI parsed(String text) {
      try {
        URI uri = URI.create(text);
        if (("tls".equals(uri.getScheme()) || "starttls".equals(uri.getScheme()))
            && uri.getHost() != null) {
          return uri;
        }
      } catch (IllegalArgumentException _) {
        // refused below
      }
      throw new Refusal(
          Wardbell.BAD_USAGE, "An address looks like starttls://mail.hospital.example:587");
    }

    static String read(Path file) {
      try {
        return Files.readString(file, StandardCharsets.US_ASCII);
      } catch (IOException e) {
        throw Wardbell.failed("The file %s cannot be read as PEM.".formatted(file));
      }
    }
  }
}
