package hospital.wardbell.modem;

import hospital.wardbell.Boot.ModemLine;
import hospital.wardbell.ProfileFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Profiles as a site would have them: one written for it, or one that comes with the program.
final class OwnProfile {
  private OwnProfile() {}

  /// @param directory where it is written to
  /// @param text what it says besides its name
  static Profile of(Path directory, String text) throws IOException {
    Path _ = Files.writeString(directory.resolve("own.yaml"), "name: own\n" + text + "\n");
    return named(Optional.of(directory), "own");
  }

  static Profile shipped(String name) {
    return named(Optional.empty(), name);
  }

  private static Profile named(Optional<Path> directory, String name) {
    ModemLine line =
        new ModemLine(
            "front",
            "/dev/x",
            Optional.empty(),
            Optional.empty(),
            Receiving.STORED,
            Optional.of(name));
    return new ProfileFiles(directory).of(line).named().orElseThrow();
  }
}
