package hospital.wardbell.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Where a passphrase comes from: a file's first line, standard input, or a person at a terminal
/// that does not show it.
final class Passphrases {
  private static final int SHORTEST = 15;

  private Passphrases() {}

  /// @param file a path, `-` for standard input, or empty to ask
  static String read(String file, String prompt) {
    try {
      return switch (file) {
        case "" -> asked(prompt);
        case "-" ->
            firstLine(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
        default -> firstLine(Files.newBufferedReader(Path.of(file)));
      };
    } catch (IOException _) {
      throw Wardbell.failed("The passphrase could not be read from " + file + ".");
    }
  }

  /// A new one, typed twice.
  static String chosen() {
    String first = read("", "A passphrase of %d characters or more: ".formatted(SHORTEST));
    if (first.codePointCount(0, first.length()) < SHORTEST) {
      throw Wardbell.failed(
          "The passphrase has fewer than %d characters. Nothing was changed.".formatted(SHORTEST));
    }
    if (!first.equals(read("", "The same once more: "))) {
      throw Wardbell.failed("The two were not the same. Nothing was changed.");
    }
    return first;
  }

  private static String asked(String prompt) {
    Console console =
        Optional.ofNullable(System.console())
            .filter(Console::isTerminal)
            .orElseThrow(
                () -> Wardbell.failed("There is no terminal to ask at; use --passphrase-file."));
    char[] typed = console.readPassword("%s", prompt);
    if (typed == null) {
      throw Wardbell.failed("No passphrase was given.");
    }
    return new String(typed);
  }

  private static String firstLine(BufferedReader lines) throws IOException {
    try (lines) {
      String line = lines.readLine();
      return line == null ? "" : line;
    }
  }
}
