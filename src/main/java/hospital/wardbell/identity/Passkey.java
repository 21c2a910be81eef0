package hospital.wardbell.identity;

import hospital.wardbell.base.Id;
import java.time.Instant;
import java.util.Optional;

/// A passkey or security key of somebody's, as lists show it.
///
/// @param name what its owner calls it
/// @param used when it was used last; empty if it never was
public record Passkey(Id id, String name, Instant added, Optional<Instant> used) {}
