package hospital.wardbell;

import hospital.wardbell.modem.Profile;
import hospital.wardbell.modem.UsbPort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// The udev rules that follow from the profiles: a modem's AT port has a name under `/dev/wardbell`
/// that stays, ModemManager leaves the device alone, and the device does not go to sleep.
///
/// Keys that look at a device's parents must all hold of one and the same parent, so what is known
/// of the interface is kept in the environment before the rule that looks at the device.
///
/// The build runs this; the service does not.
final class UdevRules {
  private static final String HEAD =
      """
      # Made from firmware-config/profiles by the build, which leaves them in target/udev.
      # For /etc/udev/rules.d; then: udevadm control --reload; udevadm trigger
      ACTION=="remove", GOTO="wardbell_end"
      """;
  private static final String PORTS =
      """
      SUBSYSTEM!="tty", GOTO="wardbell_end"
      SUBSYSTEMS=="usb", ATTRS{bInterfaceNumber}=="?*", ENV{.WARDBELL_INTERFACE}="$attr{bInterfaceNumber}"
      SUBSYSTEMS=="usb", ATTRS{bInterfaceProtocol}=="?*", ENV{.WARDBELL_PROTOCOL}="$attr{bInterfaceProtocol}"
      ENV{ID_PATH_TAG}=="", IMPORT{builtin}="path_id"
      """;
  private static final String END = "LABEL=\"wardbell_end\"\n";

  private UdevRules() {}

  /// Writes the rules that the profiles which come with the program give.
  ///
  /// @param arguments the file to write them to
  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[0]).toAbsolutePath();
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, shipped());
  }

  static String shipped() {
    return of(ProfileFiles.SHIPPED.stream().map(ProfileFiles::shipped).toList());
  }

  static String of(List<Profile> profiles) {
    String devices =
        profiles.stream()
            .flatMap(profile -> profile.usb().stream())
            .map(UdevRules::device)
            .distinct()
            .collect(Collectors.joining());
    String ports =
        profiles.stream()
            .flatMap(profile -> profile.usb().stream().map(usb -> port(profile.name(), usb)))
            .collect(Collectors.joining());
    return HEAD + devices + PORTS + ports + END;
  }

  private static String device(UsbPort usb) {
    return """
    SUBSYSTEM=="usb", ENV{DEVTYPE}=="usb_device", ATTR{idVendor}=="%s", ATTR{idProduct}=="%s", \
    ENV{ID_MM_DEVICE_IGNORE}="1", ATTR{power/control}="on"
    """
        .formatted(usb.vendor(), usb.product());
  }

  private static String port(String profile, UsbPort usb) {
    return """
    ATTRS{idVendor}=="%s", ATTRS{idProduct}=="%s", ENV{.WARDBELL_%s}=="%s", \
    SYMLINK+="wardbell/%s-$env{ID_PATH_TAG}"
    """
        .formatted(usb.vendor(), usb.product(), usb.by(), usb.value(), profile);
  }
}
