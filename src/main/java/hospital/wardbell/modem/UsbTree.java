package hospital.wardbell.modem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The serial ports of this machine's USB devices, as the kernel shows them in `/sys`. Read anew at
/// each question; what vanishes meanwhile is passed over.
///
/// @spec https://www.kernel.org/doc/Documentation/ABI/testing/sysfs-bus-usb sysfs-bus-usb
final class UsbTree {
  private static final String HUAWEI = "12d1";

  /// One serial port.
  ///
  /// @param place where its USB device is plugged in, such as `1-1.4`
  /// @param plugging the same as long as it is not unplugged
  record Tty(
      Path device,
      String vendor,
      String product,
      String interfaceNumber,
      String protocol,
      String place,
      String plugging) {
    boolean is(UsbPort port) {
      return isOf(port)
          && port.value().equals(port.by() == UsbPort.By.INTERFACE ? interfaceNumber : protocol);
    }

    /// Whether it is one of the ports of the device that `port` is of.
    boolean isOf(UsbPort port) {
      return vendor.equals(port.vendor()) && product.equals(port.product());
    }
  }

  private final Path root;

  /// @param root where `sys`, `dev` and `proc` are
  UsbTree(Path root) {
    this.root = root;
  }

  /// By place, then interface.
  List<Tty> ttys() {
    return in("sys/class/tty").stream()
        .flatMap(entry -> tty(entry).stream())
        .sorted(Comparator.comparing(Tty::place).thenComparing(Tty::interfaceNumber))
        .toList();
  }

  /// The port that `device` is, under whatever name.
  Optional<Tty> ttyOf(Path device) {
    return ttys().stream().filter(tty -> Finder.isSameFile(tty.device(), device)).findFirst();
  }

  /// Where a Huawei stick is that shows no serial port: one with HiLink firmware, or one that is
  /// still the disc with its drivers.
  Optional<String> huaweiWithoutPort() {
    List<Tty> ttys = ttys();
    return in("sys/bus/usb/devices").stream()
        .filter(device -> text(device.resolve("idVendor")).equals(HUAWEI))
        .map(device -> device.getFileName().toString())
        .filter(place -> ttys.stream().noneMatch(tty -> tty.place().equals(place)))
        .findFirst();
  }

  /// The network interfaces that are up of the USB device at `place`. Some drivers do not know
  /// whether theirs is connected, and it counts as soon as it is switched on.
  ///
  /// @spec https://www.kernel.org/doc/Documentation/ABI/testing/sysfs-class-net sysfs-class-net
  List<String> networks(String place) {
    return in("sys/bus/usb/devices").stream()
        .filter(port -> port.getFileName().toString().startsWith(place + ":"))
        .flatMap(port -> in(port.resolve("net").toString()).stream())
        .filter(UsbTree::isUp)
        .map(network -> network.getFileName().toString())
        .toList();
  }

  private static boolean isUp(Path network) {
    return switch (text(network.resolve("operstate"))) {
      case "up" -> true;
      case "unknown" -> text(network.resolve("flags")).matches("0x[0-9a-f]*[13579bdf]");
      default -> false;
    };
  }

  /// Where the running programs are shown.
  Path processes() {
    return root.resolve("proc");
  }

  private List<Path> in(String directory) {
    try (Stream<Path> entries = Files.list(root.resolve(directory))) {
      return entries.sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }

  private Optional<Tty> tty(Path entry) {
    try {
      Path below = entry.resolve("device").toRealPath();
      Optional<Path> port = above(below, "bInterfaceNumber");
      Optional<Path> device = port.flatMap(p -> above(p, "idVendor"));
      if (port.isEmpty() || device.isEmpty()) {
        return Optional.empty();
      }
      BasicFileAttributes made = Files.readAttributes(below, BasicFileAttributes.class);
      return Optional.of(
          new Tty(
              root.resolve("dev").resolve(entry.getFileName()),
              text(device.get().resolve("idVendor")),
              text(device.get().resolve("idProduct")),
              text(port.get().resolve("bInterfaceNumber")),
              text(port.get().resolve("bInterfaceProtocol")),
              device.get().getFileName().toString(),
              below + " " + made.fileKey() + " " + made.creationTime()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /// `path` or the nearest directory above it that holds `name`.
  private static Optional<Path> above(Path path, String name) {
    return Stream.<Path>iterate(path, p -> p != null, Path::getParent)
        .filter(p -> Files.exists(p.resolve(name)))
        .findFirst();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      return "";
    }
  }
}
