package hospital.wardbell.modem;

import hospital.wardbell.pdu.Pdu;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// One modem on one line, kept alive until closed: it opens the line, sets the modem up, sends what
/// it is given, hands on what arrives, and starts over when the line goes away.
public final class Modem implements AutoCloseable {
  /// How a modem line is set up.
  ///
  /// @param name the boot file's name of the line; appears on pages and in logs
  /// @param pin the SIM's PIN, empty if it has none
  /// @param submitPatience how long an answer to a TPDU may take; 65 s where nothing else is known
  public record Setup(String name, LineAddress address, String pin, Duration submitPatience) {}

  /// @param health told of every change, on the owner thread; must not block
  public static Modem start(
      Setup setup, Arrivals arrivals, Consumer<ModemHealth> health, InstantSource clock) {
    throw new IllegalStateException("not built");
  }

  public String name() {
    throw new IllegalStateException("not built");
  }

  public ModemHealth health() {
    throw new IllegalStateException("not built");
  }

  /// Hands one SUBMIT over. Any thread; the future always completes, and never exceptionally. At
  /// most 16 jobs wait; one more is [SendOutcome.NotTried] at once.
  ///
  /// @param more another submit follows at once, so the link to the network is worth keeping
  public CompletableFuture<SendOutcome> submit(Pdu pdu, boolean more) {
    throw new IllegalStateException("not built");
  }

  /// Ends within 5 seconds; a submit under way is then [SendOutcome.Unknown].
  @Override
  public void close() {
    throw new IllegalStateException("not built");
  }
}
