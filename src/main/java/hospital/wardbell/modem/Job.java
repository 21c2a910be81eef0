package hospital.wardbell.modem;

import java.util.concurrent.CompletableFuture;

/// One TPDU that waits for its turn, and whoever waits for what becomes of it.
///
/// @param tpduOctets length of the TPDU alone, without the service-centre address
/// @param more another follows at once
record Job(int tpduOctets, String hex, boolean more, CompletableFuture<SendOutcome> outcome) {
  Job(int tpduOctets, String hex, boolean more) {
    this(tpduOctets, hex, more, new CompletableFuture<>());
  }

  /// What is written behind the prompt.
  ///
  /// @param serviceCentre whether the octets that name the service centre stand before the TPDU
  String entry(boolean serviceCentre) {
    return serviceCentre ? hex : hex.substring(hex.length() - 2 * tpduOctets);
  }

  /// Says what became of it; the first word stands.
  void settle(SendOutcome what) {
    boolean _ = outcome.complete(what);
  }

  @Override
  public String toString() {
    return "Job of " + tpduOctets + " octets";
  }
}
