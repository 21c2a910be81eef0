package hospital.wardbell.contact;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import hospital.wardbell.base.PhoneNumber;
import java.util.Locale;
import java.util.Optional;

/// Reads telephone numbers as people write them, by libphonenumber under stricter rules: no digit
/// is ever guessed. Any thread.
///
/// Punctuation, every kind of space, dash and digit, and labels around one number are tolerated. In
/// North America the structure of the numbering plan decides, elsewhere the lengths and kinds of
/// the country's own plan, as libphonenumber knows them. An extension, a toll-free number and a fax
/// are known numbers that cannot be texted.
public final class PhoneReader {
  private static final int NORTH_AMERICA = 1;
  private static final int NORTH_AMERICAN_LENGTH = 10;
  private static final String ABROAD = "011"; // the prefix dialled in North America
  private static final int NO_ONE_NUMBER_IS_SO_LONG = 17;

  private final PhoneNumberUtil plans = PhoneNumberUtil.getInstance();

  /// @param region ISO 3166-1 alpha-2 code of the country whose numbers have no prefix
  public PhoneReading read(String input, String region) {
    return switch (Written.of(input)) {
      case Written.Unusable(String reason) -> refused(reason);
      case Written.Digits number -> withoutText(plan(number, region), number.noText());
    };
  }

  private PhoneReading plan(Written.Digits number, String region) {
    String digits = number.digits();
    if (number.plus()) {
      return international(digits);
    }
    String country = region.toUpperCase(Locale.ROOT);
    if (!plans.getSupportedRegions().contains(country)) {
      return refused("unknown_region");
    }
    if (plans.getCountryCodeForRegion(country) != NORTH_AMERICA) {
      return elsewhere(digits, country);
    }
    return digits.startsWith(ABROAD)
        ? international(digits.substring(ABROAD.length()))
        : northAmerican(digits);
  }

  /// @param digits country code and national number
  private PhoneReading international(String digits) {
    return digits.startsWith("1") ? northAmerican(digits) : elsewhere("+" + digits, "ZZ");
  }

  private static PhoneReading northAmerican(String digits) {
    boolean prefixed = digits.length() == NORTH_AMERICAN_LENGTH + 1 && digits.startsWith("1");
    String national = prefixed ? digits.substring(1) : digits;
    if (national.length() != NORTH_AMERICAN_LENGTH) {
      return refused(wrongLength(digits));
    }
    Nanp kind = Nanp.of(national);
    return switch (kind) {
      case SUBSCRIBER -> known("+1" + national, true, kind.reason());
      case TOLL_FREE -> known("+1" + national, false, kind.reason());
      case PREMIUM, PLACEHOLDER, BAD_AREA_CODE, BAD_EXCHANGE -> refused(kind.reason());
    };
  }

  private static String wrongLength(String digits) {
    int length = digits.length();
    if (length >= 7 && digits.chars().distinct().count() == 1) {
      return "placeholder";
    }
    if (length >= NO_ONE_NUMBER_IS_SO_LONG) {
      return "several_numbers";
    }
    if (length > NORTH_AMERICAN_LENGTH) {
      return "too_long";
    }
    return switch (length) {
      case 3 -> digits.endsWith("11") ? "service_code" : "too_short";
      case 5, 6 -> "short_code";
      case 7 -> "no_area_code";
      default -> "too_short";
    };
  }

  private PhoneReading elsewhere(String digits, String region) {
    try {
      Phonenumber.PhoneNumber number = plans.parse(digits, region);
      return number.getCountryCode() == NORTH_AMERICA
          ? northAmerican(plans.getNationalSignificantNumber(number))
          : assigned(number);
    } catch (NumberParseException e) {
      return refused(
          switch (e.getErrorType()) {
            case INVALID_COUNTRY_CODE -> "bad_country_code";
            case TOO_SHORT_NSN, TOO_SHORT_AFTER_IDD -> "too_short";
            case TOO_LONG -> "too_long";
            case NOT_A_NUMBER -> "text";
          });
    }
  }

  private PhoneReading assigned(Phonenumber.PhoneNumber number) {
    String e164 = plans.format(number, PhoneNumberFormat.E164);
    return switch (plans.isPossibleNumberWithReason(number)) {
      case TOO_SHORT, IS_POSSIBLE_LOCAL_ONLY -> refused("too_short");
      case TOO_LONG -> refused("too_long");
      case INVALID_COUNTRY_CODE -> refused("bad_country_code");
      case INVALID_LENGTH -> refused("not_in_plan");
      case IS_POSSIBLE ->
          switch (plans.getNumberType(number)) {
            // Possible, though in no range libphonenumber knows: a new one, or a fictitious one.
            case UNKNOWN ->
                lacksCountryCode(e164) ? refused("country_code_missing") : known(e164, true, "ok");
            case PREMIUM_RATE -> refused("premium");
            case TOLL_FREE -> known(e164, false, "toll_free");
            case PAGER -> known(e164, false, "pager");
            case FIXED_LINE,
                MOBILE,
                FIXED_LINE_OR_MOBILE,
                SHARED_COST,
                VOIP,
                PERSONAL_NUMBER,
                UAN,
                VOICEMAIL ->
                known(e164, true, "ok");
          };
    };
  }

  /// `+202…` is more likely a number of Washington without its 1 than one of Egypt.
  private static boolean lacksCountryCode(String e164) {
    String digits = e164.substring(1);
    return digits.length() == NORTH_AMERICAN_LENGTH && Nanp.of(digits) == Nanp.SUBSCRIBER;
  }

  private static PhoneReading withoutText(PhoneReading reading, Optional<String> noText) {
    boolean mayNot = reading.textable() && noText.isPresent();
    return mayNot ? new PhoneReading(reading.number(), false, noText.orElseThrow()) : reading;
  }

  private static PhoneReading known(String e164, boolean textable, String reason) {
    return new PhoneReading(Optional.of(new PhoneNumber(e164)), textable, reason);
  }

  private static PhoneReading refused(String reason) {
    return new PhoneReading(Optional.empty(), false, reason);
  }
}
