package hospital.wardbell.cli;

import hospital.wardbell.control.Refusal;
import hospital.wardbell.json.JsonObject;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// The command line's root: what all subcommands share.
@Command(
    name = "wardbell",
    description = "Texts patients from a server of the hospital's own.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      SetupCommand.class,
      ServeCommand.class,
      UnlockCommand.class,
      KeyCommand.class,
      StatusCommand.class,
      ModemCommand.class,
      SimCommand.class,
      QueueCommand.class,
      AuditCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      RetentionCommand.class,
      ConfigCommand.class,
      SiemCommand.class,
      AlertCommand.class,
      AdminCommand.class,
      DirectoryCommand.class,
      UserCommand.class,
      TokenCommand.class,
      TrainingCommand.class,
      InspectCommand.class,
      SimulateCommand.class,
      TrialCommand.class,
      VersionCommand.class
    })
public final class Wardbell {
  /// Exit codes that scripts may rely on.
  static final int DONE = 0;

  static final int FAILED = 1;
  static final int BAD_USAGE = 2;
  static final int NOTHING_TO_DO = 3;
  static final int TRY_LATER = 75;

  @Option(
      names = "--config",
      scope = ScopeType.INHERIT,
      paramLabel = "FILE",
      defaultValue = "${env:WARDBELL_CONFIG:-/etc/wardbell/wardbell.yaml}",
      description = "The boot file (default: ${DEFAULT-VALUE}).")
  private Path config = Path.of("/etc/wardbell/wardbell.yaml");

  @Option(
      names = {"-h", "--help"},
      scope = ScopeType.INHERIT,
      usageHelp = true,
      description = "Say what can be typed.")
  @SuppressWarnings("UnusedVariable") // picocli acts on it
  private boolean help;

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "Print JSON, one object a line.")
  private boolean json;

  /// Runs the command line and returns its exit code.
  public static int run(PrintWriter out, PrintWriter err, String... args) {
    return new CommandLine(new Wardbell())
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(new Complaints())
        .execute(args);
  }

  Path config() {
    return config;
  }

  boolean json() {
    return json;
  }

  /// The service of this configuration, over its socket.
  Caller caller() {
    return new Caller(config);
  }

  /// Asks the service and prints what came of it.
  ///
  /// @param words what a person reads of the answer
  int ask(PrintWriter out, String command, JsonObject request, Function<JsonObject, String> words) {
    JsonObject answer = caller().ask(command, request);
    out.println(json ? answer.write() : words.apply(answer));
    return DONE;
  }

  /// What a subcommand ends with when it could not do its work.
  static Refusal failed(String message) {
    return new Refusal(FAILED, message);
  }
}
