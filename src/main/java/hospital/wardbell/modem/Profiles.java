package hospital.wardbell.modem;

import hospital.wardbell.modem.UsbTree.Tty;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The profiles that a modem line may be driven by, and how one is chosen.
///
/// @param known in the order in which they are held against a modem; those that are not needed for
///   that are not asked for
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
    return Stream.concat(Stream.of(Profile.GENERIC), all())
        .filter(profile -> profile.name().equals(name))
        .findFirst();
  }

  /// Where the modems that are known have their AT ports.
  List<UsbPort> ports() {
    return Stream.concat(named.stream(), all()).flatMap(profile -> profile.usb().stream()).toList();
  }

  /// The one of a modem that says it is `identity` behind the USB port `port`. USB numbers tell
  /// makers apart and the modem tells models apart, so best is one that fits both; what the modem
  /// says counts before its numbers, which makers lend each other.
  Profile choose(Identity identity, Optional<Tty> port) {
    Predicate<Profile> said = profile -> fits(profile, identity);
    Predicate<Profile> there = profile -> isAt(profile, port);
    return named
        .or(() -> port.flatMap(_ -> first(said.and(there))))
        .or(() -> first(said))
        .or(() -> port.flatMap(_ -> first(there)))
        .orElse(Profile.GENERIC);
  }

  private Optional<Profile> first(Predicate<Profile> wanted) {
    return all().filter(wanted).findFirst();
  }

  private Stream<Profile> all() {
    return known.stream().map(Supplier::get);
  }

  private static boolean fits(Profile profile, Identity identity) {
    return profile.match().filter(match -> match.fits(identity)).isPresent();
  }

  private static boolean isAt(Profile profile, Optional<Tty> port) {
    return port.filter(tty -> profile.usb().stream().anyMatch(tty::is)).isPresent();
  }

  /// Why `chosen` was, for the log.
  String reason(Profile chosen, Identity identity) {
    if (named.isPresent()) {
      return "the boot file names it";
    }
    if (fits(chosen, identity)) {
      return "it fits what the modem says";
    }
    return chosen.equals(Profile.GENERIC) ? "no other fits" : "it has these USB numbers";
  }
}
