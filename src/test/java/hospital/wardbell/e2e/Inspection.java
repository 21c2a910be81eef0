package hospital.wardbell.e2e;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Looks at an open page in light and dark, on a desk, a telephone and the narrowest screen: axe
/// finds nothing, nothing goes beyond the right edge, and no word of a column's heading is broken.
/// Pictures are left in `target/pages`.
final class Inspection {
  private static final List<String> TAGS =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
  private static final List<Integer> WIDTHS = List.of(1440, 390, 320);
  private static final List<ColorScheme> SCHEMES = List.of(ColorScheme.LIGHT, ColorScheme.DARK);

  /// Whether a heading has more lines than words.
  private static final String BROKEN_HEADINGS =
      """
      [...document.querySelectorAll('thead th')].some(heading => {
        const range = document.createRange();
        range.selectNodeContents(heading);
        const lines = new Set([...range.getClientRects()].map(line => Math.round(line.top)));
        return lines.size > heading.textContent.trim().split(/\\s+/).length;
      })
      """;

  private final List<String> findings = new ArrayList<>();

  /// Everything that is wrong with the pages seen so far.
  List<String> findings() {
    return List.copyOf(findings);
  }

  void look(Page page, String name) {
    for (int width : WIDTHS) {
      page.setViewportSize(width, width > 1000 ? 900 : 844);
      for (ColorScheme scheme : SCHEMES) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        look(
            page, "%s-%d-%s".formatted(name, width, scheme.name().toLowerCase(Locale.ROOT)), width);
      }
    }
    page.setViewportSize(1440, 900);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
  }

  private void look(Page page, String name, int width) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(Path.of("target", "pages", name + ".png")));
    int needed = (int) page.evaluate("document.documentElement.scrollWidth");
    if (needed > width) {
      findings.add(name + ": needs " + needed + " px");
    }
    if ((boolean) page.evaluate(BROKEN_HEADINGS)) {
      findings.add(name + ": a column's heading is broken within a word");
    }
    // Legacy mode, or axe opens a page of its own.
    new AxeBuilder(page)
        .withTags(TAGS)
        .setLegacyMode(true)
        .analyze()
        .getViolations()
        .forEach(violation -> findings.add(name + ": " + words(violation)));
  }

  private static String words(Rule violation) {
    return violation.getId()
        + " at "
        + violation.getNodes().stream()
            .map(CheckedNode::getTarget)
            .map(String::valueOf)
            .collect(Collectors.joining(", "));
  }
}
