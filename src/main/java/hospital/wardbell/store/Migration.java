package hospital.wardbell.store;

import hospital.wardbell.base.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// One step of the schema: a file `NNNN-name.sql` of statements that each end with a semicolon.
///
/// Once released it is never changed; a later step mends it.
record Migration(int number, String name, String sql) {
  private static final Pattern FILE = Pattern.compile("(\\d{4})-([a-z0-9-]+)\\.sql");
  private static final Pattern END_OF_STATEMENT = Pattern.compile(";\\s*(?:\\n|$)");

  static Migration of(String fileName, String sql) {
    Matcher file = FILE.matcher(fileName);
    if (!file.matches()) {
      throw new IllegalArgumentException("a migration is called NNNN-name.sql, not " + fileName);
    }
    return new Migration(Integer.parseInt(file.group(1)), file.group(2), sql);
  }

  /// In order, comments left out and braces replaced; see [Dialect].
  List<String> statements() {
    String code =
        sql.lines()
            .filter(line -> !line.stripLeading().startsWith("--"))
            .collect(Collectors.joining("\n"));
    return Arrays.stream(END_OF_STATEMENT.split(Dialect.expand(code)))
        .map(String::strip)
        .filter(statement -> !statement.isEmpty())
        .toList();
  }

  /// SHA-256 of the file, in hexadecimal.
  String checksum() {
    return HexFormat.of().formatHex(Sha256.of(sql.getBytes(StandardCharsets.UTF_8)));
  }
}
