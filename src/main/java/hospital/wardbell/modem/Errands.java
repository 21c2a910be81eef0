package hospital.wardbell.modem;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// Does the errands of one session between its texts, at most one exchange with the modem a turn.
/// Owned by the modem's thread.
///
/// An errand stays at the head of the queue until it is settled: whoever empties the queue, since
/// the session is over, settles the one under way as well.
final class Errands {
  /// How long an errand may wait for its turn.
  static final Duration WAIT = Duration.ofMinutes(2);

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final AtDialogue at;
  private final InstantSource ticks;
  private final UssdDialogue ussd;
  private @Nullable Chore underWay;

  Errands(AtDialogue at, InstantSource ticks) {
    this.at = at;
    this.ticks = ticks;
    this.ussd = new UssdDialogue(at, ticks);
  }

  /// Takes note of an unsolicited line; asks nothing.
  void heard(Urc urc) {
    ussd.heard(urc);
  }

  /// When there will be something to do, if nothing is heard and nothing handed in before.
  Instant due() {
    return ussd.due();
  }

  /// Goes on with the first errand.
  ///
  /// @param coding how the modem writes the words of the network
  /// @return whether there was anything to do
  /// @throws ModemFault if the session is over
  boolean doOne(Queue<Chore> chores, UssdCoding coding) throws InterruptedException {
    if (ussd.takeLeave()) {
      return true;
    }
    Chore before = underWay;
    Chore chore = chores.peek();
    if (before != null && !before.equals(chore)) {
      underWay = null;
      ussd.leave();
    }
    if (chore == null) {
      return false;
    }
    if (!chore.equals(underWay) && ticks.instant().isAfter(chore.latest())) {
      settle(chores, chore, new ErrandOutcome.Untold("the modem had too much else to do"));
      return true;
    }
    Optional<ErrandOutcome> outcome =
        switch (chore.errand()) {
          case Errand.OwnNumber() -> Optional.of(ownNumber());
          case Errand.Equipment() -> Optional.of(equipment());
          case Errand.Anew(boolean restart) -> {
            settle(chores, chore, new ErrandOutcome.Told(""));
            throw new ModemFault(
                restart ? ModemFault.Kind.NO_NETWORK : ModemFault.Kind.SET_UP,
                Trouble.of(Trouble.Kind.ASKED_ANEW));
          }
          case Errand.Ask(var code) ->
              chore.equals(underWay) ? ussd.outcome() : ussd.begin(code, coding);
        };
    boolean worked = outcome.isPresent() || !chore.equals(underWay);
    underWay = chore;
    outcome.ifPresent(what -> settle(chores, chore, what));
    return worked;
  }

  private void settle(Queue<Chore> chores, Chore chore, ErrandOutcome what) {
    boolean _ = chores.remove(chore);
    underWay = null;
    chore.settle(what);
  }

  private ErrandOutcome ownNumber() throws InterruptedException {
    AtResponse response = at.ask(AtCommand.of("AT+CNUM", PATIENCE));
    return response.information().stream()
        .map(line -> Caller.number(Fields.at(line, 1), Fields.at(line, 2)))
        .flatMap(Optional::stream)
        .findFirst()
        .<ErrandOutcome>map(ErrandOutcome.Told::new)
        .orElseGet(() -> untold(response, "the SIM does not know its own number"));
  }

  private ErrandOutcome equipment() throws InterruptedException {
    AtResponse response = at.ask(AtCommand.free("ATI"));
    String said = String.join("\n", response.information());
    return said.isEmpty()
        ? untold(response, "the modem says nothing of itself")
        : new ErrandOutcome.Told(said);
  }

  private static ErrandOutcome untold(AtResponse response, String nothing) {
    return new ErrandOutcome.Untold(
        switch (response) {
          case AtResponse.Ok _, AtResponse.Prompt _ -> nothing;
          case AtResponse.Refused _ -> "the modem refuses the question";
          case AtResponse.Silence _ -> "the modem did not answer";
        });
  }
}
