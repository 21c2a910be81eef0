package hospital.wardbell.modem;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One TPDU that waits for its turn, and whoever waits for what becomes of it.
///
/// @param tpduOctets length of the TPDU alone, without the service-centre address
/// @param more another follows at once
/// @param leave whether it may be handed over, once that is known
record Job(
    int tpduOctets,
    String hex,
    boolean more,
    CompletableFuture<Boolean> leave,
    CompletableFuture<SendOutcome> outcome) {
  /// As long as the database may take for a commit; a modem keeps its prompt for longer.
  private static final Duration LEAVE = Duration.ofSeconds(10);

  Job(int tpduOctets, String hex, boolean more, CompletableFuture<Boolean> leave) {
    this(tpduOctets, hex, more, leave, new CompletableFuture<>());
  }

  /// One that may be handed over.
  Job(int tpduOctets, String hex, boolean more) {
    this(tpduOctets, hex, more, CompletableFuture.completedFuture(true));
  }

  /// Waits until it is known whether it may be handed over; one of which that is not said in
  /// [#LEAVE] may not.
  boolean mayGo() throws InterruptedException {
    try {
      return leave.get(LEAVE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException | CancellationException _) {
      return false;
    }
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
