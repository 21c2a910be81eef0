package hospital.wardbell.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Where the words of a recovery kit's shares come from: a file, or whoever types them. A share
/// ends with its last word, or with an empty line.
final class TypedShares {
  private static final int WORDS = 48;
  private static final Pattern WORD = Pattern.compile("\\p{L}+");

  private final BufferedReader lines;

  private TypedShares(BufferedReader lines) {
    this.lines = lines;
  }

  /// @param file a path, or `-` or empty for standard input
  static TypedShares from(String file) {
    if (file.isEmpty() || file.equals("-")) {
      return new TypedShares(
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
    }
    try {
      return new TypedShares(Files.newBufferedReader(Path.of(file)));
    } catch (IOException _) {
      throw Wardbell.failed("The words could not be read from " + file + ".");
    }
  }

  /// The next share's words; empty at the end.
  String next() {
    StringBuilder typed = new StringBuilder();
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        typed.append(line).append('\n');
        long words = WORD.matcher(typed).results().count();
        if (words >= WORDS || (words > 0 && line.isBlank())) {
          break;
        }
      }
    } catch (IOException _) {
      throw Wardbell.failed("The words could not be read.");
    }
    return typed.toString().strip();
  }

  /// As many as there are, asked for one after another.
  ///
  /// @param needed how many to ask for
  List<String> all(int needed, PrintWriter ask) {
    List<String> shares = new ArrayList<>();
    while (shares.size() < needed) {
      ask.printf("The words of share %d of %d:%n", shares.size() + 1, needed);
      ask.flush();
      String share = next();
      if (share.isEmpty()) {
        break;
      }
      shares.add(share);
    }
    return shares;
  }
}
