package hospital.wardbell.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// One command of a command line.
///
/// @param name in upper case, such as `E`, `&F` or `+CMGF`
/// @param arguments what stands behind `=`, or the number behind a basic command; quotes taken off,
///   an argument left out is empty
/// @spec https://www.itu.int/rec/T-REC-V.250#5.4 ITU-T V.250 §5.4 (extended syntax commands)
record AtCommand(String name, Kind kind, List<String> arguments) {
  /// The four ways to use an extended command.
  enum Kind {
    RUN,
    SET,
    READ,
    TEST
  }

  AtCommand {
    arguments = List.copyOf(arguments);
  }

  /// An extended command as written, such as `+CPMS="SM","SM"`.
  static AtCommand extended(String text) {
    if (text.endsWith("=?")) {
      return new AtCommand(upper(text.substring(0, text.length() - 2)), Kind.TEST, List.of());
    }
    int equals = text.indexOf('=');
    if (equals >= 0) {
      List<String> arguments = divide(text.substring(equals + 1));
      return new AtCommand(upper(text.substring(0, equals)), Kind.SET, arguments);
    }
    if (text.endsWith("?")) {
      return new AtCommand(upper(text.substring(0, text.length() - 1)), Kind.READ, List.of());
    }
    return new AtCommand(upper(text), Kind.RUN, List.of());
  }

  /// A basic command and its number, which may be left out and then is 0.
  static AtCommand basic(String name, String number) {
    return new AtCommand(upper(name), Kind.RUN, List.of(number.isEmpty() ? "0" : number));
  }

  boolean has(int position) {
    return position < arguments.size() && !arguments.get(position).isEmpty();
  }

  String text(int position) {
    return has(position) ? arguments.get(position) : "";
  }

  /// @throws NumberFormatException if something else than a number stands there
  int number(int position, int otherwise) {
    return has(position) ? Integer.parseInt(arguments.get(position)) : otherwise;
  }

  private static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }

  private static List<String> divide(String text) {
    List<String> arguments = new ArrayList<>();
    StringBuilder argument = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        arguments.add(argument.toString());
        argument.setLength(0);
      } else if (c != ' ' || quoted) {
        argument.append(c);
      }
    }
    arguments.add(argument.toString());
    return arguments;
  }
}
