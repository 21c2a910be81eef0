package hospital.wardbell.alert;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// What is said of an alert outside the console, in the languages of the staff.
final class AlertWords {
  private static final String BUNDLE = "hospital.wardbell.alert.words";

  private final ResourceBundle english = bundle(Locale.ENGLISH);
  private final ResourceBundle spanish = bundle(Locale.of("es"));

  private static ResourceBundle bundle(Locale language) {
    return ResourceBundle.getBundle(
        BUNDLE,
        language,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /// One line: `Wardbell: break-glass used (W-7K3QF2)`.
  String subject(Alert alert, String language) {
    return say(language, "subject", say(language, "kind." + alert.kind()), alert.reference());
  }

  String body(Alert alert, String language) {
    return say(language, "body", say(language, "long." + alert.kind()), alert.reference())
        .replace("\n", "\r\n");
  }

  private String say(String language, String key, Object... arguments) {
    ResourceBundle bundle = language.equals("es") ? spanish : english;
    return new MessageFormat(bundle.getString(key), bundle.getLocale()).format(arguments);
  }
}
