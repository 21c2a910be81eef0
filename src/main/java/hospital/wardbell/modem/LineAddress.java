package hospital.wardbell.modem;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a modem's line is: a device's path, what tells a USB modem from others, or the host and
/// port of a network modem.
public sealed interface LineAddress {
  /// A serial device or a pseudo-terminal.
  record Device(Path path) implements LineAddress {
    @Override
    public String toString() {
      return path.toString();
    }
  }

  /// A USB device, whatever the names of its ports are now.
  ///
  /// @param vendor and `product`: four hexadecimal digits, in small letters
  /// @param place where it is plugged in, such as `1-1.4`; empty if it may be anywhere
  record Usb(String vendor, String product, String place) implements LineAddress {
    boolean is(UsbTree.Tty tty) {
      return tty.vendor().equals(vendor)
          && tty.product().equals(product)
          && (place.isEmpty() || tty.place().equals(place));
    }

    @Override
    public String toString() {
      return "usb:" + vendor + ":" + product + (place.isEmpty() ? "" : "@" + place);
    }
  }

  /// The modem that says this of itself, whatever port it is behind.
  ///
  /// @param digits 15
  record Imei(String digits) implements LineAddress {
    @Override
    public String toString() {
      return "imei:" + digits;
    }
  }

  /// Raw serial over TCP.
  record Network(String host, int port) implements LineAddress {
    @Override
    public String toString() {
      return "tcp://" + host + ":" + port;
    }
  }

  /// Whether `text` names something else than a path.
  static boolean isNoPath(String text) {
    return text.startsWith("tcp:") || text.startsWith("usb:") || text.startsWith("imei:");
  }

  /// `/dev/...` (any absolute path), `usb:vendor:product`, `usb:vendor:product@place`,
  /// `imei:digits` or `tcp://host:port`.
  ///
  /// @throws IllegalArgumentException if `text` is none; the message says what is expected
  static LineAddress parse(String text) {
    if (text.startsWith("/") && text.length() > 1) {
      return new Device(Path.of(text));
    }
    Matcher usb = Named.USB.matcher(text);
    if (usb.matches()) {
      return new Usb(usb.group(1), usb.group(2), usb.group(3) == null ? "" : usb.group(3));
    }
    Matcher imei = Named.IMEI.matcher(text);
    if (imei.matches()) {
      return new Imei(imei.group(1));
    }
    try {
      URI uri = new URI(text);
      if ("tcp".equals(uri.getScheme())
          && uri.getHost() != null
          && uri.getPort() > 0
          && uri.getPort() <= 65_535) {
        return new Network(uri.getHost(), uri.getPort());
      }
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(expected(text), e);
    }
    throw new IllegalArgumentException(expected(text));
  }

  private static String expected(String text) {
    return "\"%s\" is no modem line: write a device's whole path, such as /dev/ttyUSB2,"
            .formatted(text)
        + " usb:2c7c:0125, imei: and 15 digits, or tcp://host:port for a network modem";
  }

  /// How a modem is named that has no path of its own.
  final class Named {
    private static final Pattern USB =
        Pattern.compile("usb:([0-9a-f]{4}):([0-9a-f]{4})(?:@(\\d+-\\d+(?:\\.\\d+)*))?");
    private static final Pattern IMEI = Pattern.compile("imei:(\\d{15})");

    private Named() {}
  }
}
