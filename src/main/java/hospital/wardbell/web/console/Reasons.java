package hospital.wardbell.web.console;

import java.util.MissingResourceException;

/// Why a text was not sent or did not arrive, in words.
final class Reasons {
  private Reasons() {}

  /// The words of a rule's or failure's code; the code itself where it has none, since a vendor's
  /// code that nobody has worded yet still tells IT something.
  static String of(String code, Shell shell) {
    try {
      return shell.say("gate." + code);
    } catch (MissingResourceException _) {
      return shell.say("failed.code", code);
    }
  }
}
