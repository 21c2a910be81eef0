package hospital.wardbell.contact;

import java.util.Set;

/// What ten digits are in the North American Numbering Plan, by their structure alone: no list of
/// numbers in service is asked, so the fictitious 555-0100 to 555-0199 are numbers like others.
///
/// @spec https://www.ecfr.gov/current/title-47/section-52.7 47 CFR 52.7(a), (c) (area code,
///   exchange)
enum Nanp {
  SUBSCRIBER("ok"),
  TOLL_FREE("toll_free"),
  PREMIUM("premium"),
  PLACEHOLDER("placeholder"),
  BAD_AREA_CODE("bad_area_code"),
  BAD_EXCHANGE("bad_exchange");

  private static final int LENGTH = 10;
  private static final Set<String> TOLL_FREE_AREAS =
      Set.of("800", "833", "844", "855", "866", "877", "888");
  private static final Set<String> ROWS = Set.of("0123456789", "1234567890", "9876543210");

  private final String reason;

  Nanp(String reason) {
    this.reason = reason;
  }

  /// As in [PhoneReading].
  String reason() {
    return reason;
  }

  static Nanp of(String digits) {
    if (digits.length() != LENGTH) {
      throw new IllegalArgumentException("a number of this plan has ten digits");
    }
    String area = digits.substring(0, 3);
    String exchange = digits.substring(3, 6);
    if (isPlaceholder(digits)) {
      return PLACEHOLDER;
    }
    if (area.equals("900")) {
      return PREMIUM;
    }
    if (!isCode(area) || area.charAt(1) == '9') { // N9X is kept for longer numbers
      return BAD_AREA_CODE;
    }
    if (!isCode(exchange)) {
      return BAD_EXCHANGE;
    }
    return TOLL_FREE_AREAS.contains(area) ? TOLL_FREE : SUBSCRIBER;
  }

  /// NXX but not N11, which are services such as 911.
  private static boolean isCode(String code) {
    return code.charAt(0) >= '2' && !code.endsWith("11");
  }

  /// What people type to fill a field: one digit over and over, a row of digits, 555 all over.
  private static boolean isPlaceholder(String digits) {
    return digits.chars().distinct().count() == 1
        || ROWS.contains(digits)
        || digits.startsWith("555")
        || digits.endsWith("5555555");
  }
}
