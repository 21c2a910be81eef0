package hospital.wardbell.modem;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a modem says it is. Any part may be empty.
///
/// @spec https://www.3gpp.org/dynareport/27007.htm#5.1 3GPP TS 27.007 §5.1 to §5.4
record Identity(String maker, String model, String revision, Optional<String> imei) {
  private static final int DIGITS = 15;
  private static final Pattern IMEI = Pattern.compile("\\d{14,16}");

  static Identity of(AtDialogue at) throws InterruptedException {
    return new Identity(said(at, "AT+CGMI"), said(at, "AT+CGMM"), said(at, "AT+CGMR"), imei(at));
  }

  private static String said(AtDialogue at, String question) throws InterruptedException {
    return at.ask(AtCommand.free(question)).information().stream()
        .findFirst()
        .map(line -> line.replaceFirst("^\\+[A-Z]+: *", "").replace("\"", ""))
        .orElse("");
  }

  private static Optional<String> imei(AtDialogue at) throws InterruptedException {
    return at.ask(AtCommand.free("AT+CGSN")).information().stream()
        .map(IMEI::matcher)
        .filter(Matcher::find)
        .map(Matcher::group)
        .findFirst();
  }

  /// Whether `imei` is whole: its last digit is the check on the others.
  ///
  /// @spec https://www.3gpp.org/dynareport/23003.htm#B 3GPP TS 23.003 Annex B (check digit)
  static boolean isChecked(String imei) {
    int sum = 0;
    for (int i = 0; i < imei.length(); i++) {
      int digit = imei.charAt(i) - '0';
      int counted = i % 2 == 0 ? digit : 2 * digit;
      sum += counted / 10 + counted % 10;
    }
    return imei.length() == DIGITS && sum % 10 == 0;
  }

  @Override
  public String toString() {
    return "%s %s revision %s".formatted(maker, model, revision);
  }
}
