package hospital.wardbell.store;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What migrations write in braces because databases differ in it: `{id}`, `{bytes N}`, `{time}`
/// and `{flag}`.
final class Dialect {
  private static final Pattern BRACES = Pattern.compile("\\{([a-z]+)(?: (\\d+))?}");
  // The longest a column may be without being a large object, which cannot be compared or indexed.
  private static final int LONGEST_INLINE = 32_672;

  private Dialect() {}

  static String expand(String sql) {
    return BRACES.matcher(sql).replaceAll(Dialect::type);
  }

  private static String type(MatchResult braces) {
    return switch (braces.group(1)) {
      case "id" -> "char(16) for bit data";
      case "bytes" -> octets(Integer.parseInt(braces.group(2)));
      case "time" -> "bigint";
      case "flag" -> "smallint";
      case String other -> throw new IllegalArgumentException("no column type is called " + other);
    };
  }

  private static String octets(int most) {
    return most <= LONGEST_INLINE ? "varchar(" + most + ") for bit data" : "blob(" + most + ")";
  }
}
