package hospital.wardbell.identity;

import java.util.Arrays;
import java.util.List;

/// With what somebody has signed in, as the browser says of itself: for people who look at a list
/// of sessions, and no proof of anything. Only what is one of a few known kinds is kept.
///
/// @spec https://www.rfc-editor.org/rfc/rfc9110.html#section-10.1.5 RFC 9110 §10.1.5 (User-Agent)
public record Browser(Kind kind, Machine machine) {
  static final Browser UNKNOWN = new Browser(Kind.OTHER, Machine.OTHER);

  private static final int LOOKED_AT = 500;

  /// Which program. Most name those they descend from as well, so the first that fits is it.
  public enum Kind {
    EDGE("Edge", "Edg/", "EdgA/", "EdgiOS/"),
    OPERA("Opera", "OPR/", "Opera/"),
    SAMSUNG("Samsung Internet", "SamsungBrowser/"),
    FIREFOX("Firefox", "Firefox/", "FxiOS/"),
    CHROME("Chrome or Chromium", "Chrome/", "Chromium/", "CriOS/"),
    SAFARI("Safari", "Safari/"),
    OTHER("");

    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is unmodifiable
    private final List<String> signs;

    Kind(String title, String... signs) {
      this.title = title;
      this.signs = List.of(signs);
    }

    /// What people call it; empty for [#OTHER].
    public String title() {
      return title;
    }
  }

  /// On what it runs.
  public enum Machine {
    ANDROID("Android", "Android"),
    IPHONE("iPhone", "iPhone"),
    IPAD("iPad", "iPad"),
    CHROME_OS("ChromeOS", "CrOS"),
    WINDOWS("Windows", "Windows"),
    MAC("macOS", "Macintosh"),
    LINUX("Linux", "Linux"),
    OTHER("");

    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // as above
    private final List<String> signs;

    Machine(String title, String... signs) {
      this.title = title;
      this.signs = List.of(signs);
    }

    /// As with the browser.
    public String title() {
      return title;
    }
  }

  /// @param agent the header `User-Agent`; empty if there was none
  static Browser of(String agent) {
    String looked = agent.substring(0, Math.min(LOOKED_AT, agent.length()));
    return new Browser(
        Arrays.stream(Kind.values())
            .filter(kind -> kind.signs.stream().anyMatch(looked::contains))
            .findFirst()
            .orElse(Kind.OTHER),
        Arrays.stream(Machine.values())
            .filter(machine -> machine.signs.stream().anyMatch(looked::contains))
            .findFirst()
            .orElse(Machine.OTHER));
  }
}
