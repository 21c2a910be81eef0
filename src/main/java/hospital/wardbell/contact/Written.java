package hospital.wardbell.contact;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What stands in a field for a telephone number, before any numbering plan is asked.
sealed interface Written {
  /// One row of digits.
  ///
  /// @param plus whether a `+` stood before them, so they begin with a country code
  /// @param noText why the number cannot be texted although it is known: an extension, a fax label
  record Digits(boolean plus, String digits, Optional<String> noText) implements Written {}

  /// Not one number.
  ///
  /// @param reason as in [PhoneReading]
  record Unusable(String reason) implements Written {}

  Pattern ENDS_IN_EXTENSION =
      Pattern.compile(
          "(?<number>.*\\d)[) ]*[,;.(-]*\\s*(?:extension|extn|ext|x|#)\\s*[.:=#]?\\s*\\d{1,7}"
              + "(?<after>[^0-9]*)");
  Pattern NUMBER = Pattern.compile("\\+?[0-9 ().\\-/\\[\\],_]*");
  Pattern BETWEEN_NUMBERS = Pattern.compile("[,;/|&+]|\\b(?:or|and|y|o|u)\\b");
  int LEAST_OF_A_NUMBER = 7;

  static Written of(String typed) {
    String text = PlainText.of(typed);
    if (text.isEmpty()) {
      return new Unusable("empty");
    }
    if (text.indexOf('*') >= 0) {
      return new Unusable("star_code");
    }
    int first = firstOfNumber(text);
    if (first == text.length()) {
      return new Unusable("text");
    }
    return number(text.substring(0, first), text.substring(first));
  }

  private static Written number(String before, String rest) {
    Matcher extended = ENDS_IN_EXTENSION.matcher(rest);
    boolean extension = extended.matches();
    int end = extension ? extended.end("number") : lastDigit(rest) + 1;
    String number = rest.substring(0, end);
    String beside = before + " " + (extension ? extended.group("after") : rest.substring(end));

    if (severalNumbers(number)) {
      return new Unusable("several_numbers");
    }
    if (!NUMBER.matcher(number).matches()) {
      return new Unusable(number.codePoints().anyMatch(Character::isLetter) ? "letters" : "text");
    }
    if (!Labels.areAll(beside)) {
      return new Unusable("text");
    }
    Optional<String> noText = extension ? Optional.of("extension") : Labels.cannotText(beside);
    return new Digits(number.startsWith("+"), digits(number), noText);
  }

  private static boolean severalNumbers(String number) {
    return BETWEEN_NUMBERS
            .splitAsStream(number)
            .filter(piece -> digits(piece).length() >= LEAST_OF_A_NUMBER)
            .count()
        > 1;
  }

  private static int firstOfNumber(String text) {
    int first = 0;
    while (first < text.length() && !isDigit(text.charAt(first)) && text.charAt(first) != '+') {
      first++;
    }
    return first;
  }

  private static int lastDigit(String text) {
    int last = text.length() - 1;
    while (last >= 0 && !isDigit(text.charAt(last))) {
      last--;
    }
    return last;
  }

  private static String digits(String text) {
    return text.replaceAll("[^0-9]", "");
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
