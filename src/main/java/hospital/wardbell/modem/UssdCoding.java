package hospital.wardbell.modem;

import hospital.wardbell.pdu.UssdString;
import java.util.Locale;
import java.util.Optional;

/// How a modem wants and gives the words of USSD. What cannot be read so is taken as it stands: a
/// family of modems does not always keep to one way.
public enum UssdCoding {
  /// In characters. Of the SMS alphabet's own signs those below the space, such as `$`, are lost on
  /// the line.
  PLAIN,
  /// Seven-bit characters packed into octets, in hexadecimal digits.
  PACKED,
  /// Units of sixteen bits, in hexadecimal digits.
  UCS2;

  /// @spec https://www.3gpp.org/dynareport/23038.htm#5 3GPP TS 23.038 §5 (CBS data coding scheme)
  private static final int ANY_LANGUAGE = 0x0f;

  private static final int SIXTEEN_BIT = 0x48;
  private static final int SIXTEEN_BIT_AND_LANGUAGE = 0x11;
  private static final int GENERAL_GROUP = 0xcc;

  /// @throws IllegalArgumentException if there is none of this name; says which there are
  public static UssdCoding named(String text) {
    for (UssdCoding coding : values()) {
      if (coding.name().toLowerCase(Locale.ROOT).equals(text)) {
        return coding;
      }
    }
    throw new IllegalArgumentException("must be plain, packed or ucs2");
  }

  /// `code` as the command has it.
  String written(String code) {
    return switch (this) {
      case PLAIN -> code;
      case PACKED -> UssdString.packed(code);
      case UCS2 -> UssdString.ucs2(code);
    };
  }

  /// The data coding scheme that goes with it.
  int scheme() {
    return this == UCS2 ? SIXTEEN_BIT : ANY_LANGUAGE;
  }

  /// @param scheme that came with it, -1 if none did; units of sixteen bits come in digits always
  String read(String written, int scheme) {
    boolean units =
        scheme == SIXTEEN_BIT_AND_LANGUAGE
            || (scheme >= 0 && (scheme & GENERAL_GROUP) == SIXTEEN_BIT);
    Optional<String> text =
        switch (units ? UCS2 : this) {
          case PLAIN -> Optional.of(written);
          case PACKED -> UssdString.ofPacked(written);
          case UCS2 -> UssdString.ofUcs2(written);
        };
    return text.orElse(written);
  }
}
