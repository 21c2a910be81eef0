package hospital.wardbell.modem;

import hospital.wardbell.modem.SendOutcome.Fault;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// By which of the network's domains texts go out, where the modem's profile has a wish. When texts
/// are refused as if the domain were the reason, the next is taken; the one that worked is kept for
/// the SIM. Nothing is asked as long as texts go out.
///
/// @spec https://www.3gpp.org/dynareport/27007.htm#10.1.21 3GPP TS 27.007 §10.1.21 (+CGSMS)
final class SmsDomain {
  private static final Logger LOG = System.getLogger(SmsDomain.class.getName());

  /// Where a line's memory has the SIM's number and the service that worked for it.
  private static final String WORKED = "sms-service";

  /// The network has not the facility that was asked for: texts by this domain.
  private static final int NOT_IMPLEMENTED = 69;

  /// The network failed, is out of order, has no resources; and no reason at all.
  private static final Set<Integer> NETWORK = Set.of(17, 38, 41, 47, 500);

  private static final int TIMES = 3;

  /// One or two may be a busy network's.
  private static final int IN_A_ROW = 3;

  /// A text that no domain takes must come to an end, so one is not tried again at once.
  private static final Duration HELD_AGAINST = Duration.ofHours(1);

  private final AtDialogue at;
  private final LineMemory memory;
  private final String line;
  private final InstantSource ticks;
  private final Map<Integer, Instant> refused = new HashMap<>();
  private List<Integer> services = List.of();
  private Optional<Integer> chosen = Optional.empty();
  private boolean kept;
  private int inRow;

  /// @param line its name, for the log
  SmsDomain(AtDialogue at, LineMemory memory, String line, InstantSource ticks) {
    this.at = at;
    this.memory = memory;
    this.line = line;
    this.ticks = ticks;
  }

  /// Chooses what worked for this SIM, or the first of `wished` that the modem offers and takes.
  ///
  /// @param wished services best first; if none, the modem is left as it is
  void setUp(List<Integer> wished) throws InterruptedException {
    List<Integer> offered = wished.isEmpty() ? List.of() : offered(wished);
    services =
        Stream.concat(worked().filter(offered::contains).stream(), offered.stream())
            .distinct()
            .toList();
    takeOneOf(services);
  }

  /// One that does not refuse the question is asked again if it says nothing: its line may have
  /// been lost.
  private List<Integer> offered(List<Integer> wished) throws InterruptedException {
    for (int i = 0; i < TIMES; i++) {
      AtResponse response = at.ask(AtCommand.of("AT+CGSMS=?"));
      List<Integer> offer =
          response.information().stream()
              .flatMap(answer -> Fields.range(Fields.at(answer, 0)).stream())
              .toList();
      if (!offer.isEmpty() || response instanceof AtResponse.Refused) {
        return wished.stream().filter(offer::contains).toList();
      }
    }
    return List.of();
  }

  private Optional<Integer> worked() {
    String owner = owner().orElse("") + " ";
    return memory
        .recall(WORKED)
        .filter(known -> known.startsWith(owner))
        .map(known -> known.substring(owner.length()))
        .filter(service -> service.matches("\\d"))
        .map(Integer::valueOf);
  }

  private Optional<String> owner() {
    return memory.recall(SimCard.ICCID);
  }

  /// Without an answer one may have been taken; only a refusal says that it was not.
  ///
  /// @return whether the modem took one
  private boolean takeOneOf(List<Integer> candidates) throws InterruptedException {
    for (Integer service : candidates) {
      if (!(at.ask(AtCommand.of("AT+CGSMS=" + service)) instanceof AtResponse.Refused)) {
        chosen = Optional.of(service);
        kept = false;
        inRow = 0;
        return true;
      }
      refused.put(service, ticks.instant());
    }
    return false;
  }

  /// Whose fault a refusal is, given that another domain may take the text.
  ///
  /// @param usual whose it is where there is none
  Fault fault(AtResponse.Refused refusal, Fault usual) {
    boolean ofDomain =
        refusal.family() == AtResponse.Family.CMS && refusal.code() == NOT_IMPLEMENTED;
    return ofDomain && !untried().isEmpty() ? Fault.PASSING : usual;
  }

  /// Takes note of what became of a text, and goes on to the next domain if that points to it.
  void heard(SendOutcome outcome) throws InterruptedException {
    if (chosen.isEmpty()) {
      return;
    }
    switch (outcome) {
      case SendOutcome.Accepted _ -> {
        inRow = 0;
        keep(chosen.get());
      }
      case SendOutcome.Refused(_, int code) -> {
        inRow = NETWORK.contains(code) ? inRow + 1 : 0;
        if (code == NOT_IMPLEMENTED || inRow >= IN_A_ROW) {
          leave(chosen.get(), code);
        }
      }
      case SendOutcome.NotTried _, SendOutcome.Unknown _ -> {}
    }
  }

  private void leave(Integer service, int code) throws InterruptedException {
    List<Integer> next = untried();
    refused.put(service, ticks.instant());
    if (takeOneOf(next)) {
      LOG.log(
          Level.INFO,
          "modem {0}: texts by +CGSMS service {1} were refused ({2}), so they go by {3} from now on",
          line,
          service,
          code,
          chosen.get());
    }
  }

  /// What may be tried instead of the service that is chosen.
  private List<Integer> untried() {
    Instant since = ticks.instant().minus(HELD_AGAINST);
    return services.stream()
        .filter(service -> !chosen.equals(Optional.of(service)))
        .filter(service -> !refused.getOrDefault(service, Instant.MIN).isAfter(since))
        .toList();
  }

  private void keep(Integer service) {
    if (kept) {
      return;
    }
    Optional<String> owner = owner();
    if (owner.isEmpty()) {
      return;
    }
    kept = true;
    try {
      memory.keep(WORKED, owner.get() + " " + service);
    } catch (UncheckedIOException e) {
      LOG.log(Level.WARNING, "by which domain texts go out cannot be kept on the disk");
    }
  }
}
