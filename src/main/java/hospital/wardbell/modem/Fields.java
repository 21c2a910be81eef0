package hospital.wardbell.modem;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// Reads the parameters of a line such as `+CPMS: "SM",3,20` or `+CNMI: (0-2),(0,1)`.
final class Fields {
  private Fields() {}

  /// What stands before the colon; the whole line if there is none.
  static String name(String line) {
    int colon = line.indexOf(':');
    return colon < 0 ? line : line.substring(0, colon);
  }

  /// The parameters after the colon, or of a line without one: split at commas outside quotes and
  /// brackets, the quotes taken off.
  static List<String> of(String line) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    int depth = 0;
    for (char c : line.substring(line.indexOf(':') + 1).toCharArray()) {
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted && depth == 0) {
        fields.add(field.toString().strip());
        field.setLength(0);
      } else {
        depth += quoted ? 0 : step(c);
        field.append(c);
      }
    }
    fields.add(field.toString().strip());
    return List.copyOf(fields);
  }

  private static int step(char c) {
    return switch (c) {
      case '(' -> 1;
      case ')' -> -1;
      default -> 0;
    };
  }

  /// Parameter `index`, empty if the line has fewer.
  static String at(String line, int index) {
    List<String> fields = of(line);
    return index < fields.size() ? fields.get(index) : "";
  }

  /// Parameter `index` as a number of up to nine digits, if it is one.
  static OptionalInt number(String line, int index) {
    String field = at(line, index);
    return field.matches("\\d{1,9}")
        ? OptionalInt.of(Integer.parseInt(field))
        : OptionalInt.empty();
  }

  /// The numbers that a range such as `(0-2,5)` or `1` allows, none above 99.
  static List<Integer> range(String field) {
    List<Integer> numbers = new ArrayList<>();
    for (String part : field.replaceAll("[()\\s]", "").split(",", -1)) {
      if (part.matches("\\d{1,2}")) {
        numbers.add(Integer.valueOf(part));
      } else if (part.matches("\\d{1,2}-\\d{1,2}")) {
        int dash = part.indexOf('-');
        int last = Integer.parseInt(part.substring(dash + 1));
        for (int i = Integer.parseInt(part.substring(0, dash)); i <= last; i++) {
          numbers.add(i);
        }
      }
    }
    return List.copyOf(numbers);
  }
}
