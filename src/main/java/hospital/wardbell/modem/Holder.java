package hospital.wardbell.modem;

import java.io.IOException;
import java.io.UncheckedIOException;
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
    List<Path> all = all(processes);
    List<Path> files = files(List.of(device));
    return all.stream()
        .filter(process -> holds(process, files))
        .map(Holder::name)
        .findFirst()
        .or(() -> all.stream().map(Holder::name).filter(TAKES_MODEMS::equals).findFirst());
  }

  /// The program, other than this one, that holds one of `devices`. One that only may is not named.
  static Optional<String> ofAny(List<Path> devices, Path processes) {
    String own = String.valueOf(ProcessHandle.current().pid());
    List<Path> files = files(devices);
    return all(processes).stream()
        .filter(process -> !process.getFileName().toString().equals(own))
        .filter(process -> holds(process, files))
        .map(Holder::name)
        .findFirst();
  }

  private static List<Path> all(Path processes) {
    return in(processes).stream().filter(p -> p.getFileName().toString().matches(PROCESS)).toList();
  }

  /// What the devices are called where links end; those that are gone are left out.
  private static List<Path> files(List<Path> devices) {
    return devices.stream().flatMap(device -> file(device).stream()).toList();
  }

  private static Optional<Path> file(Path device) {
    try {
      return Optional.of(device.toRealPath());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static boolean holds(Path process, List<Path> files) {
    return in(process.resolve("fd")).stream().anyMatch(open -> leadsTo(open, files));
  }

  private static boolean leadsTo(Path open, List<Path> files) {
    try {
      return files.contains(Files.readSymbolicLink(open));
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
    } catch (IOException | UncheckedIOException e) {
      return List.of(); // gone meanwhile, or another user's
    }
  }
}
