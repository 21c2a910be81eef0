package hospital.wardbell.modem;

import hospital.wardbell.modem.UsbTree.Tty;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Finds the port that a modem line is behind now: after each plugging-in it may have another name.
/// The owner's thread only.
///
/// A modem that is known by its IMEI is looked for behind each AT port that the profiles know, and
/// behind the ports of devices that none knows. So is one whose device path is not there, once it
/// has said its IMEI.
final class Finder {
  private static final Logger LOG = System.getLogger(Finder.class.getName());

  /// Where a line's memory has the IMEI of its modem.
  static final String IMEI = "imei";

  private static final int UNIQUE = 14;

  private final LineAddress address;
  private final Profiles profiles;
  private final LineMemory memory;
  private final UsbTree usb;
  private final Set<String> others = new HashSet<>();
  private int turn;
  private Optional<Tty> tried = Optional.empty();
  private Optional<Tty> proven = Optional.empty();

  Finder(Modem.Setup setup, UsbTree usb) {
    this.address = setup.address();
    this.profiles = setup.profiles();
    this.memory = setup.memory();
    this.usb = usb;
  }

  /// What to open next.
  ///
  /// @throws ModemFault if nothing that it could be is plugged in
  LineAddress next() {
    tried = Optional.empty();
    return switch (address) {
      case LineAddress.Network network -> network;
      case LineAddress.Device device -> device(device);
      case LineAddress.Usb named -> found(tty -> named.is(tty)).orElseThrow(this::notFound);
      case LineAddress.Imei _ -> found(_ -> true).orElseThrow(this::notFound);
    };
  }

  private LineAddress device(LineAddress.Device device) {
    if (Files.exists(device.path())) {
      return device;
    }
    Optional<LineAddress> elsewhere = memory.recall(IMEI).flatMap(_ -> found(_ -> true));
    if (elsewhere.isEmpty() && usb.huaweiWithoutPort().isPresent()) {
      throw notFound();
    }
    return elsewhere.orElse(device);
  }

  private Optional<LineAddress> found(Predicate<Tty> wanted) {
    List<Tty> ttys = usb.ttys();
    others.retainAll(ttys.stream().map(Tty::plugging).toList());
    List<UsbPort> ports = profiles.ports();
    List<Tty> candidates =
        Stream.concat(
                ttys.stream().filter(tty -> ports.stream().anyMatch(tty::is)),
                ttys.stream().filter(tty -> ports.stream().noneMatch(tty::isOf)))
            .filter(wanted)
            .filter(tty -> !others.contains(tty.plugging()))
            .toList();
    if (candidates.isEmpty()) {
      return Optional.empty();
    }
    Tty next = candidates.get(turn % candidates.size());
    tried = Optional.of(next);
    return Optional.of(new LineAddress.Device(next.device()));
  }

  private ModemFault notFound() {
    Trouble why =
        usb.huaweiWithoutPort()
            .map(place -> Trouble.of(Trouble.Kind.NO_SERIAL_PORT, place))
            .orElseGet(() -> Trouble.of(Trouble.Kind.NOT_FOUND, address.toString()));
    return new ModemFault(ModemFault.Kind.NOT_PLUGGED_IN, why);
  }

  /// The modem behind the port has said who it is.
  ///
  /// @throws ModemFault if it is another than the one that is looked for
  void met(Optional<String> imei) {
    if (address instanceof LineAddress.Device && tried.isEmpty()) {
      imei.filter(Identity::isChecked).ifPresent(this::remember);
    }
    Optional<String> wanted = wanted();
    boolean same = wanted.isEmpty() || imei.stream().anyMatch(i -> isSame(i, wanted.get()));
    if (!same) {
      imei.flatMap(_ -> tried).map(Tty::plugging).ifPresent(others::add);
      throw new ModemFault(
          ModemFault.Kind.ANOTHER, Trouble.of(Trouble.Kind.NOT_FOUND, address.toString()));
    }
    proven = tried;
  }

  private void remember(String imei) {
    try {
      memory.keep(IMEI, imei);
    } catch (UncheckedIOException e) {
      LOG.log(Level.WARNING, "the modem's IMEI cannot be kept on the disk");
    }
  }

  private Optional<String> wanted() {
    return switch (address) {
      case LineAddress.Imei(var digits) -> Optional.of(digits);
      case LineAddress.Device _ -> tried.flatMap(_ -> memory.recall(IMEI));
      case LineAddress.Network _, LineAddress.Usb _ -> Optional.empty();
    };
  }

  /// The fifteenth digit is a check digit, which some modems leave out or replace.
  private static boolean isSame(String one, String other) {
    return one.regionMatches(0, other, 0, UNIQUE);
  }

  /// Whether what is said blind on the port last opened reaches this line's modem, and no other's.
  boolean isOurs() {
    return wanted().isEmpty() || (tried.isPresent() && tried.equals(proven));
  }

  /// The port was of no use, so it is another's turn.
  void pass() {
    turn++;
  }

  /// The AT port that should have been named in place of a device that does not answer.
  Optional<Path> rightPort() {
    if (!(address instanceof LineAddress.Device(var path)) || tried.isPresent()) {
      return Optional.empty();
    }
    List<Tty> ttys = usb.ttys();
    List<UsbPort> ports = profiles.ports();
    Predicate<Tty> isRight = tty -> ports.stream().anyMatch(tty::is);
    return ttys.stream()
        .filter(tty -> isSameFile(tty.device(), path))
        .filter(isRight.negate())
        .flatMap(
            wrong -> ttys.stream().filter(t -> t.place().equals(wrong.place())).filter(isRight))
        .map(Tty::device)
        .findFirst();
  }

  static boolean isSameFile(Path one, Path other) {
    try {
      return one.toRealPath().equals(other.toRealPath());
    } catch (IOException e) {
      return false;
    }
  }
}
