package hospital.wardbell.modem;

import java.util.regex.Pattern;

/// The AT port of a modem among the interfaces of its USB device.
///
/// @param vendor and `product`: four hexadecimal digits, in small letters
/// @param by what tells the port from the device's others
/// @param value two hexadecimal digits, in small letters
/// @spec https://www.usb.org/document-library/usb-20-specification#9.6.5 USB 2.0 §9.6.5 (interface)
public record UsbPort(String vendor, String product, By by, String value) {
  private static final Pattern FOUR = Pattern.compile("[0-9a-f]{4}");
  private static final Pattern TWO = Pattern.compile("[0-9a-f]{2}");

  /// What a port is told by.
  public enum By {
    INTERFACE,
    PROTOCOL
  }

  public UsbPort {
    four(vendor);
    four(product);
    two(value);
  }

  /// @return `digits`
  public static String four(String digits) {
    return need(FOUR, digits, "must be four of 0-9 and a-f, in quotes");
  }

  /// @return `digits`
  public static String two(String digits) {
    return need(TWO, digits, "must be two of 0-9 and a-f, in quotes");
  }

  private static String need(Pattern pattern, String digits, String expected) {
    if (!pattern.matcher(digits).matches()) {
      throw new IllegalArgumentException(expected);
    }
    return digits;
  }
}
