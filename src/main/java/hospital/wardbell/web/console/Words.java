package hospital.wardbell.web.console;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;

/// The console's words in one language.
public final class Words {
  private static final String BUNDLE = "hospital.wardbell.web.console.messages";

  private final Locale locale;
  private final ResourceBundle bundle;

  Words(Locale locale) {
    this.locale = locale;
    this.bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /// The words of `key`, with `arguments` in their places ([MessageFormat]).
  ///
  /// @throws java.util.MissingResourceException if there is no such key
  public String of(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), locale).format(arguments);
  }

  boolean has(String key) {
    return bundle.containsKey(key);
  }

  public Locale locale() {
    return locale;
  }

  /// The ISO 639-1 code.
  public String language() {
    return locale.getLanguage();
  }

  /// What a language of this ISO 639-1 code is called.
  public String languageNamed(String code) {
    return Locale.of(code).getDisplayLanguage(locale);
  }

  Set<String> keys() {
    return new TreeSet<>(bundle.keySet());
  }
}
