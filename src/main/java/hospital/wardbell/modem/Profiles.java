package hospital.wardbell.modem;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The profiles that a modem line may be driven by, and how one is chosen.
///
/// @param known in the order in which they are held against what a modem says; the first that fits
///   is taken, and those behind it are not asked for
/// @param named the one to take whatever the modem says
public record Profiles(List<Supplier<Profile>> known, Optional<Profile> named) {
  public Profiles {
    known = List.copyOf(known);
  }

  /// Takes the one that fits the modem; of a modem that none fits, [Profile#GENERIC].
  public static Profiles of(List<Profile> known) {
    return read(known.stream().<Supplier<Profile>>map(profile -> () -> profile).toList());
  }

  /// As [#of], each read when a modem is held against it, on that modem's own thread.
  public static Profiles read(List<Supplier<Profile>> known) {
    return new Profiles(known, Optional.empty());
  }

  /// Takes `profile`, whatever the modem says.
  public static Profiles only(Profile profile) {
    return new Profiles(List.of(), Optional.of(profile));
  }

  /// The profile of this name, if a modem may be driven by it.
  Optional<Profile> find(String name) {
    return Stream.concat(Stream.of(Profile.GENERIC), known.stream().map(Supplier::get))
        .filter(profile -> profile.name().equals(name))
        .findFirst();
  }

  /// Where the modems that are known have their AT ports.
  List<UsbPort> ports() {
    return Stream.concat(named.stream(), known.stream().map(Supplier::get))
        .flatMap(profile -> profile.usb().stream())
        .toList();
  }

  Profile choose(Identity identity) {
    return named.orElseGet(() ->
        known.stream()
            .map(Supplier::get)
            .filter(profile -> profile.match().filter(m -> m.fits(identity)).isPresent())
            .findFirst()
            .orElse(Profile.GENERIC));
  }

  /// Why `chosen` was, for the log.
  String reason(Profile chosen) {
    if (named.isPresent()) {
      return "the boot file names it";
    }
    return chosen.match().isPresent() ? "it fits what the modem says" : "no other fits";
  }
}
