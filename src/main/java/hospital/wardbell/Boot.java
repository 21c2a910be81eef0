package hospital.wardbell;

import hospital.wardbell.modem.Cable;
import hospital.wardbell.modem.Receiving;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What must be known before anything is unlocked: the boot file's content.
///
/// @param home the directory of everything that lasts; made on set-up
/// @param console where the console listens
/// @param names the DNS names and addresses that the console's certificate is for
/// @param management where health and metrics are served; a loopback address
/// @param profiles the directory of the site's own modem profiles
/// @param witness the file, outside the home, where checkpoints of the audit record are kept
///   besides
/// @param trial practice patients and their texts are allowed
public record Boot(
    Path home,
    InetSocketAddress console,
    List<String> names,
    InetSocketAddress management,
    UnlockBy unlock,
    List<ModemLine> modems,
    Optional<Path> profiles,
    Optional<Path> witness,
    boolean trial) {
  public Boot {
    names = List.copyOf(names);
    modems = List.copyOf(modems);
  }

  /// A home without a witness.
  public Boot(
      Path home,
      InetSocketAddress console,
      List<String> names,
      InetSocketAddress management,
      UnlockBy unlock,
      List<ModemLine> modems,
      Optional<Path> profiles,
      boolean trial) {
    this(home, console, names, management, unlock, modems, profiles, Optional.empty(), trial);
  }

  /// The console's address as people type it, with a `/` at its end.
  ///
  /// @param port that it listens on
  public String address(int port) {
    return "https://%s:%d/".formatted(names.getFirst(), port);
  }

  /// How the keyring is opened.
  public sealed interface UnlockBy {
    /// By hand, each time: `wardbell unlock`.
    record Hand() implements UnlockBy {}

    /// A passphrase in a file that only the service may read.
    record PassphraseFile(Path file) implements UnlockBy {}

    /// A root key that systemd hands over under this name.
    record Credential(String name) implements UnlockBy {}
  }

  /// One modem line.
  ///
  /// @param line a device's path, `usb:vendor:product`, `imei:digits`, or `tcp://host:port`
  /// @param pinFile a file that holds the SIM's PIN
  /// @param submitPatience how long the modem may take to answer a text, 10 to 420 s, if its
  ///   profile is not to say
  /// @param receiving how texts come from the modem
  /// @param profile the name of the profile to drive it by, if it is not to be found out
  /// @param cable how its device is driven; of no meaning for `tcp://`
  public record ModemLine(
      String name,
      String line,
      Optional<Path> pinFile,
      Optional<Duration> submitPatience,
      Receiving receiving,
      Optional<String> profile,
      Cable cable) {
    /// A line with a cable of which nothing is said.
    public ModemLine(
        String name,
        String line,
        Optional<Path> pinFile,
        Optional<Duration> submitPatience,
        Receiving receiving,
        Optional<String> profile) {
      this(name, line, pinFile, submitPatience, receiving, profile, Cable.USUAL);
    }
  }
}
