package hospital.wardbell.modem;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// What the modem gave directly: handed on while the modem may be given texts, one at a time, and
/// acknowledged once it is durable. The owner's thread only.
///
/// @spec https://www.3gpp.org/dynareport/27005.htm#3.4.4 3GPP TS 27.005 §3.4.4 (+CNMA)
final class Directs {
  private record Keeping(Arrival.Direct arrival, CompletableFuture<Void> durable) {}

  private static final Logger LOG = System.getLogger(Directs.class.getName());

  private final AtDialogue at;
  private final Announcing announcing;
  private final Handover handover;
  private boolean acknowledges;
  private Optional<Keeping> keeping = Optional.empty();

  Directs(AtDialogue at, Announcing announcing, Handover handover) {
    this.at = at;
    this.announcing = announcing;
    this.handover = handover;
  }

  /// What an unsolicited line gives; empty if its PDU was lost.
  static Optional<Arrival.Direct> read(Urc urc) {
    if (urc.body().isEmpty()) {
      LOG.log(Level.WARNING, "a direct arrival came without its PDU; the network sends it again");
      return Optional.empty();
    }
    return Optional.of(new Arrival.Direct(urc.body(), Handover.isWhole(urc.line(), urc.body())));
  }

  /// @param mustAcknowledge whether the modem waits for `+CNMA` after each
  void start(boolean mustAcknowledge) {
    acknowledges = mustAcknowledge;
  }

  void begin(Arrival.Direct arrival) {
    keeping = Optional.of(new Keeping(arrival, handover.begin(arrival.hex())));
  }

  boolean isUnderWay() {
    return keeping.isPresent();
  }

  /// Whether the one under way is durable, or cannot be made so.
  boolean isDecided() {
    return keeping.filter(begun -> begun.durable().isDone()).isPresent();
  }

  /// The one under way.
  Arrival.Direct arrival() {
    return keeping.orElseThrow().arrival();
  }

  /// Ends what is decided.
  ///
  /// @throws RuntimeException why it could not be made durable
  void end() {
    CompletableFuture<Void> durable = keeping.orElseThrow().durable();
    keeping = Optional.empty();
    try {
      durable.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException why ? why : e;
    }
  }

  /// The session is over: waits for the one under way.
  ///
  /// @return it, if it is not durable
  Optional<Arrival.Direct> finish() {
    Optional<Arrival.Direct> left = keeping.map(Keeping::arrival);
    try {
      if (left.isPresent()) {
        end();
      }
      return Optional.empty();
    } catch (RuntimeException e) {
      LOG.log(Level.DEBUG, "what was given directly is handed on once more");
      return left;
    }
  }

  /// What came damaged is not acknowledged: the network sends it again, and as a PDU, should the
  /// modem have been in text mode. So it does if the word comes too late; the modem gives nothing
  /// directly then until it is told to, and stores what comes.
  ///
  /// @return false if the modem may have stored others meanwhile
  boolean acknowledge(Arrival.Direct arrival) throws InterruptedException {
    if (!arrival.whole()) {
      at.ask(AtCommand.of("AT+CMGF=0"));
      return true;
    }
    if (acknowledges && !(at.ask(AtCommand.of("AT+CNMA")) instanceof AtResponse.Ok)) {
      announcing.keep();
      return false;
    }
    return true;
  }
}
