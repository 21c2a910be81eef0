package hospital.wardbell.cli;

import hospital.wardbell.json.JsonObject;
import java.io.Console;
import java.util.Optional;
import picocli.CommandLine.Option;

/// Who does what an operating system's user may not: a member of staff, who signs in for it.
final class PersonOptions {
  @Option(
      names = "--as",
      required = true,
      paramLabel = "LOGIN",
      description = "Who does it; password and code are asked for.")
  private String login = "";

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = "Read the password from FILE; - is standard input.")
  private String file = "";

  @Option(names = "--code", paramLabel = "CODE", description = "The code of the moment.")
  private Optional<String> code = Optional.empty();

  /// The request, and who makes it.
  JsonObject in(JsonObject request) {
    return request
        .put("login", login)
        .put("password", Passphrases.read(file, "Password of " + login + ": "))
        .put("code", code.orElseGet(PersonOptions::asked));
  }

  private static String asked() {
    Console console =
        Optional.ofNullable(System.console())
            .filter(Console::isTerminal)
            .orElseThrow(() -> Wardbell.failed("There is no terminal to ask at; use --code."));
    return Optional.ofNullable(console.readLine("Code of the moment: ")).orElse("");
  }
}
