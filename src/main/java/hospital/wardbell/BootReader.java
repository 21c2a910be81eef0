package hospital.wardbell;

import hospital.wardbell.Boot.ModemLine;
import hospital.wardbell.Boot.UnlockBy;
import hospital.wardbell.modem.Cable;
import hospital.wardbell.modem.LineAddress;
import hospital.wardbell.modem.Profile;
import hospital.wardbell.modem.Profile.Sending;
import hospital.wardbell.modem.Receiving;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the boot file. `appliance/wardbell.yaml` documents every key.
///
/// Paths in the file are relative to the file's own directory. An unknown or malformed key is a
/// [BootFault] that names it and its line.
public final class BootReader {
  private static final Pattern HOST_PORT = Pattern.compile("(.+):(\\d{1,5})");
  private static final Pattern LINE_NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,30}");
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "::1", "localhost");

  private final String file;
  private final Path directory;

  private BootReader(Path file) {
    this.file = file.getFileName().toString();
    this.directory = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of("/"));
  }

  /// @throws BootFault if the file cannot be read, or says something that cannot be
  public static Boot read(Path file) {
    try {
      return new BootReader(file).boot(Files.readString(file));
    } catch (IOException e) {
      throw new BootFault(
          "The configuration %s cannot be read; is the path right, and may this user read it?"
              .formatted(file));
    }
  }

  private Boot boot(String text) {
    YamlBlock top =
        YamlBlock.parse(file, text)
            .only(
                "home", "console", "management", "unlock", "modems", "profiles", "audit", "trial");
    YamlBlock console =
        top.block("console")
            .orElseThrow(() -> top.wrong("console", "is missing"))
            .only("listen", "names");
    List<String> names = console.texts("names");
    InetSocketAddress listen = address(console, "listen", console.need("listen"));
    return new Boot(
        directory.resolve(top.need("home")).normalize(),
        listen,
        names.isEmpty() ? List.of("localhost", "127.0.0.1") : names,
        management(top, listen.getPort()),
        top.block("unlock").map(this::unlock).orElse(new UnlockBy.Hand()),
        modems(top),
        top.text("profiles").map(p -> directory.resolve(p).normalize()),
        top.block("audit")
            .map(b -> b.only("witness"))
            .map(b -> directory.resolve(b.need("witness")).normalize()),
        top.text("trial").map(t -> truth(top, "trial", t)).orElse(false));
  }

  /// @param taken the console's port
  private InetSocketAddress management(YamlBlock top, int taken) {
    Optional<YamlBlock> block = top.block("management").map(b -> b.only("listen"));
    InetSocketAddress at =
        block
            .map(b -> address(b, "listen", b.need("listen")))
            .orElseGet(() -> InetSocketAddress.createUnresolved("127.0.0.1", 9400));
    if (!LOOPBACK.contains(at.getHostString())) {
      throw block.orElse(top).wrong("listen", "must be a loopback address, such as 127.0.0.1:9400");
    }
    if (taken != 0 && at.getPort() == taken) {
      throw top.wrong("management", "must have another port than console.listen, not " + taken);
    }
    return at;
  }

  private UnlockBy unlock(YamlBlock block) {
    block.only("passphrase-file", "credential");
    Optional<String> passphrase = block.text("passphrase-file");
    Optional<String> credential = block.text("credential");
    if (passphrase.isPresent() && credential.isPresent()) {
      throw block.wrong("credential", "and passphrase-file cannot both be used");
    }
    if (passphrase.isPresent()) {
      return new UnlockBy.PassphraseFile(directory.resolve(passphrase.get()).normalize());
    }
    return credential.<UnlockBy>map(UnlockBy.Credential::new).orElse(new UnlockBy.Hand());
  }

  private List<ModemLine> modems(YamlBlock top) {
    List<ModemLine> modems = top.blocks("modems").stream().map(this::modem).toList();
    Set<String> names = new HashSet<>();
    for (ModemLine modem : modems) {
      if (!names.add(modem.name())) {
        throw top.wrong("modems", "has two lines of the name " + modem.name());
      }
    }
    return modems;
  }

  private ModemLine modem(YamlBlock block) {
    block.only(
        "name", "line", "pin-file", "submit-patience", "receive", "profile", "speed", "flow");
    String name = block.need("name");
    if (!LINE_NAME.matcher(name).matches()) {
      throw block.wrong("name", "is 1 to 31 of a-z, 0-9 and -");
    }
    String line = block.need("line");
    String resolved = LineAddress.isNoPath(line) ? line : directory.resolve(line).toString();
    LineAddress address;
    try {
      address = LineAddress.parse(resolved);
    } catch (IllegalArgumentException _) {
      throw block.wrong(
          "line", "must be a device's path, usb:vendor:product, imei:digits or tcp://host:port");
    }
    return new ModemLine(
        name,
        resolved,
        block.text("pin-file").map(p -> directory.resolve(p).normalize()),
        block.value("submit-patience", Sending.PATIENCE::parse),
        block.value("receive", Receiving::parse).orElse(Receiving.STORED),
        block.value("profile", Profile::name),
        cable(block, address));
  }

  private static Cable cable(YamlBlock block, LineAddress address) {
    for (String key : List.of("speed", "flow")) {
      if (address instanceof LineAddress.Network && block.keys().contains(key)) {
        throw block.wrong(key, "is a matter of the network modem, and is set there");
      }
    }
    return new Cable(
        block.value("speed", Cable::speed).orElse(Cable.USUAL.speed()),
        block.value("flow", Cable::flow).orElse(Cable.USUAL.flow()));
  }

  private static InetSocketAddress address(YamlBlock block, String key, String text) {
    Matcher parts = HOST_PORT.matcher(text);
    int port = parts.matches() ? Integer.parseInt(parts.group(2)) : -1;
    if (port < 0 || port > 65535) {
      throw block.wrong(key, "must be an address and a port, such as 0.0.0.0:8443");
    }
    return InetSocketAddress.createUnresolved(parts.group(1).replaceAll("[\\[\\]]", ""), port);
  }

  private static boolean truth(YamlBlock block, String key, String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw block.wrong(key, "must be true or false");
    };
  }
}
