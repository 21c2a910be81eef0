package hospital.wardbell.vault;

import java.time.Instant;
import java.util.Optional;

/// A way by which the keyring is opened, as people are told of it.
///
/// @param what `passphrase`, `credential`, `recovery kit`
/// @param made none if nobody wrote it down
/// @param proven whether somebody has shown that what opens it is there
/// @param detail how dear a passphrase is, or the kit's name and how many shares it takes
public record WayStatus(String what, Optional<Instant> made, boolean proven, String detail) {
  static WayStatus of(Way way) {
    Optional<Instant> made = Optional.of(way.made()).filter(at -> at.isAfter(Instant.EPOCH));
    return switch (way.means()) {
      case Means.Credential() -> new WayStatus("credential", made, way.isProven(), "");
      case Means.Passphrase(Stretch stretch) ->
          new WayStatus("passphrase", made, way.isProven(), stretch.price());
      case Means.Recovery(Kit kit) ->
          new WayStatus(
              "recovery kit",
              made,
              way.isProven(),
              "%s, any %d of %d shares".formatted(kit.name(), kit.needed(), kit.shares()));
    };
  }
}
