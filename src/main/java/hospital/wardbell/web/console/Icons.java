package hospital.wardbell.web.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The icons of the pages: Lucide's, which the build copies out of their WebJar, drawn inline.
///
/// An icon stands beside words and is hidden from screen readers.
final class Icons {
  static final List<String> NAMES =
      List.of(
          "inbox",
          "send",
          "signal",
          "circle-help",
          "settings",
          "log-out",
          "check",
          "check-check",
          "clock",
          "triangle-alert",
          "circle-x",
          "ban",
          "user",
          "arrow-left",
          "file-warning",
          "hand",
          "lock",
          "circle-check",
          "eye",
          "bell",
          "graduation-cap");
  private static final Pattern DRAWING = Pattern.compile("(?s)<svg[^>]*>(.*)</svg>");

  private final Map<String, String> drawings =
      NAMES.stream().collect(Collectors.toMap(Function.identity(), Icons::read));

  /// The icon as an `svg` element.
  String svg(String name) {
    String drawing = drawings.get(name);
    if (drawing == null) {
      throw new IllegalArgumentException("no icon is called " + name);
    }
    return drawing;
  }

  private static String read(String name) {
    try (InputStream in = Icons.class.getResourceAsStream("icons/" + name + ".svg")) {
      if (in == null) {
        throw new IllegalStateException("the build lacks the icon " + name);
      }
      Matcher svg = DRAWING.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      if (!svg.find()) {
        throw new IllegalStateException("not a drawing: the icon " + name);
      }
      return "<svg class=\"i\" viewBox=\"0 0 24 24\" fill=\"none\" stroke=\"currentColor\""
          + " stroke-width=\"2\" stroke-linecap=\"round\" stroke-linejoin=\"round\""
          + " aria-hidden=\"true\">"
          + svg.group(1).replaceAll("\\s+", " ").strip()
          + "</svg>";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
