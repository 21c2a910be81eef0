package hospital.wardbell.cli;

import hospital.wardbell.control.Refusal;
import hospital.wardbell.json.JsonObject;
import java.net.URI;
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
    name = "set",
    description = {
      "Asks this directory, from now on.",
      "The line is always TLS, and the server's certificate must be for its name.",
      "Nobody comes or goes before a group means something: wardbell directory map"
    })
final class DirectorySetCommand implements Callable<Integer> {
  @ParentCommand private DirectoryCommand group = new DirectoryCommand();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "ADDRESS",
      description = "ldaps://HOST:PORT (without a port 636) or starttls://HOST:PORT (389).")
  private String address = "";

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      required = true,
      description = "ad (Active Directory) or openldap (and others that keep to the standards).")
  private Kind kind = Kind.OPENLDAP;

  /// What differs between directories.
  enum Kind {
    AD,
    OPENLDAP
  }

  @Option(
      names = "--account",
      paramLabel = "DN",
      required = true,
      description = "The account that asks it; it needs to read people and groups, no more.")
  private String account = "";

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = "Read that account's password from FILE; - is standard input.")
  private String file = "";

  @Option(
      names = "--people",
      paramLabel = "DN",
      required = true,
      description = "Where people are looked for, such as ou=staff,dc=hospital,dc=example.")
  private String people = "";

  @Option(
      names = "--groups",
      paramLabel = "DN",
      description = "Where groups are looked for, if not there.")
  private String groups = "";

  @Option(
      names = "--login-attribute",
      paramLabel = "NAME",
      description = "What people sign in by (default: sAMAccountName, or uid).")
  private String login = "";

  @Option(
      names = "--name-attribute",
      paramLabel = "NAME",
      description = "What people are called by (default: displayName, or cn).")
  private String name = "";

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
            .put("kind", kind.name())
            .put("account", account)
            .put("password", Passphrases.read(file, "That account's password: "))
            .put("people", people)
            .put("groups", groups)
            .put("login", login)
            .put("name", name)
            .put("authority", authority.map(AlertMailCommand.Setting::read).orElse(""));
    if (uri.getPort() >= 0) {
      request.put("port", (long) uri.getPort());
    }
    return group
        .top()
        .ask(
            spec.commandLine().getOut(),
            "directory.set",
            request,
            _ -> "Set. Try it: wardbell directory test");
  }

  private static URI parsed(String text) {
    try {
      URI uri = URI.create(text);
      if (("ldaps".equals(uri.getScheme()) || "starttls".equals(uri.getScheme()))
          && uri.getHost() != null) {
        return uri;
      }
    } catch (IllegalArgumentException _) {
      // refused below
    }
    throw new Refusal(Wardbell.BAD_USAGE, "An address looks like ldaps://ldap.hospital.example");
  }
}
