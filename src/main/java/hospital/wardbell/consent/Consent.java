package hospital.wardbell.consent;

import java.time.Instant;

/// Where a remote stands.
public sealed interface Consent {
  record OptedIn(Instant since) implements Consent {}

  record OptedOut(Instant since) implements Consent {}

  /// @param lastTexted when the remote last texted us; [Instant#EPOCH] if never
  record NeverAsked(Instant lastTexted) implements Consent {}
}
