package hospital.wardbell.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// Fields as a form posts them and as a query string carries them.
///
/// @spec https://url.spec.whatwg.org/#urlencoded-parsing URL Standard,
///   application/x-www-form-urlencoded parsing
final class FormFields {
  private FormFields() {}

  /// The first value of each name.
  ///
  /// @throws IllegalArgumentException if a `%` is not followed by two hexadecimal digits
  static Map<String, String> read(String encoded) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String pair : encoded.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        fields.putIfAbsent(decoded(name), decoded(value));
      }
    }
    return fields;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
