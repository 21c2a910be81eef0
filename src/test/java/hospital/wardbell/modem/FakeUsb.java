package hospital.wardbell.modem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A `/sys` and `/dev` of our own making, with as much of USB devices as the driver looks at.
final class FakeUsb {
  private final Path root;

  FakeUsb(Path root) {
    this.root = root;
  }

  UsbTree tree() {
    return new UsbTree(root);
  }

  /// Plugs a device in that has no ports yet.
  FakeUsb device(String place, String vendor, String product) throws IOException {
    Path device = at(place);
    Files.createDirectories(device);
    Files.writeString(device.resolve("idVendor"), vendor + "\n");
    Files.writeString(device.resolve("idProduct"), product + "\n");
    link(root.resolve("sys/bus/usb/devices").resolve(place), device);
    return this;
  }

  /// Gives a device a serial port, which leads to `terminal`.
  FakeUsb port(String place, String number, String protocol, String tty, Path terminal)
      throws IOException {
    Path port = at(place).resolve(place + ":1." + number);
    Files.createDirectories(port.resolve(tty));
    Files.writeString(port.resolve("bInterfaceNumber"), number + "\n");
    Files.writeString(port.resolve("bInterfaceProtocol"), protocol + "\n");
    link(dev(tty), terminal);
    link(entry(tty).resolve("device"), port.resolve(tty));
    return this;
  }

  /// Gives a device a network interface.
  FakeUsb network(String place, String number, String name, String operstate, String flags)
      throws IOException {
    Path port = at(place).resolve(place + ":1." + number);
    Path network = port.resolve("net").resolve(name);
    Files.createDirectories(network);
    Files.writeString(network.resolve("operstate"), operstate + "\n");
    Files.writeString(network.resolve("flags"), flags + "\n");
    link(root.resolve("sys/bus/usb/devices").resolve(port.getFileName()), port);
    return this;
  }

  /// Starts a program that has `device` open.
  FakeUsb process(long number, String name, Path device) throws IOException {
    Path process = root.resolve("proc").resolve(String.valueOf(number));
    Files.createDirectories(process.resolve("fd"));
    Files.writeString(process.resolve("comm"), name + "\n");
    link(process.resolve("fd/5"), device.toRealPath());
    return this;
  }

  void end(long process) throws IOException {
    remove(root.resolve("proc").resolve(String.valueOf(process)));
  }

  /// A serial port that is none of USB's.
  FakeUsb builtIn(String tty) throws IOException {
    Path port = root.resolve("sys/devices/platform").resolve(tty);
    Files.createDirectories(port);
    link(entry(tty).resolve("device"), port);
    return this;
  }

  void unplug(String place, String... ttys) throws IOException {
    for (String tty : ttys) {
      remove(entry(tty));
      Files.deleteIfExists(dev(tty));
    }
    Files.deleteIfExists(root.resolve("sys/bus/usb/devices").resolve(place));
    remove(at(place));
  }

  Path dev(String tty) {
    return root.resolve("dev").resolve(tty);
  }

  private Path at(String place) {
    return root.resolve("sys/devices/usb1").resolve(place);
  }

  private Path entry(String tty) {
    return root.resolve("sys/class/tty").resolve(tty);
  }

  private static void link(Path link, Path to) throws IOException {
    Files.createDirectories(link.getParent());
    Files.deleteIfExists(link);
    Files.createSymbolicLink(link, to);
  }

  private static void remove(Path tree) throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(tree)) {
      all = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : all) {
      Files.delete(file);
    }
  }
}
