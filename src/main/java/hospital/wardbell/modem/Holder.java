package hospital.wardbell.modem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The program that holds a device, as far as `/proc` lets this user see: its own programs it sees
/// for sure; of others it knows the one that is known to take modems.
final class Holder {
  private static final String TAKES_MODEMS = "ModemManager";
  private static final String PROCESS = "\\d+";

  private Holder() {}

  /// @param processes such as `/proc`
  static Optional<String> of(Path device, Path processes) {
    List<Path> all =
        in(processes).stream().filter(p -> p.getFileName().toString().matches(PROCESS)).toList();
    return all.stream()
        .filter(process -> holds(process, device))
        .map(Holder::name)
        .findFirst()
        .or(() -> all.stream().map(Holder::name).filter(TAKES_MODEMS::equals).findFirst());
  }

  /// The program, other than this one, that holds one of `devices`. One that only may is not named.
  static Optional<String> ofAny(List<Path> devices, Path processes) {
    String own = String.valueOf(ProcessHandle.current().pid());
    return in(processes).stream()
        .filter(p -> p.getFileName().toString().matches(PROCESS))
        .filter(process -> !process.getFileName().toString().equals(own))
        .filter(process -> devices.stream().anyMatch(device -> holds(process, device)))
        .map(Holder::name)
        .findFirst();
  }

  private static boolean holds(Path process, Path device) {
    try {
      Path file = device.toRealPath();
      return in(process.resolve("fd")).stream().anyMatch(open -> leadsTo(open, file));
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean leadsTo(Path open, Path file) {
    try {
      return Files.readSymbolicLink(open).equals(file);
    } catch (IOException e) {
      return false;
    }
  }

  private static String name(Path process) {
    try {
      return Files.readString(process.resolve("comm")).strip();
    } catch (IOException e) {
      return "";
    }
  }

  private static List<Path> in(Path directory) {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.toList();
    } catch (IOException e) {
      return List.of(); // gone meanwhile, or another user's
    }
  }
}
