package hospital.wardbell.vault;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.Sha256;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/// A key of the keyring, as people are told of it.
///
/// @param purpose such as `database` or `kek.PATIENT/2026`
/// @param fingerprint the beginning of the SHA-256 of its id; says nothing of the key
/// @param made none if nobody wrote it down
/// @param current false for one that only opens what it closed
/// @param former since when nothing but backups needs it; empty if that is not so
/// @param ended when it was destroyed, since its period had ended; empty if that is not so
/// @param dataKeys how many data keys it wraps; 0 for what is no KEK
public record KeyStatus(
    String purpose,
    String fingerprint,
    Optional<Instant> made,
    boolean current,
    Optional<Instant> former,
    Optional<Instant> ended,
    long dataKeys) {
  private static final int OCTETS = 4;

  static String fingerprint(Id key) {
    return HexFormat.of().formatHex(Sha256.of(key.bytes()), 0, OCTETS);
  }
}
