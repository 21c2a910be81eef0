package hospital.wardbell;

import hospital.wardbell.Boot.ModemLine;
import hospital.wardbell.modem.Profile;
import hospital.wardbell.modem.Profiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The modem profiles on disk: those that come with the program and those of the site, which stand
/// before them and replace any of the same name.
///
/// Nothing is read before a modem line asks for it, so a line that names `generic-3gpp` runs
/// whatever the files hold. The program's own, which the build has read, are read when a modem is
/// held against them: a start does not wait for them.
public final class ProfileFiles {
  /// Those that come with the program, in the order in which they are held against a modem.
  static final List<String> SHIPPED =
      List.of(
          "virtual",
          "quectel-bg96",
          "quectel-ec25",
          "simcom-sim7600",
          "simcom-a7670",
          "simcom-sim800",
          "huawei",
          "sierra",
          "multitech",
          "telit-le910c1",
          "ublox-sara-r4",
          "ublox-toby-l4",
          "ublox-lara-r6",
          "cinterion-pls8",
          "cinterion-mc75i",
          "qualcomm-generic");

  private static final String SUFFIX = ".yaml";

  private final Optional<Path> site;
  private final Map<String, Profile> read = new ConcurrentHashMap<>();

  /// @param site the directory of the site's own
  public ProfileFiles(Optional<Path> site) {
    this.site = site;
  }

  /// What the modem on `line` may be driven by.
  ///
  /// @throws BootFault if a profile has a mistake, or there is none of the name that `line` gives
  public Profiles of(ModemLine line) {
    if (line.profile().filter(Profile.GENERIC.name()::equals).isPresent()) {
      return Profiles.only(Profile.GENERIC);
    }
    Map<String, Supplier<Profile>> known = known();
    return line.profile()
        .map(name ->
            Profiles.only(
                Optional.ofNullable(known.get(name)).orElseThrow(() -> none(name, known)).get()))
        .orElseGet(() -> Profiles.read(List.copyOf(known.values())));
  }

  private static BootFault none(String name, Map<String, Supplier<Profile>> known) {
    return new BootFault(
        "modems.profile: there is no profile %s; there are %s and %s"
            .formatted(name, Profile.GENERIC.name(), String.join(", ", known.keySet())));
  }

  private Map<String, Supplier<Profile>> known() {
    Map<String, Supplier<Profile>> known = new LinkedHashMap<>();
    for (Path file : site.map(ProfileFiles::in).orElse(List.of())) {
      Profile profile = ProfileReader.read(file.toString(), text(file));
      if (profile.name().equals(Profile.GENERIC.name())) {
        throw new BootFault(
            "%s: name cannot be %s, which is the driver's own".formatted(file, profile.name()));
      }
      if (known.put(profile.name(), () -> profile) != null) {
        throw new BootFault("%s: name is taken by another file".formatted(file));
      }
    }
    SHIPPED.forEach(
        name -> known.putIfAbsent(name, () -> read.computeIfAbsent(name, ProfileFiles::shipped)));
    return known;
  }

  private static List<Path> in(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(f -> f.toString().endsWith(SUFFIX)).sorted().toList();
    } catch (IOException e) {
      throw unreadable(directory);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw unreadable(file);
    }
  }

  private static BootFault unreadable(Path path) {
    return new BootFault(
        "profiles: %s cannot be read; is it there, and may this user read it?".formatted(path));
  }

  static Profile shipped(String name) {
    String file = name + SUFFIX;
    try (InputStream in = ProfileFiles.class.getResourceAsStream("profiles/" + file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is not in this program");
      }
      return ProfileReader.read(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
